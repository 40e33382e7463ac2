# The maker

public-works-from = Works from
public-elsewhere = Elsewhere
public-all-links = All links
public-on-this-page = On this page
public-empty = There is nothing here yet. Come back another day.
public-untitled = Untitled

# Lists

public-list =
    { $list ->
        [services] Services
        [videos] Videos
        [posts] Posts
       *[links] Links
    }
public-list-of =
    { $list ->
        [services] Services of { $name }
        [videos] Videos of { $name }
        [posts] Posts of { $name }
       *[links] Links of { $name }
    }
public-further =
    { $list ->
        [services] More services
        [videos] Older videos
        [posts] Older posts
       *[links] More links
    }
public-in-all = { $number } in all
public-in-all-newest = { $number } in all, the newest first
public-empty-list = There is nothing here.
public-from-the-start = From the start
public-read-on = Read on

# What a service and a video are

public-service =
    { $kind ->
        [driver] Delivery and transport
        [agent] Sales and representation
       *[artisan] Craft and creative work
    }
public-video =
    { $kind ->
        [short] Short
       *[demo] Demo
    }
public-lasts = Lasts
public-watch = Watch
public-watch-on = Watch on { $platform }
public-day = { $day } { $month } { $year }
public-views =
    { $count ->
        [one] { $number } view
       *[other] { $number } views
    }
public-likes =
    { $count ->
        [one] { $number } like
       *[other] { $number } likes
    }

# What is said about a video

public-comments = Comments
public-no-comments = No comments
public-comments-count =
    { $count ->
        [one] { $number } comment
       *[other] { $number } comments
    }
public-comments-on = on
public-nobody-said = Nobody has said anything yet.
public-newest-comments = Newest comments
public-older-comments = Older comments

# Around every page

public-skip = Skip to the page
public-back = Back
public-made-with = Made with Maker Studio
public-nobody = Nobody works here
public-nobody-text = There is no maker at this address, or no longer. Was it copied by hand? Then look at its letters once more.
public-moment = One moment
public-moment-text = This page cannot be shown just now. Load it again in a few seconds.
