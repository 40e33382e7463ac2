# The account

sync-unread = How sync stands could not be read
sync-reading = How sync stands is being read
sync-join = Back up, and work on more devices
sync-join-again = Sign in again
sync-join-text = Maker Studio works without an account. With one, your drafts, services and links are backed up and come to your other devices; what is here goes up when you sign in. Videos stay on the computer they are on.
sync-join-page = You also get a page on the web. It shows everybody what you publish, your services and your links; drafts stay yours.
sync-join-again-text = Everything you wrote since is kept here and goes up as soon as you are signed in.
sync-account = Account
sync-account-as = Signed in as
sync-account-unknown = Unknown
sync-account-backend = Backend
sync-account-page = Your page
sync-account-page-text = Everybody who has this address can read what you publish, your services and your links.
sync-account-page-copy = Copy link
sync-account-device = This computer is called
sync-account-contact = Last contact
sync-account-not-yet = Not yet
sync-signed-in = Signed in as { $account }. Everything on this computer is going up.
sync-signed-out = Signed out. Everything is still on this computer.

# The form

sync-form-new = Create an account
sync-form-known = I have an account
sync-form-name = Your name
sync-form-email = E-mail address
sync-form-password = Password
sync-form-password-rule = { $count } characters or more
sync-form-other-backend = Another backend
sync-form-backend = Address of the backend
sync-form-not-signed-in = You are not signed in
sync-form-create = Create account
sync-form-sign-in = Sign in
sync-form-creating = Creating the account…
sync-form-signing-in = Signing in…
sync-form-asking = The backend is being asked
sync-form-unchanged = { $message } Nothing was changed: try again when it can be reached.
sync-gap-name = Say what you are called, such as Marta Oak.
sync-gap-email = Write a whole address, such as marta@example.com.
sync-gap-password-new = Choose a password.
sync-gap-password = Write your password.
sync-gap-password-short = A password has { $count } characters or more: a few words in a row are good.
sync-gap-backend = Write its address as https://studio.example.com.
sync-gap-backend-plain = This address is not encrypted: others could read your work on its way. Write it with https.

# How it goes

sync-head-offline = What you edit goes up by itself when the backend can be reached again.
sync-head-now = Sync now
sync-head-syncing = Syncing…
sync-head-backing-up = Backing up
sync-head-to-go = { $things } to go
sync-head-looking = Looking for what other devices wrote

# What waits

sync-pending = Only on this computer
sync-pending-lead = Edits that the backend does not have yet. They go up by themselves, oldest first.
sync-list-unread = This list could not be read
sync-pending-reading = Edits that wait are being read
sync-pending-none = Nothing waits: everything is backed up.
sync-pending-name = { $row } “{ $title }”
sync-pending-at = { $fields }, <time/>
sync-pending-refused = <b>Refused.</b> { $why }
sync-pending-no-why = The backend did not say why.
sync-pending-waits = Waits: { $why }
sync-pending-discard = Discard…
sync-pending-ask = Discard this edit?
sync-pending-ask-text = { $name }: { $fields } will be as the backend has it. What was written here is lost.
sync-pending-ask-yes = Discard it
sync-pending-discarded = The edit is discarded.

# Devices

sync-devices = Devices
sync-devices-lead = Everywhere this account is signed in.
sync-devices-error = The list of devices needs the backend
sync-devices-reading = Your devices are being read
sync-device-this = This computer
sync-device-seen = { $system }, last seen <time/>
sync-device-revoke = Revoke…
sync-device-revoke-name = Revoke { $device }
sync-device-ask = Sign { $device } out?
sync-device-ask-text = It no longer gets or sends anything until someone signs in there again. What is on it stays on it.
sync-device-ask-yes = Sign it out
sync-device-signed-out = { $device } is signed out.

# Signing out

sync-out = Sign out
sync-out-ask-button = Sign out…
sync-out-ask = Sign out on this computer?
sync-out-ask-text = Your account keeps what it has, and your other devices go on as before.
sync-out-what = What becomes of this computer’s data
sync-out-keep = Keep everything on this computer
sync-out-delete = Delete this device’s data too
sync-out-delete-text = Drafts, services, posts, history and settings of this computer go for good, and the platforms are disconnected. What is published stays where it is, and your videos stay on this disk.
sync-out-delete-lost = Not yet backed up, and lost with it: { $things }.
sync-out-delete-uploads =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } on the way will stop.
sync-out-delete-yes = Sign out and delete
sync-out-no = Stay signed in
sync-out-stays = Everything stays on this computer, and you can go on working.
sync-out-waits =
    Everything stays on this computer. { $count ->
        [one] { $count } edit not yet backed up waits
       *[other] { $count } edits not yet backed up wait
    } here until you sign in again.

# Edited on two devices

sync-conflicts = Edited on two devices
sync-conflicts-lead = Both versions are kept until you settle it. What you choose goes to every device.
sync-conflicts-reading = What was edited on two devices is being read
sync-conflicts-here = Both versions are kept. Settle it when you like: nothing waits for it.
sync-conflict-name = { $field }, edited on two devices
sync-conflict-shown-by = <b>{ $device }</b>, <time/>, is shown
sync-conflict-shown-here = <b>This device</b> is shown
sync-conflict-kept = <b>{ $device }</b>, <time/>, is kept
sync-conflict-nothing = Nothing
sync-conflict-hide = Hide
sync-conflict-compare = Compare
sync-conflict-use = Use that
sync-conflict-both = Keep both as two drafts
sync-conflict-dismiss = Dismiss
sync-conflict-ask-dismiss = Dismiss what was written on { $device }?
sync-conflict-ask-use = Use what was written on { $device }?
sync-conflict-ask-dismiss-text = { $field } stays as you see it now, on every device. The other version is no longer offered.
sync-conflict-ask-use-text = { $field } changes on every device. What you see now is no longer offered.
sync-conflict-ask-dismiss-yes = Dismiss it
sync-conflict-ask-use-yes = Use it
sync-conflict-ask-no = Not yet
sync-settled-use = { $field }: what was written on { $device } is shown now.
sync-settled-both-posts = What was written on { $device } is a draft of its own now, under Posts.
sync-settled-both-home = What was written on { $device } is a draft of its own now, on Home.
sync-settled-dismiss = { $field }: what you see stays.

# Rows

sync-row-makers = Profile
sync-row-services = Service
sync-row-connections = Connection
sync-row-links = Link
sync-row-drafts = Draft
sync-row-draft-media = Video of a draft
sync-row-publications = Publication
sync-row-deliveries = Upload
sync-row-posts = Post
sync-row-post-media = Picture of a post
sync-row-videos = Published video
sync-row-comments = Comment

# Fields

sync-field-title = Title
sync-field-description = Description
sync-field-tags = Tags
sync-field-video-type = Kind of video
sync-field-targets = Where it goes
sync-field-youtube-title = Title on YouTube
sync-field-youtube-description = Description on YouTube
sync-field-youtube-privacy = Who may watch on YouTube
sync-field-youtube-kids = Made for kids
sync-field-youtube-synthetic = Made or changed by AI, on YouTube
sync-field-youtube-category = Category on YouTube
sync-field-youtube-quiet = No notice to subscribers
sync-field-youtube-playlist = Playlist
sync-field-tiktok-caption = Caption on TikTok
sync-field-tiktok-privacy = Who may watch on TikTok
sync-field-tiktok-comment = Comments on TikTok
sync-field-tiktok-duet = Duets on TikTok
sync-field-tiktok-stitch = Stitches on TikTok
sync-field-tiktok-commercial = Commercial content on TikTok
sync-field-tiktok-brand = Your own brand, on TikTok
sync-field-tiktok-branded = Paid partnership, on TikTok
sync-field-tiktok-ai = Made by AI, on TikTok
sync-field-tiktok-inbox = To the TikTok inbox
sync-field-tiktok-cover = Cover moment on TikTok
sync-field-schedule = When it goes out
sync-field-youtube-schedule = When it goes to YouTube
sync-field-tiktok-schedule = When it goes to TikTok
sync-field-name = Name
sync-field-bio = About you
sync-field-country = Country
sync-field-price = Price
sync-field-currency = Currency
sync-field-kind = Kind
sync-field-platform = Platform
sync-field-address = Address
sync-field-text = Text
sync-field-pictures = Pictures
sync-field-picture = Picture
sync-field-alt = Description of the picture
sync-field-hidden = Hidden
sync-field-position = Place in the list
sync-field-state = State
sync-field-file = Video file
sync-field-facts = Facts of the video
sync-field-changed = When it was changed
sync-fields-more = { $count } more

# Values

sync-value-everybody = Everybody
sync-value-link = Whoever has the link
sync-value-you = Only you
sync-value-friends = Friends
sync-value-followers = Followers
sync-value-long = Long video
sync-value-cover = At { $time }
sync-value-now = When Publish is pressed
sync-value-time = { $day } { $year }, { $time }, { $zone }
