# Around what is written

composer-close-keep = Close and keep ({ $keys })
composer-versions = Versions ({ $keys })
composer-saved = Saved <time/>
composer-not-saved = Not saved. { $error }
composer-saving = Saving…
composer-untitled = Draft
composer-delete = Delete this draft
composer-deleted = Draft “{ $title }” deleted. The video stays on this computer.
composer-gone = This draft is gone
composer-gone-back = Back to Home
composer-unread = The draft could not be read
composer-reading = The draft is being read
composer-version-restored = Version restored.
composer-preset-used = { $name } put on this draft.

# The video file

composer-file = The video file
composer-file-fits = <hidden>{ $platform }:</hidden> Fits
composer-file-locate = Locate…
composer-file-elsewhere = The video is on another device
composer-file-none = No video is chosen
composer-file-none-text = Choose the video on this computer: text and settings are kept.
composer-file-choose = Choose video…
composer-file-too-long = TikTok takes { $length } from this account: cut the video.
composer-fact-square = Square { $size }
composer-fact-upright = Upright { $size }
composer-fact-wide = Wide { $size }
composer-fact-fps = { $fps } fps
composer-shape-square = square
composer-shape-upright = upright
composer-shape-wide = wide
composer-shape-and-length = { $shape }, { $length }
composer-will-short = Will be a Short
composer-will-long = Will be a long video
composer-will-demo = Will be a demo
composer-will-because = { $what }: { $why }
composer-prediction = { $prediction } <quiet>(prediction)</quiet>

# What stands in the way

composer-before = Before it can go: { $count }
composer-ready = Ready to go
composer-nothing-open = Nothing stands in the way.
composer-worth-knowing = <hidden>Worth knowing:</hidden> { $message }
composer-things-open = { $count } things to answer first
composer-captions-tell = Say which language { $name } is in.
composer-playlist-tell = Give the new playlist a title.
composer-tiktok-silent = Waiting for TikTok to say what your account may do.
composer-agree-first = Agree before the video is sent to TikTok.

# Publishing: what the button does, such as “Publish to YouTube now, to TikTok at 18:00”

composer-now = now
composer-publish = Publish
composer-publish-to = Publish to { $platforms } { $time }
composer-publish-parted = Publish to { $first } { $time }, to { $second } { $later }
composer-publish-inbox = Send to your TikTok inbox { $time }
composer-publish-and-inbox = Publish to { $platform }, send to your TikTok inbox { $time }
composer-publish-then-inbox = Publish to { $platform } { $time }, send to your TikTok inbox { $later }
composer-publish-after-inbox = Send to your TikTok inbox { $time }, publish to { $platform } { $later }
composer-handing-over = Handing over…
composer-scheduled = Scheduled. It is in your calendar, where you can still move what has not begun.
composer-sent = On its way. You can go on working, or pause it from here.
composer-sent-tiktok = On its way. After posting, it may take a few minutes until TikTok has processed it and shows it.

# When it goes out

composer-when = When it goes out
composer-when-youtube = When it goes to YouTube
composer-when-tiktok = When it goes to TikTok
composer-when-shared = Same as shared
composer-when-pressed = When I press Publish
composer-when-later = At a time
composer-then-youtube = YouTube gets the video now, private, and makes it public { $time }. Your computer may be off then.
composer-then-tiktok = It goes to TikTok { $time }: this computer must be on then, with Maker Studio open. If not, it goes at the next start.

# What every platform gets

composer-shared = Shared text
composer-title = Title
composer-title-hint = What is the video about?
composer-description = Description
composer-description-hint = Tell people what they will see. Shared by every platform.
composer-bytes = bytes
composer-with-title = TikTok, with the title
composer-tags = Tags
composer-tags-hint = oak, chair, woodwork
composer-tag-remove = Remove the tag { $tag }
composer-kind = Kind of video
composer-kind-by-itself = By shape and length
composer-kind-predicted = By shape and length: { $kind }
composer-targets = Publish to
composer-target-again = Sign in again
composer-target-none = Not connected

# What differs from one platform to the other

composer-tabs = What differs by platform
composer-tab-open = { $count }<hidden> to answer</hidden>
composer-own-shared = Same as shared
composer-own-write = Write another<hidden> { $label }</hidden>
composer-own-restore = Use shared<hidden> text for: { $label }</hidden>
composer-audience = Who may watch
composer-audience-choose = Choose who may watch

# YouTube

composer-youtube-title = Title on YouTube
composer-youtube-description = Description on YouTube
composer-youtube-category = Category
composer-youtube-kids = Is it made for kids?
composer-youtube-kids-hint = It switches off comments and personalised ads.
composer-youtube-synthetic = Realistic altered or AI-made content?
composer-youtube-synthetic-hint = YouTube labels it. Colour grading and filters do not count.
composer-youtube-notify = Tell subscribers about it
composer-extras = Captions and playlist
composer-extras-missing = Captions and playlists need one more right
composer-extras-missing-text = YouTube asks you for it in your browser. What you choose here is kept until then; the video itself goes without it.
composer-extras-allow = Allow captions and playlists
composer-file-take-off = Take { $name } off
composer-file-taken-off = { $name } is taken off. The file stays where it is.
composer-thumbnail = Thumbnail
composer-thumbnail-choose = Choose a picture…
composer-thumbnail-another = Choose another…
composer-thumbnail-none = Without one, YouTube takes a frame of its own.
composer-thumbnail-how = YouTube takes a picture here, not a moment of the film, and only from channels whose phone number is verified.
composer-thumbnail-short = Of a Short it takes it once it has worked through the film: that follows by itself.
composer-captions = Captions
composer-captions-add = Add captions…
composer-captions-more = Add more…
composer-captions-how = SRT or VTT files, one for each language.
composer-captions-language = Language
composer-captions-language-hint = For example French
composer-captions-no-language = Say which language these captions are in.
composer-captions-unknown = Choose a language from the list, or write its code such as fr or pt-BR.
composer-captions-name = Track name (optional)
composer-captions-name-hint = What viewers choose them by
composer-playlist = Playlist
composer-playlist-none = None
composer-playlist-asking = Asking YouTube for your playlists…
composer-playlist-new = Make a new one…
composer-playlist-empty = This channel has no playlist yet: you can make one.
composer-playlist-unread = Your playlists could not be read
composer-playlist-title = Title of the new playlist
composer-playlist-cut = YouTube takes { $limit } characters here: cut { $cut }.
composer-playlist-privacy = Who may see the playlist

# TikTok: what stands in quotation marks or speaks of agreeing is in TikTok’s own words (Content Sharing Guidelines)

composer-tiktok-unknown = TikTok has not said what your account may do
composer-tiktok-connections = Open Connections
composer-tiktok-as = Posting as <nickname>{ $nickname }</nickname> <quiet>{ $handle }</quiet>
composer-tiktok-asking = Asking TikTok what your account may do…
composer-tiktok-caption = Caption on TikTok
composer-tiktok-inbox = Send it to my TikTok inbox and finish it there
composer-tiktok-inbox-hint = TikTok then asks for everything below in its app.
composer-tiktok-waiting = Waiting for TikTok
composer-tiktok-others = Others may
composer-tiktok-comment = Allow comment
composer-tiktok-duet = Allow duet
composer-tiktok-stitch = Allow stitch
composer-tiktok-off = Switched off in your TikTok account
composer-tiktok-some-off = Greyed ones are switched off in your TikTok account.
composer-tiktok-ai = Is it AI-generated?
composer-tiktok-ai-hint = TikTok labels it as AI-generated.
composer-disclose = Disclose commercial content
composer-disclose-hint = Turn on if the video promotes goods or services in exchange for something of value: your own, a third party’s, or both.
composer-disclose-missing = You need to indicate if your content promotes yourself, a third party, or both.
composer-your-brand = Your brand
composer-your-brand-hint = You promote yourself or your own business.
composer-branded = Branded content
composer-branded-hint = You promote another brand or a third party.
composer-branded-not-private = Branded content visibility cannot be set to private.
composer-label-promotional = Your photo/video will be labeled as 'Promotional content'
composer-label-partnership = Your photo/video will be labeled as 'Paid partnership'
composer-consent = By posting, you agree to TikTok's <music>Music Usage Confirmation</music>
composer-consent-branded = By posting, you agree to TikTok's <branded>Branded Content Policy</branded> and <music>Music Usage Confirmation</music>.
composer-agree = I agree. Send this video to TikTok.
composer-agree-as = I agree. Send this video to TikTok as <b>{ $nickname }</b>.
composer-agree-then = After posting, it may take a few minutes to process and appear on TikTok.
composer-cover = Cover
composer-cover-first = First frame
composer-cover-of = { $moment } <quiet>of { $end }</quiet>
composer-cover-moment = Cover moment
composer-cover-keys = Left and right arrows move it by a tenth of a second, with Shift by a whole one.
composer-cover-unseen = This computer cannot show the frame here. TikTok takes the moment you choose all the same.
composer-cover-no-picture = TikTok takes a moment of the film, and no picture of its own.
composer-cover-unknown = TikTok shows the first frame. Another moment can be chosen once the length of the video is known.

# As the platforms show it

composer-preview = Preview
composer-preview-of = Preview of { $title }
composer-preview-account = Your account
composer-preview-said = Preview: { $platform }, { $shape }.
composer-preview-said-covered = Preview: { $platform }, { $shape }, with what is covered.
composer-preview-on = Preview on ({ $keys })
composer-preview-shape = Shape of the preview ({ $keys })
composer-preview-upright = Upright
composer-preview-upright-hint = Upright, as on a phone
composer-preview-wide = Wide
composer-preview-wide-hint = Wide, as on a computer
composer-preview-covers = What the platform covers
composer-preview-covers-keys = What the platform covers ({ $keys })
composer-preview-more = more
composer-preview-seen = <hidden>Seen in a feed:</hidden> “<seen/><rest/>”
composer-preview-cut-off = and cut off:
composer-preview-seen-whole = All of it is seen in a feed.
composer-preview-no-text = There is no text yet.
composer-preview-hatched = What is hatched is covered, as widely published: the platforms name no figures.
composer-preview-cannot-play = This computer cannot play this video here. It can still be published.
composer-preview-none = No preview here. It can still be published.
composer-cut-caption = Of the caption about the first 80 characters are seen, then “more”.
composer-cut-caption-wide = Of the caption about the first 100 characters are seen beside the player, then “more”.
composer-cut-short = Of a Short’s title about the first 40 characters are seen.
composer-cut-title = In a feed two lines of the title are seen, about 70 characters.
composer-cut-title-phone = In a feed two lines of the title are seen, about 70 characters on a phone.
