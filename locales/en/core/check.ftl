check-no-video = Choose a video first.
check-no-platform = Tick at least one platform.

# YouTube

check-youtube-title-missing = YouTube needs a title.
check-youtube-title-long = YouTube takes { $most } characters in a title: cut { $over }.
check-youtube-description-long = YouTube takes 5,000 bytes of description: cut { $over }.
check-youtube-title-brackets = YouTube takes no < or > in a title: write it in words.
check-youtube-description-brackets = YouTube takes no < or > in a description: write it in words.
check-title-unseen = The title holds a character that cannot be seen or sent: type it anew.
check-description-unseen = The description holds a character that cannot be seen or sent: type it anew.
check-title-one-line = A title is one line: remove the line break.
check-youtube-tags-long = YouTube takes 500 characters of tags, with commas and quotation marks: cut { $over }.
check-youtube-tag-brackets = YouTube takes no < or > in a tag.
check-tag-unseen = A tag holds a character that cannot be seen or sent: type it anew.
check-youtube-privacy = Choose who may watch on YouTube.
check-youtube-kids = Say whether the video is made for kids: YouTube must know.
check-youtube-ai = Say whether it shows realistic altered or AI-made content: YouTube must know.
check-youtube-file-large = YouTube takes files up to 256 GB: export a smaller one.
check-youtube-too-long = YouTube takes videos up to 12 hours: cut it in parts.
check-youtube-phone = Longer than 15 minutes: YouTube takes it only from channels with a confirmed phone number.

# TikTok

check-tiktok-caption-long = TikTok takes 2,200 characters of caption: cut { $over }.
check-caption-unseen = The caption holds a character that cannot be seen or sent: type it anew.
check-tiktok-privacy = Choose who may watch on TikTok.
check-tiktok-audience-gone = TikTok no longer offers this audience for your account: choose again.
check-tiktok-ai = Say whether the video is AI-made: TikTok labels it.
check-tiktok-disclosure = You need to indicate if your content promotes yourself, a third party, or both.
check-tiktok-branded-private = Branded content visibility cannot be set to private.
check-tiktok-no-comments = Your TikTok account allows no comments: they stay off.
check-tiktok-no-duets = Your TikTok account allows no duets: they stay off.
check-tiktok-no-stitches = Your TikTok account allows no stitches: they stay off.
check-tiktok-mkv = TikTok takes MP4, WebM and MOV. This is an MKV: export it as MP4.
check-tiktok-file-large = TikTok takes files up to 4 GB: export a smaller one.
check-tiktok-codec = TikTok takes H.264, H.265, VP8 and VP9. This is { $codec }: export it as H.264.
check-tiktok-fps-high = TikTok: { $fps } fps, 60 at most. Export it with 60 or fewer.
check-tiktok-fps-low = TikTok: { $fps } fps, 23 at least. Export it with 24 or more.
check-tiktok-sides = TikTok takes sides from 360 to 4,096 pixels; this is { $width } x { $height }.
check-tiktok-too-long-seconds = TikTok takes { $seconds } s from this account: cut the video.
check-tiktok-too-long-minutes = TikTok takes { $minutes } min from this account: cut the video.
check-tiktok-too-long = TikTok takes { $minutes } min { $seconds } s from this account: cut the video.

# What goes beside a video

check-picture-empty = “{ $name }” is empty: choose another picture.
check-picture-kind = “{ $name }” is a { $kind } picture: save it as JPEG or PNG and choose that.
check-picture-none = “{ $name }” is no JPEG or PNG picture: choose one that is.
check-picture-large = “{ $name }” is larger than the 50 MB YouTube takes: save it smaller.
check-captions-empty = “{ $name }” is empty: choose a file with captions.
check-captions-large = “{ $name }” is larger than the 100 MB YouTube takes: shorten it.
check-captions-no-text = “{ $name }” is no text file: choose an SRT or VTT file.
check-captions-no-times = “{ $name }” has no captions with times, such as a line { $times }: choose an SRT or VTT file.
check-captions-arrow = “{ $name }”, line { $line }: between the two times of a caption stands -->, with two hyphens.
check-captions-no-time = “{ $name }”, line { $line }: “{ $text }” is no time. Write it like { $sample }.
check-captions-backwards = “{ $name }”, line { $line }: this caption ends ({ $to }) before it begins ({ $from }). Put its times right.
check-captions-language = Say which language the captions are in.
check-captions-no-language = “{ $text }” is no language code: write it like en, fr-CA or zh-Hant.
check-captions-name-long = YouTube takes { $most } characters in a name of captions: cut { $over }.
check-captions-name-one-line = A name of captions is one line: remove the line break or the unseen character.
check-playlist-title-missing = Give the new playlist a title.
check-playlist-title-brackets = YouTube takes no < or > in a playlist's title: write it in words.
check-playlist-title-long = YouTube takes { $most } characters in a playlist's title: cut { $over }.
check-playlist-title-one-line = A playlist's title is one line: remove the line break or the unseen character.
