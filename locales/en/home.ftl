home-unread = Home could not be read
home-reading = Home is being read
home-empty = Publish your first video
home-empty-text = Add a video from this computer, write its text once, and send it to YouTube and TikTok. It is never copied anywhere else.
home-example = This is how it will look
home-example-title = How I oil an oak chair
home-example-progress = Example of an upload

# The queue

home-uploads = Uploads
home-group-needs-you = Needs you
home-group-now = Now
home-group-waiting = Waiting
home-group-done = Done
home-earlier = Earlier ones are in the Library
home-all-uploads = All uploads
home-sum-uploading = { $count } uploading
home-sum-sent = { $count } sent
home-sum-waiting = { $count } waiting
home-sum-nothing = Nothing is on its way
home-pause-all = Pause all
home-resume-all = Resume all
home-speed-limit = Speed limit
home-speed-limit-now = Speed limit: { $limit }
home-upload-of = Upload of { $title }
home-measuring = Measuring the speed
home-pace = { $speed }, { $left }
home-percent = { $percent } %
home-hour-ends = { $platform }’s hour ends <time/>
home-must-be-on = This computer must be on then.
home-too-slow = At this speed it will not be through by <time/>. Pause other uploads, raise the limit, or publish a smaller file.
home-pause-others = Pause the others
home-pause-others-for = Pause the others, so that { $title } gets through
home-steps-of = Steps of { $title }
home-steps-done = { $steps } done
home-open-in-browser = Open in the browser
home-details = Details
home-platform-said = { $platform } said: <said/>
home-noted = Noticed here: <noted/>

# What can be done

home-act-pause = Pause
home-act-resume = Resume
home-act-undo = Undo
home-act-undo-cancel = Undo cancel
home-act-retry = Try again
home-act-retry-now = Try again now
home-act-dismiss = Dismiss
home-act-take-off = Take off this list
home-act-open = Open
home-act-cancel = Cancel
home-act-connect = Connect { $platform }
home-act-locate = Locate…
home-act-edit-draft = Edit draft
home-act-copy = Copy link
home-act-send = Send now
home-act-time = Move to another time…
home-act-up = Move up
home-act-down = Move down
home-act-receipt = Receipt
home-act-select = Select
home-act-unselect = Take out of the selection
home-act-for = { $act }: { $title }
home-act-some = { $act } { $count }
home-more-for = More for { $title }
home-selected = Selected uploads
home-will-not-go = { $title } will not go to { $platform }.
home-cancelled =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } cancelled.
home-paused =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } paused.
home-resumed =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } resumed.
home-refused-and-others = { $reason } { $count } more stayed as they were.
home-moved-up = { $title } moved up: now { $place } of { $all }.
home-moved-down = { $title } moved down: now { $place } of { $all }.
home-many-up = { $count } uploads moved up.
home-many-down = { $count } uploads moved down.

# Drafts, and other devices

home-drafts = Drafts
home-draft-edited = Edited <time/>
home-draft-delete = Delete the draft { $title }
home-sample-remove = Remove the sample
home-sample-gone = The sample is gone.
home-welcome = Welcome
home-draft-deleted = Draft “{ $title }” deleted. The video stays on this computer.
home-elsewhere = On your other devices
home-another-device = Another device
home-as-of = as of <time/>
home-drafts-deleted =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    } deleted. The videos stay on this computer.
home-drafts-selected = Selected drafts
home-drafts-delete = Delete
home-draft-select = Select the draft { $title }
home-sample = Sample
