# What is asked of what there is

app-bad-data-folder = The data folder { $folder } cannot be used. Check that the disk has room and that you may write there.
app-no-data-folder = This system names no folder for data. Set MAKER_STUDIO_DATA_DIR and start again.
app-bad-config = The configuration file { $file } cannot be read. Correct it or remove it.
app-no-tls = This computer cannot set up secure connections. Check its certificates, then start again.
app-data-folder-full = The data folder cannot be written. Check the disk's free space and permissions.
app-no-such-platform = { $platform } is not part of this version.
app-bad-zone = There is no such time zone. Write it as in Africa/Nairobi.
app-bad-language = Choose a language from the list.
app-bad-slots = Choose up to 50 slots, each a day of the week and a time.
app-bad-place = This is no place in the window.
app-too-many-stills = Ask for at most a hundred pictures at once.
app-too-many-days = Ask for at most a hundred days at once.
app-this-computer = This computer
app-untitled = Untitled
app-sample-unwritten = The sample cannot be written. Check the disk's free space.

# Drafts

app-draft-gone = Its draft is no longer there.
app-upload-under-way = This upload is under way: pause or cancel it first.
app-bad-still = This picture cannot be kept: it is no small JPEG.
app-sample = This is the sample, which cannot be published. Choose a video of yours in its place.
app-connect-first = { $platform } is not connected yet: connect it first.
app-reconnect = { $platform } no longer accepts our access: reconnect it. Your draft stays.
app-no-right-to-post = { $platform } was connected without the right to post: connect it again and leave it ticked.
app-file-elsewhere = The video “{ $file }” is on { $device }. Publish it there, or choose the file on this computer.
app-file-on-another-device = The video “{ $file }” is on another device. Publish it there, or choose the file on this computer.
app-captions-language = Say which language “{ $file }” is in.
app-captions-same = “{ $file }” has the language and the track name of “{ $first }”: YouTube takes one of each. Change one of them, or take it off.
app-captions-letters = “{ $file }” is not saved as UTF-8, so letters with accents would come out wrong. Save it as UTF-8 and choose it again.
app-extras-not-asked = YouTube has not been asked for captions and playlists yet: allow them under Connections.
app-file-unread = This file cannot be read. Check its permissions, or choose another.

# Publishing

app-agree-first = Agree to TikTok's terms first: they are above the Publish button.
app-unanswered = Some questions have no answer yet: look at each platform.
app-no-more-posts = TikTok takes no more posts from this account for now. Try again later, or untick TikTok.
app-unreachable = { $platform } cannot be reached just now. Check the network, then try again.
app-other-file = This is another file than the one that was published. Choose that one, or publish this one as a new draft.
app-no-address = This video has no address yet.

# Times

app-time-begun-cancel = Its upload has begun with the time it has. Cancel it to choose another one.
app-time-begun = Its upload has begun with the time it has.
app-time-out = It is published: what is out stays where it is.
app-time-with-platform = { $platform } has the video and makes it public by itself. To change the time, open it in { $platform } Studio.
app-time-soon = It goes as soon as it can.
app-time-ended = It has ended.
app-time-on-its-way = It is on its way.
app-together-most = Up to { $most } drafts can be written side by side. Choose fewer of them.
app-times-most = Up to { $most } drafts can be given times at once.
app-no-slots = You have no times of your own yet. Set them under Settings, then come back.
app-few-slots = Only { $free } of your times are free in the eight weeks from then, and there are { $drafts } drafts. Begin later, or choose fewer drafts.

# Presets, snippets, services, the page

app-presets-most = There are { $most } presets, which is as many as there can be: delete one first.
app-preset-there = There is a preset called “{ $name }”. Choose another name.
app-snippets-most = There are { $most } snippets, which is as many as there can be: delete one first.
app-bad-currency = A currency has three letters. Write it such as EUR or GHS.
app-bad-country = There is no such country. Choose one from the list, or write its two letters such as GH.

# Posts

app-pasted-no-picture = What was pasted is no picture. Copy one and paste again.
app-no-room = A post has at most { $most } pictures. Take one off before adding another.
app-picture-refused = The backend does not take this picture. { $why }
app-picture-elsewhere = This picture is on another device and not here yet.

# The library

app-is-draft = This is a draft already: open it.
app-draft-has-the-rest = { $why } The draft has everything else.
app-file-unknown = Its file is not known on this computer: choose it in the draft.
app-picture-unusable = One of its pictures cannot be used: add it again.
app-none-have-address = None of these has an address yet.
app-twice = This file is { $there } already. Publishing it again makes a second video there.
app-and = { $first } and { $second }

# What was kept of the connections

app-log-unbroken = Unbroken: every entry is as it was written, and none is missing.
app-log-changed = Broken at entry { $n }: it is not what was written. Somebody, or a damaged disk, has changed it.
app-log-missing = Broken at entry { $n }: it is missing. Somebody, or a damaged disk, has taken it out.
app-activity-place = The activity cannot be kept there. Choose another folder.
app-outcome-done = Done
app-outcome-started = Started
app-outcome-published = Published
app-outcome-cancelled = Cancelled
app-outcome-no-answer = No answer
app-outcome-refused = Refused
app-outcome-not-revoked = Disconnected here; the platform could not be told
app-outcome-timed-out = Nobody answered in time
app-outcome-no-network = No network
app-outcome-keyring = The password store did not take the keys
app-outcome-platform-refused = The platform refused

# The rights

app-right-upload = Upload your videos and set their thumbnails
app-right-channel = See your channel's name and how your uploads are doing
app-right-captions = Add captions, and put videos into your playlists
app-right-name = See your name and picture on TikTok
app-right-handle = See your @name, so that links to your posts are right
app-right-post = Post videos to your account
app-right-inbox = Send videos to your TikTok inbox
app-right-list = See the address and picture of your public posts
app-right-use = Use your account

# The receipt

app-receipt-unwritten = This receipt cannot be written. Try again.
app-receipt-place = The receipt cannot be kept there. Choose another folder.
app-receipt-stayed = “{ $file }” stayed where it is. No copy of it was made, here or on a server of ours.
app-receipt-keep-published = We keep the address that { $platform } gave, this receipt, and a small picture.
app-receipt-keep-open = We keep the post, how far the upload is, and a small picture.

# Put together

app-both = { $first }; { $second }
app-there-since = on { $platform } since { $day } { $month } { $year }
app-file-trouble = “{ $file }”: { $why }
