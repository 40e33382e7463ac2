# Where a delivery stands

words-state-preparing = Getting ready
words-state-uploading = Uploading
words-state-scheduled = { $platform } has it, private. It becomes public
words-state-inbox = Waiting for you in { $platform }
words-state-address = Posted. Waiting for { $platform } to give its address
words-state-sent = Sent. Waiting for { $platform }
words-state-published = Published
words-state-posted = Posted. { $platform } gives no address for private posts; this opens your profile
words-state-needs-you = Needs you
words-state-failed = Not published
words-state-paused = Paused
words-state-cancelled = Cancelled
words-state-unconfirmed = Checking with { $platform } whether it arrived. Nothing will be sent twice.
words-wait-schedule = Goes
words-wait-turn = Waiting for its turn
words-wait-network = Waiting for the network
words-wait-metered = Waiting for a network that is not metered
words-wait-platform = Waiting for { $platform }
words-wait-platform-until = { $platform } is busy. Continues by itself
words-wait-quota = Today’s limit at { $platform } is used up. Continues by itself
words-wait-account = { $platform } takes no more from this account today. Continues by itself
words-kept = { $size } kept
words-step-done = Done
words-step-until = Continues by itself
words-step-on-its-way = On its way
words-step-after-video = Once the video is there
words-step-needs-you = Needs you
words-steps-need-you =
    { $count ->
        [one] { $count } step needs you
       *[other] { $count } steps need you
    }

# What a listener hears of deliveries

words-news-steps =
    { $title }: { $count ->
        [one] { $count } step needs you
       *[other] { $count } steps need you
    }.
words-news-many =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    }: { $state }.
words-news-published = { $title } is published on { $platform }.
words-news-stopped = { $title } on { $platform }: { $what }
words-news-one-of = Upload { $done } of { $all } finished: { $title } to { $platform }.
words-news-finished = Upload finished: { $title } to { $platform }.
words-news-state = { $title } on { $platform }: { $state }.

# How much and how long

words-size-bytes =
    { $amount ->
        [one] { $amount } byte
       *[other] { $amount } bytes
    }
words-size-kb = { $amount } kB
words-size-mb = { $amount } MB
words-size-gb = { $amount } GB
words-size-tb = { $amount } TB
words-size-of-bytes = { $part } of { $whole } bytes
words-size-of-kb = { $part } of { $whole } kB
words-size-of-mb = { $part } of { $whole } MB
words-size-of-gb = { $part } of { $whole } GB
words-size-of-tb = { $part } of { $whole } TB
words-speed = { $size }/s
words-late-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    } late: this computer was not on.
words-late-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    } late: this computer was not on.
words-late-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } late: this computer was not on.
words-left-seconds = a few seconds
words-left-under-a-minute = less than a minute
words-left-minutes = about { $minutes } min
words-left-hours = about { $hours } h
words-left-hours-minutes = about { $hours } h { $minutes } min
words-left-days = more than a day

# Counted things

words-uploads =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    }
words-edits =
    { $count ->
        [one] { $count } edit
       *[other] { $count } edits
    }
words-pictures =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }
words-videos =
    { $count ->
        [one] { $count } video
       *[other] { $count } videos
    }

# Moments

words-moment-yesterday = yesterday { $time }
words-moment-tomorrow = tomorrow { $time }
words-moment-day = { $day } { $time }
words-at-time = at { $time }
words-at-yesterday = yesterday at { $time }
words-at-tomorrow = tomorrow at { $time }
words-at-day = on { $day } at { $time }
words-zone = { $place } time
words-time-in-zone = { $time } { $zone }
words-just-now = just now
words-utc = { $time } UTC, { $away }
words-when-week = Last 7 days
words-when-month = Last 30 days
words-when-year = Last 365 days
words-when-range = From … to …

# Prices

words-price-none = Write a price such as { $example }. 0 means it costs nothing.
words-price-negative = A price is zero or more. Write it such as { $example }.
words-price-not-one = This is no price. Write one such as { $example }.
words-price-no-hundredths = { $currency } has no hundredths. Write the price such as { $example }.
words-price-two-decimals = A price has at most two decimals. Write it such as { $example }.

# What the page is about

words-kind-driver = Delivery and transport
words-kind-agent = Sales and representation
words-kind-artisan = Craft and creative work

# Of the platforms

words-video-short = Short
words-video-long = Long
words-video-demo = Demo
words-privacy-everyone = Everyone
words-privacy-friends = Friends (followers you follow back)
words-privacy-followers = Followers
words-privacy-me = Only me
words-privacy-public = Everybody (public)
words-privacy-unlisted = Whoever has the link (unlisted)
words-privacy-private = Only me (private)
words-category-film = Film & Animation
words-category-autos = Autos & Vehicles
words-category-music = Music
words-category-animals = Pets & Animals
words-category-sports = Sports
words-category-travel = Travel & Events
words-category-gaming = Gaming
words-category-people = People & Blogs
words-category-comedy = Comedy
words-category-entertainment = Entertainment
words-category-news = News & Politics
words-category-howto = Howto & Style
words-category-education = Education
words-category-science = Science & Technology
words-category-nonprofits = Nonprofits & Activism

# Sync

words-sync-off = Sign in to back up
words-sync-sign-in-again = Sign in again
words-sync-upgrade = Update needed
words-sync-pictures-refused =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    } not taken
words-sync-refused = Not backed up
words-sync-offline-since = Offline since
words-sync-offline = Offline
words-sync-edits =
    { $count ->
        [one] { $count } edit
       *[other] { $count } edits
    } not yet backed up
words-sync-pictures =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    } to send
words-sync-comparing = Comparing
words-sync-up-to-date = Backed up
words-sync-news-conflict = Something was edited on two devices. Both versions are kept.
words-sync-news-refused = An edit was refused. It is kept on this computer.

# Limits of uploads

words-cap-off = Off
words-cap-no-number = Write a number of megabytes a second, such as 2 or 0.5.
words-cap-too-slow = The slowest limit is 0.017 MB/s. To stop uploads, pause them.
words-hours-whole-day = The whole day.
words-hours-over-midnight = Over midnight, into the next day.
