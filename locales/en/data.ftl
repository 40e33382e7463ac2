# Out, in, and back

data-not-exported = This could not be exported
data-exported = Everything is exported
data-exported-text =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } are in { $folder }.
data-exported-missing =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } are in { $folder }. { $missing ->
        [one] { $missing } picture is on another device only and not in it.
       *[other] { $missing } pictures are on another device only and not in it.
    }
data-not-imported = This export was not taken in
data-imported = The export is here
data-imported-text =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } were taken in.
data-imported-open =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } were taken in. { $open ->
        [one] { $open } upload had not ended there. Home shows it: nothing is sent before you have looked.
       *[other] { $open } uploads had not ended there. Home shows them: nothing is sent before you have looked.
    }
data-not-backed-up = The backup was not written
data-backed-up = The backup is written and checked
data-backed-up-text = { $size } in { $file }.
data-backed-up-pictures =
    { $size } with { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    } in { $file }.
data-no-backup = This file cannot be restored
data-not-restored = The backup could not be made ready
data-not-deleted = Nothing was deleted

# Long work, and how far it is

data-work-export = Exporting…
data-work-import = Taking the export in…
data-work-backup = Backing up…
data-work-look = Looking through the backup…
data-work-restore = Making the backup ready…
data-work-delete = Signing out…
data-work-rows =
    { $done } of { $total ->
        [one] { $total } row
       *[other] { $total } rows
    }
data-work-long = This can take a minute. Everything else goes on.
data-work-look-text = All of it is read and checked. This can take some minutes.
data-restoring-checks = Step 1 of 4: all of it is read and checked.
data-restoring-copies = Step 2 of 4: { $done } copied.
data-restoring-pictures = Step 3 of 4: its pictures are taken out, { $done } of { $total }.
data-restoring-finishes = Step 4 of 4: the copy is brought up to date and checked.

# Where the data cannot be opened

data-closed = Your data could not be opened
data-closed-restore = Restore a backup…
data-closed-restore-text = What is here now is kept beside it, and you are told its name. Uploads that may have been sent since wait for you, so that nothing is published twice.
data-closed-ready = The backup is ready
data-closed-ready-text = What is here now will be in { $file }. Restart to go on with the backup.

# Services and drafts out of a table

data-rows-title-services = Import services
data-rows-title-drafts = Import drafts
data-rows-lead = From a CSV or JSON file. You see what is in it before anything is added.
data-rows-reading-services = What is in the file of services
data-rows-reading-drafts = What is in the file of drafts
data-rows-refused = This file cannot be imported
data-rows-found = What is in the file
data-rows-good = <b>{ $count }</b> can be added
data-rows-already = <b>{ $count }</b> here already
data-rows-bad = <b>{ $count }</b> not good yet
data-rows-ignored = Left out, as they mean nothing here: { $columns }.
data-rows-more =
    And { $count ->
        [one] { $count } more row that cannot be added.
       *[other] { $count } more rows that cannot be added.
    } Mend these first, then import the file again: what is here already is not added twice.
data-rows-busy = Reading the file…
data-rows-table-services = A table of services
data-rows-table-drafts = A table of drafts
data-rows-text-services = One row for each service, and a first line that names the columns: title and price, and if you like description, currency, type and hidden.
data-rows-text-drafts = One row for each draft, and a first line that names the columns: title, and if you like description, tags, type, platforms, at, privacy and more. Each video is chosen here afterwards.
data-rows-example-services = Delivery in Lyon
data-rows-example-drafts = How I oil an oak chair
data-rows-choose = Choose a file…
data-rows-choose-another = Choose another file…
data-rows-adding = Adding…
data-rows-none = Nothing to add
data-rows-add-services =
    { $count ->
        [one] Add { $count } service
       *[other] Add { $count } services
    }
data-rows-add-drafts =
    { $count ->
        [one] Add { $count } draft
       *[other] Add { $count } drafts
    }
data-added-services =
    { $count ->
        [one] { $count } service added.
       *[other] { $count } services added.
    }
data-added-drafts =
    { $count ->
        [one] { $count } draft added.
       *[other] { $count } drafts added.
    }
data-added-rest-services =
    { $count ->
        [one] { $count } service added.
       *[other] { $count } services added.
    } { $left ->
        [one] { $left } row was left out.
       *[other] { $left } rows were left out.
    }
data-added-rest-drafts =
    { $count ->
        [one] { $count } draft added.
       *[other] { $count } drafts added.
    } { $left ->
        [one] { $left } row was left out.
       *[other] { $left } rows were left out.
    }
data-errors = What is wrong, row by row
data-errors-row = Row
data-errors-column = Column
data-errors-change = What to change
