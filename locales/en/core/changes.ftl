# What a draft's version changed, in a line

changes-and = { $first }; { $second }
changes-more-fields =
    { $count ->
        [one] { $count } more field
       *[other] { $count } more fields
    }
changes-nothing = Nothing that is shown
changes-answer-back = { $field }, answer taken back
changes-answer = { $field }: { $answer }
changes-signs = { $field }, signs only
changes-words-more =
    { $field }, { $count ->
        [one] { $count } word more
       *[other] { $count } words more
    }
changes-words-fewer =
    { $field }, { $count ->
        [one] { $count } word fewer
       *[other] { $count } words fewer
    }
changes-words-changed =
    { $field }, { $count ->
        [one] { $count } word changed
       *[other] { $count } words changed
    }
changes-words-both =
    { $field }, { $added ->
        [one] { $added } word
       *[other] { $added } words
    } added and { $removed } taken away

# The fields

changes-title = Title
changes-description = Description
changes-tags = Tags
changes-youtube-title = Title on YouTube
changes-youtube-description = Description on YouTube
changes-tiktok-caption = Caption on TikTok
changes-kind = Kind of video
changes-platforms = Platforms
changes-time = Time
changes-youtube-time = Time on YouTube
changes-tiktok-time = Time on TikTok
changes-youtube-privacy = Who may watch on YouTube
changes-kids = Made for kids
changes-youtube-ai = Altered or AI-made, on YouTube
changes-youtube-category = Category on YouTube
changes-youtube-quiet = Published quietly on YouTube
changes-youtube-playlist = Playlist on YouTube
changes-tiktok-privacy = Who may watch on TikTok
changes-tiktok-comments = Comments on TikTok
changes-tiktok-duets = Duets on TikTok
changes-tiktok-stitches = Stitches on TikTok
changes-tiktok-promotes = Promotes something, on TikTok
changes-tiktok-promoted = What is promoted, on TikTok
changes-tiktok-ai = AI-made, on TikTok
changes-tiktok-inbox = To the TikTok inbox
changes-tiktok-cover = Cover on TikTok

# The answers

changes-yes = Yes
changes-no = No
changes-at = { $date } at { $time } ({ $place })
changes-now = Now
changes-cover-at = at { $seconds } s
changes-video-type =
    { $kind ->
        [short] Short
        [long] Long
       *[demo] Demo
    }
changes-public = Public
changes-unlisted = Unlisted
changes-private = Private
changes-everyone = Everyone
changes-friends = Friends
changes-followers = Followers
changes-only-me = Only me
changes-your-brand = Your brand
changes-branded = Branded content
changes-both-brands = Your brand, Branded content
