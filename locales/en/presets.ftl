presets-title = Presets
presets-text = Settings that you choose again and again, by a name.
presets-list = Your presets
presets-unread = Your presets could not be read
presets-reading = Your presets are being read
presets-none = None yet. A preset answers for many videos what YouTube asks: who may watch, whether it is made for kids, which category. It is put on one draft or many, and can be what new drafts begin with.
presets-new = New preset
presets-new-of-draft = Keep this draft’s settings as
presets-new-hint = Such as Shorts, public
presets-make = Make
presets-keep = Keep
presets-kept = { $name } kept.
presets-delete = Delete { $name }
presets-deleted = { $name } deleted. Drafts stay as they are.
presets-usual = New drafts<hidden> begin with { $name }</hidden>
presets-usual-set = New drafts begin with { $name }.
presets-usual-none = New drafts begin without a preset.
presets-tiktok-asks = TikTok wants its audience, its switches, its disclosure and your consent chosen for each post: no preset holds them.
presets-ai-asks = Whether a video is AI-made is asked of each one too.

# The menu on what is being written

presets-menu = Presets
presets-use = Use a preset
presets-keep-these = Keep these settings as a preset…
presets-manage = Presets…

# The settings

presets-name = Name
presets-unset = As each draft has it
presets-targets = Where it goes
presets-privacy = Who may watch on YouTube
presets-kids = Made for kids
presets-category = Category on YouTube
presets-notify = Tell subscribers
presets-tiktok = To TikTok
presets-tiktok-post = As a post
presets-tiktok-inbox = To my inbox, to finish it there
presets-playlist = Playlist on YouTube: { $title }
presets-playlist-leave-out = Leave it out

# What a preset says, in a line

presets-says-nothing = Says nothing yet
presets-says-kids = Made for kids
presets-says-not-kids = Not made for kids
presets-says-quiet = Subscribers are not told
presets-says-playlist = Playlist { $title }
presets-says-inbox = To the TikTok inbox
