calendar-month = Month
calendar-week = Week
calendar-list = List
calendar-show = Show
calendar-back = Back ({ $keys })
calendar-on = On ({ $keys })
calendar-today = Today
calendar-new-draft = New draft
calendar-day =
    { $day }, { $count ->
        [0] nothing
        [one] { $count } item
       *[other] { $count } items
    }
calendar-day-today =
    Today, { $day }, { $count ->
        [0] nothing
        [one] { $count } item
       *[other] { $count } items
    }
calendar-more = { $count } more
calendar-unread = The calendar could not be read
calendar-nothing-planned = Nothing is planned yet. Go to a day and press { $keys }, or add videos and give them a time. For example: every Friday at 18:00.
calendar-nothing-in = Nothing in { $month }.
calendar-day-passed = That day has passed. Choose a later one for a new draft.
calendar-state-on = { $state } on { $platforms }
calendar-draft-for = Draft for { $platforms }

# What lies open

calendar-reading = What it is and when it goes
calendar-moment = { $day }, { $time }
calendar-open-draft = Open the draft
calendar-show-on-home = Show it on Home
calendar-show-published = Show published videos
calendar-move-to = Move to
calendar-give-time = Give it a time
calendar-next-slot = Next free slot
calendar-send-now = Send now
calendar-take-time = Take the time away
calendar-move = Move
calendar-set-time = Set the time

# Moves

calendar-passed = { $day }, { $time } has passed.
calendar-tiktok-many = TikTok takes about { $limit } posts a day, and { $count } are planned already.
calendar-tiktok-must-be-on = TikTok: this computer must be on at { $time }.
calendar-moved = “{ $title }” moved to { $day }, { $time }.
calendar-untimed = “{ $title }” has no time any more.

# Words for states

calendar-state-draft = Draft
calendar-state-published = Published
calendar-state-needs-you = Needs you
calendar-state-failed = Not published
calendar-state-paused = Paused
calendar-state-scheduled = Scheduled
calendar-state-waiting = Waiting
calendar-state-on-its-way = On its way
calendar-no-platform = No platform yet
calendar-state-own-time = { $state }, { $time }

# Drafts without a time

calendar-tray = Without a time
calendar-tray-slot = Next free slot: { $day }, { $time }
calendar-tray-empty = Every draft has its time. New videos wait here until you give them one.
calendar-tray-how = Drag one onto a day, or press it to choose a time.
calendar-tray-more =
    And { $count ->
        [one] { $count } older draft
       *[other] { $count } older drafts
    }.
