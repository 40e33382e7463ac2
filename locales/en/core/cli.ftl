# What `maker` says on a terminal; the usage texts are English (decision 0030)

cli-named = { $name }: { $what }
cli-no-data-folder = This system names no folder for data. Say which with --data-dir.
cli-deleted = Deleted. { $command } brings it back.
cli-deleted-for-days = Deleted. { $command } brings it back for thirty days.
cli-is-back = It is back.
cli-no-id =
    { $of ->
        [calendar] This is no id. `maker calendar` shows them.
        [delivery] This is no delivery's id. `maker queue` shows them.
        [device] This is no device's id. `maker account devices` shows them.
        [draft] This is no draft's id. `maker drafts` shows them.
        [entry] This is no entry’s id. `maker library` shows them.
        [link] This is no link's id. `maker links` shows them.
        [post] This is no post's id. `maker posts` shows them.
        [row] This is no row's id. `maker sync conflicts` shows them.
        [service] This is no service's id. `maker services` shows them.
        [snippet] This is no snippet's id. `maker snippets` shows them.
        [step] This is no step's id. `maker queue --json` shows them.
       *[version] This is no version's id. `maker drafts versions` shows them.
    }
cli-pictures =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }

# Deliveries, and waiting for them

cli-queue-empty = Nothing is on its way. `maker publish FILE --to youtube --title ...` starts something.
cli-nothing-waits = Nothing waits to go on.
cli-stopped-here = Stopped here. What was sent is kept: `maker resume` or the window goes on.
cli-late = ({ $minutes } min late: this computer was not on)
cli-waiting =
    { $why ->
        [turn] waiting for its turn
        [network] waiting for the network
        [metered] waiting for a network that is not metered
        [platform] { $platform } is busy; trying again
        [quota] today's quota is used up
       *[account] this account's daily limit is reached
    }
cli-waiting-until =
    { $why ->
        [turn] waiting for its turn; continues by itself at { $time }
        [network] waiting for the network; continues by itself at { $time }
        [metered] waiting for a network that is not metered; continues by itself at { $time }
        [platform] { $platform } is busy; trying again; continues by itself at { $time }
        [quota] today's quota is used up; continues by itself at { $time }
       *[account] this account's daily limit is reached; continues by itself at { $time }
    }
cli-goes-at = goes at { $time }; this computer must be on then, with the window or `maker resume`
cli-preparing = preparing
cli-uploading = uploading, { $percent } %
cli-working = { $platform } is working on it
cli-awaiting-address = posted; waiting for { $platform } to give its address
cli-scheduled = { $platform } has it, private, and makes it public at { $time }
cli-in-inbox = waiting for you in TikTok
cli-published = published
cli-posted-private = posted; { $platform } gives no address for private posts. Your profile:
cli-paused = paused
cli-cancelled = cancelled
cli-unconfirmed = checking with { $platform } whether it arrived; nothing will be sent twice
cli-pace-seconds = { $speed } MB/s, about { $left } s
cli-pace-minutes = { $speed } MB/s, about { $left } min
cli-step-done = done
cli-step-to-do = to be done
cli-step-until = continues by itself at { $time }
cli-step-needs-you = needs you

# Publishing

cli-terms = TikTok wants your agreement: by posting, you agree to TikTok's Music Usage Confirmation. (--yes-tiktok-terms)
cli-answered-by = { $what } ({ $flag })
cli-flag-either = { $flag } or { $other }
cli-flag-or-neither = { $flags } or neither
cli-flag-or-without = { $flag }, or without it
cli-flag-after = { $flag }, after { $command }

# The receipt

cli-receipt-of = { $title } to { $platform }
cli-receipt-label =
    { $of ->
        [file] File
        [sent] Sent to
        [queued] Queued
        [first-byte] First byte
        [received] Received
       *[published] Published
    }
cli-receipt-file =
    { $file } ({ $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    })
cli-receipt-sent =
    { $host }: { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } in { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }

# The calendar

cli-calendar-empty = Nothing has a time yet. `maker draft FILE --at "2026-12-01 18:00"` gives one.
cli-no-time = “{ $text }” is no time. Write it as 2026-12-01 18:00, with Europe/Paris behind it for another place.
cli-calendar-state =
    { $state ->
        [draft] draft
        [published] published
        [waiting] waiting
        [scheduled] with the platform, private until then
       *[other] see `maker queue`
    }

# Uploads, videos

cli-uploads =
    { $files ->
        [one] { $files } file at once
       *[other] { $files } files at once
    }, { $limit ->
        [none] no limit
       *[some] { $kilobytes } kB per second
    }{ $parts ->
        [none] {""}
       *[some] ; { $hours ->
            [one] { $hours } part of the day with a limit of its own
           *[other] { $hours } parts of the day with limits of their own
        }
    }; the computer { $awake ->
        [yes] stays awake
       *[no] may sleep
    } while uploading{ $metered ->
        [waits] ; nothing is sent on a metered network
       *[sends] {""}
    }
cli-numbers-read =
    Views and likes were read of { $count ->
        [one] { $count } video
       *[other] { $count } videos
    }.
cli-views =
    { $count ->
        [one] { $count } view
       *[other] { $count } views
    }
cli-likes =
    { $count ->
        [one] { $count } like
       *[other] { $count } likes
    }
cli-views-and-likes = { $views }, { $likes }
cli-numbers-as-of = { $numbers }, as of { $time }

# Connections

cli-waiting-for-browser = Waiting for your browser. If none opened, go to:
cli-open-address = Open this address in a browser and sign in:
cli-sign-in-lost = The sign-in ended without a word. Start it again.
cli-do-it-here = You can do it here:
cli-not-connected = not connected
cli-must-sign-in = { $account } must sign in again
cli-connected = connected as { $account }

# Drafts, and what was deleted

cli-drafts-empty = There are no drafts. `maker draft FILE` makes one.
cli-draft-added = draft added
cli-version = until { $until }, then: { $line }
cli-version-elsewhere = until { $until }, then on another device: { $line }
cli-one-version = It was never changed: there is one version, the present one.
cli-says-again = It says again what it said then. What it said until now is a version too: { $command }.
cli-deleted-empty = Nothing was deleted in the last thirty days.
cli-deleted-until = until { $time }
cli-deleted-kind =
    { $kind ->
        [draft] draft
        [post-draft] post being written
        [post] post
        [service] service
       *[link] link
    }
cli-deleted-gone = There is no such thing. `maker deleted` lists what can come back.
cli-titled-is-back = “{ $title }” is back.

# The library

cli-library-more = There are more: ask for them with --limit, or for fewer with words and filters.
cli-library-some = Some of these were not in the library.
cli-library-taken-out =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } taken out. Videos on a platform stay there. `maker library restore ID` brings it back.
cli-library-back =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } back.
cli-library-draft = A new draft: finish it in the window.
cli-library-post = A new post is being written: finish it in the window.
cli-library-kind =
    { $kind ->
        [video] video
        [post] post
       *[draft] draft
    }
cli-library-file = File: { $file }
cli-library-delivery = Delivery
cli-library-state =
    { $state ->
        [waiting] waiting
        [preparing] preparing
        [uploading] uploading
        [processing] processing
        [published] published
        [needs-attention] needs attention
        [failed] failed
        [paused] paused
        [cancelled] cancelled
       *[unconfirmed] unconfirmed
    }

# What the connections were used for

cli-activity-more = There are more: ask for them with --limit, or for fewer with --search and --since.
cli-activity-looked =
    { $count ->
        [one] { $count } entry was
       *[other] { $count } entries were
    } looked at.
cli-activity-use =
    { $action ->
        [connect] Sign-in
        [refresh] Access renewed
        [upload] Upload
        [thumbnail] Thumbnail
        [captions] Captions
        [playlist] Playlist
        [read] Read
       *[revoke] Rights given back
    }

# The page: posts, services, the profile

cli-posts-unfinished =
    { $count ->
        [one] { $count } post is
       *[other] { $count } posts are
    } being written: finish in the window.
cli-posts-alts =
    There are { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } and { $descriptions ->
        [one] { $descriptions } description
       *[other] { $descriptions } descriptions
    }. Give one --alt for each --image, in the same order; "" for none.
cli-service-lacks = A service needs a title and a price. Give --title TEXT and --price 24.50.
cli-service-unfinished = { $missing } Until then it is not on your page.
cli-service-off = not on your page
cli-no-country = There is no such country. Write its name, or its letters such as GH.
cli-profile-picture = A picture is beside your name.

# Presets

cli-no-preset = There is no such preset. `maker presets` shows them.
cli-preset-put-on = { $preset } put on it
cli-preset-some-gone = Some of these drafts are published or deleted. `maker drafts` shows those that are there.
cli-preset-usual = New drafts begin with { $preset }.
cli-preset-none = New drafts begin without a preset.
cli-preset-is-usual = new drafts begin with it

# The account, and keeping devices in step

cli-password = Password, on one line of standard input:
cli-password-unread = The password could not be read.
cli-no-password = There is no password on standard input.
cli-this-device = (this one)
cli-sync-refused = { $count } refused: `maker sync status --edits` shows why.
cli-sync-conflicts = { $count } edited on two devices: `maker sync conflicts` shows them.
cli-sync-edit =
    { $stands ->
        [refused] refused
       *[waits] waits
    }
cli-sync-conflict = { $title }: { $field } shows { $value }
cli-sync-kept = from { $device } on { $time }: { $value }
cli-sync-both = Both are kept: the second draft is { $draft }.
cli-sync-settled = Settled.

# Data in and out

cli-export-missing =
    { $count ->
        [one] { $count } picture is
       *[other] { $count } pictures are
    } on another device only and not in it.
cli-exported =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } are in { $folder }.
cli-import-kind = Say what the rows of this file are: --kind services or --kind drafts.
cli-import-open =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } had not ended there: `maker queue` shows them.
cli-imported =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } were taken in.
cli-rows-found =
    { $good } can be added, { $already ->
        [one] { $already } is
       *[other] { $already } are
    } here already, { $bad } cannot be added.
cli-rows-added =
    { $added } added, { $already ->
        [one] { $already } was
       *[other] { $already } were
    } here already, { $bad } left out.
cli-rows-ignored = These columns mean nothing here: { $columns }.
cli-rows-row = row { $row }: { $what }
cli-rows-cell = row { $row }, { $column }: { $what }
cli-rows-more =
    And { $count ->
        [one] { $count } more row
       *[other] { $count } more rows
    } that cannot be added.
cli-backed-up =
    { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } with { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } are in { $file }.
cli-restore-waits = The backup is checked and ready. Close Maker Studio everywhere: it takes the database's place at the next start.
cli-restored = The backup is in its place. What was there before is in { $kept }.
