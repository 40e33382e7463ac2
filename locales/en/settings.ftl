settings-unread = Your settings could not be read
settings-reading = Your settings are being read
settings-default = Default: { $usual }.
settings-cancel = Cancel
settings-reset = Reset
settings-reset-of = Reset { $title }

# Looking for a setting, and other words by which it is looked for

settings-search = Search settings
settings-found =
    { $count ->
        [0] No setting found.
        [one] { $count } setting found.
       *[other] { $count } settings found.
    }
settings-nothing = No setting is like this
settings-nothing-text = Nothing here has “{ $text }” in it.
settings-all = Show all settings
settings-colours-words = theme appearance mode night day colors
settings-language-words = language english french arabic français العربية
settings-zone-words = hours clock city region summer
settings-week-words = monday sunday saturday
settings-slots-words = slots schedule hours queue best time
settings-files-words = parallel simultaneous together number
settings-limit-words = bandwidth throttle cap megabytes slow fast network
settings-hours-words = schedule bandwidth night day limit cap
settings-awake-words = sleep suspend power lid standby
settings-data-where-words = folder size disk database
settings-backup-words = restore copy safe
settings-export-words = json csv files leave
settings-import-words = json csv files move
settings-delete-words = wipe remove reset sign out
settings-doctor-words = doctor check problem support help network keyring password clock codec database link report log

# Appearance

settings-appearance = Appearance
settings-colours = Colours
settings-colours-text = Light or dark. Follows your system until you choose.
settings-colours-usual = as your system has it
settings-colours-system = System
settings-colours-light = Light
settings-colours-dark = Dark
settings-language = Language
settings-language-text = What the window speaks, and how it writes numbers and dates.
settings-language-system = System language ({ $language })
settings-language-usual = as your system has it

# Time and calendar

settings-calendar = Time and calendar
settings-zone = Time zone
settings-zone-text = Every time in the window is shown in this zone.
settings-zone-usual = this computer’s
settings-zone-system = This computer’s ({ $zone })
settings-week = First day of the week
settings-week-text = The calendar begins its weeks with it.
settings-week-usual = as usual here
settings-week-system = As usual here
settings-slots = When you like to publish
settings-slots-text = The calendar offers the next of these times at which nothing goes yet.
settings-slots-usual = none
settings-slot-day = Day of time { $place }
settings-slot-time = Time { $place }
settings-slot-remove = Remove time { $place }
settings-slot-add = Add a time

# Uploads

settings-uploads = Uploads
settings-uploads-text = A change holds within two seconds, for what is on its way too.
settings-uploads-unread = These settings could not be read
settings-uploads-reading = Settings of uploads are being read
settings-files = Files at once
settings-files-text = Each channel takes one file at a time, whatever this says.
settings-limit = Speed limit
settings-limit-text = For all uploads together. Off is as fast as the line goes.
settings-limit-usual = off
settings-limit-on = Limit the speed of all uploads
settings-limit-field = Speed limit in megabytes a second
settings-limit-unit = MB/s
settings-limit-by-hours = At this hour { $limit } holds, as your hours of the day say.
settings-limit-more = Hours of the day and more, in Settings
settings-hours = Hours of the day
settings-hours-text = Hours with a limit of their own, in your time zone. Where they overlap, the lowest holds.
settings-hours-usual = none
settings-hours-from = From
settings-hours-from-of = From, part { $place }
settings-hours-to = to
settings-hours-to-of = to, part { $place }
settings-hours-cap = at most
settings-hours-cap-of = at most, megabytes a second, part { $place }
settings-hours-remove = Remove part { $place }
settings-hours-add = Add hours
settings-hours-most = { $limit } parts of the day are the most.
settings-awake = Keep the computer awake
settings-awake-text = While bytes are on their way it does not go to sleep by itself. Closing the lid still puts it to sleep.
settings-awake-usual = on
settings-awake-switch = Keep the computer awake while uploading

# Data

settings-data = Data
settings-data-text = It is yours, on this computer, in files you can take along.
settings-data-unread = Your data folder could not be read
settings-data-reading = Your data folder is being read
settings-data-where = On this computer
settings-data-sizes = { $database }, and { $pictures } of pictures
settings-data-kept =
    { $count ->
        [one] Kept from before a restore: { $name } ({ $size })
       *[other] Kept from before { $count } restores: { $name } ({ $size }) is the newest
    }
settings-data-open = Open folder
settings-backup = Backup
settings-backup-text = One file with everything and the pictures of your posts, also while uploads run. Keep it on another disk.
settings-backup-make = Back up…
settings-backup-restore = Restore…
settings-export = Export
settings-export-text = A folder of open files that any program can read, for leaving or for another installation. Sign-ins and videos are not in it.
settings-export-make = Export…
settings-import = Import
settings-import-text = Takes an export in, all of it or nothing.
settings-import-not-empty = An export is taken in where nothing was made yet, and there is something here. Services and drafts out of a table are imported from their own screens.
settings-delete = Delete this device’s data
settings-delete-text = Signs out, disconnects the platforms and deletes everything that is here. This cannot be undone.
settings-delete-begin = Delete…
settings-delete-ask = Delete everything on this computer?
settings-delete-ask-text = Drafts, services, posts, history and settings of this computer go for good, also the databases kept from before a restore. What is published stays where it is, your videos stay on this disk, and your account keeps what it has.
settings-delete-ask-uploads =
    Drafts, services, posts, history and settings of this computer go for good, also the databases kept from before a restore. { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } on the way will stop. What is published stays where it is, your videos stay on this disk, and your account keeps what it has.
settings-delete-yes = Delete everything
settings-restore-ask = Restore the backup made { $when }?
settings-restore-ask-copy = Restore this copy?
settings-restore-text = What is here now is kept beside it, and you are told its name. What was sent stays known, so that nothing is published twice.
settings-restore-text-account = What is here now is kept beside it, and you are told its name. What was sent stays known, so that nothing is published twice. What your account has comes back with the next contact.
settings-restore-yes = Restore
settings-restore-waits = A backup takes over at the next start
settings-restore-waits-text = What is here now is kept beside it. What you write until then is in that file only.
settings-restore-waits-named = What is here now will be in { $file }. What you write until then is in that file only.
settings-restart = Restart now

# Diagnostics

settings-doctor = Diagnostics
settings-doctor-text = What this computer offers, and how to mend what is missing.
settings-doctor-reading = This computer is being checked
settings-doctor-checking = Checking…
settings-doctor-all-well = Everything is well.
settings-doctor-some-ill = Something needs mending.
settings-doctor-line-well = : well.
settings-doctor-line-ill = : needs mending.
settings-doctor-connections = Show connections
settings-doctor-folder = Open the data folder
settings-doctor-links = Register
settings-doctor-remedy = { $act }: { $name }
settings-report-copy = Copy report
settings-report-copied = Report copied. It holds no secret.
