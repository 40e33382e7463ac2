library-unread = Your library could not be read
library-reading = Your library is being read
library-found =
    { $count ->
        [0] Nothing found.
       *[other] { $count } found.
    }
library-empty = Everything you publish is found here
library-empty-text = Videos with their addresses on YouTube and TikTok, posts of your page, and drafts. The files stay on this computer.
library-empty-example = For example: How I oil an oak chair, on YouTube and TikTok, { $views }
library-nothing = Nothing is like this
library-nothing-words = No title, text, tag or file name has words that begin with “{ $text }”.
library-nothing-words-filters = No title, text, tag or file name has words that begin with “{ $text }”, with these filters.
library-nothing-filters = Nothing in your library fits these filters.
library-show-everything = Show everything

# The list

library-head-title = Title
library-head-where = Where it is
library-head-numbers = Views and likes
library-head-date = Date
library-head-more = More
library-more-for = More for { $name }
library-kind-video = Video
library-kind-post = Post
library-kind-draft = Draft
library-what-at = { $what } · <time/>
library-what-edited = { $what } · edited <time/>
library-counts-as-of = <counts>{ $counts }</counts> as of <time/>
library-as-of = as of <time/>
library-your-page = Your page
library-untitled = Untitled
library-untitled-draft = Untitled draft
library-untitled-post = Post with pictures only
library-views =
    { $count ->
        [one] { $count } view
       *[other] { $count } views
    }
library-likes =
    { $count ->
        [one] { $count } like
       *[other] { $count } likes
    }
library-open-on = Open on { $platform }
library-place-state = { $platform }: { $state }
library-place-of = { $place }: { $name }

# What can be done

library-act-open-draft = Open the draft
library-act-details = Details
library-act-preview = Preview
library-act-copy = Copy links
library-act-again = Use again
library-act-select = Select
library-act-unselect = Take out of the selection
library-act-take-out = Take out of the library
library-act-delete-draft = Delete the draft
library-act-delete-post = Delete the post
library-act-delete = Delete
library-act-edit = Edit
library-act-some = { $act } { $count }
library-selected = Selected entries
library-videos-stay = Videos on a platform stay there.
library-links-copied =
    { $count ->
        [one] Link copied.
       *[other] { $count } links copied.
    }
library-again-most = Choose at most { $limit } to use again: each becomes a new draft.
library-again-made =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    } made.
library-again-made-look =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    } made. { $warned ->
        [one] { $warned } draft
       *[other] { $warned } drafts
    } to look at before publishing.
library-removed-draft = Draft “{ $name }” deleted. The file stays where it is.
library-removed-post = Post “{ $name }” deleted. It is off your page too.
library-removed-video = “{ $name }” is out of your library and off your page. The video stays on { $platforms }.
library-removed =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } taken out of your library and off your page.
library-removed-stay =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } taken out of your library and off your page. Videos stay on { $platforms }: delete them there if you want them gone.
library-removed-stay-somewhere =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } taken out of your library and off your page. Videos stay on the platforms: delete them there if you want them gone.

# Looking for something

library-the-library = The library
library-search-hint = Search titles, texts, tags
library-search = Search the library
library-filter-all = All
library-filter-videos = Videos
library-filter-posts = Posts
library-filter-drafts = Drafts
library-filter-kind = Kind
library-filter-platform = Platform
library-filter-type = Type
library-filter-state = State
library-filter-date = Date
library-filter-order = Order
library-filter-clear = Clear
library-shown-as = Shown as
library-look-grid = Grid
library-look-table = Table
library-look-keys = { $look } ({ $keys })
library-state-published = Published
library-state-on-its-way = On its way
library-state-needs-you = Needs you
library-state-draft = Draft
library-order-newest = Newest first
library-order-oldest = Oldest first
library-order-title = Title
library-order-viewed = Most viewed

# One entry

library-preview = Preview
library-preview-reading = The preview
library-details = Details
library-details-reading = What is known of it
library-entry-unread = This could not be read
library-entry-reading = It is being read
library-platform-counts = { $platform }: <counts>{ $counts }</counts>, as of <time/>
library-no-decoder = This computer has no decoder for this video; it is as it was.
library-text = Text
library-no-description = No description.
library-file = File
library-deliveries = Deliveries
library-story-begun = Begun <begun/>
library-story-sent = Begun <begun/>, sent <sent/>
library-story-published = Begun <begun/>, published <published/>
library-story-sent-published = Begun <begun/>, sent <sent/>, published <published/>
library-receipt = Receipt
library-receipt-of = Receipt of the delivery to { $platform }
library-published-elsewhere = It was published on another device, where its deliveries and its file are.
library-audit = Audit log
library-audit-line = { $platform }: { $what }
library-audit-line-account = { $platform } ({ $account }): { $what }
library-audit-outcome = { $what }: { $told }
