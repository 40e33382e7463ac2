activity-unread = The activity could not be read
activity-reading = The activity is being read
activity-found =
    { $count ->
        [0] Nothing found.
        [one] { $count } entry found.
       *[other] { $count } entries found.
    }
activity-empty = Every use of a connection is written down here
activity-empty-text = When it was, which account, by which right, what for, and how it ended. Entries are only ever added, and hold no secret.
activity-empty-example = For example: Upload, How I oil an oak chair, YouTube, Bench & Blade, Published
activity-nothing = Nothing is like this
activity-nothing-words = No entry has words with “{ $text }”.
activity-nothing-filters = No entry fits these filters.
activity-show-everything = Show everything
activity-show-connections = Show connections
activity-end = This is all of it, from the beginning. What connections may do is under <connections>Connections</connections>.

# Whether it is whole

activity-chain-checking = Looking whether every entry is as it was written…
activity-chain-none = Each entry is chained to the one before: nobody can change one unseen.
activity-chain-whole =
    <b>Unbroken.</b> { $count ->
        [one] The entry is as written, and none is missing.
       *[other] All { $count } entries are as written, and none is missing.
    }
activity-chain-again = Check again

# One entry

activity-use-connect = Sign-in
activity-use-refresh = Access renewed
activity-use-upload = Upload
activity-use-thumbnail = Thumbnail
activity-use-captions = Captions
activity-use-playlist = Playlist
activity-use-read = Read
activity-use-revoke = Rights given back
activity-read-numbers = views and likes
activity-read-creator = what the account may post
activity-read-playlists = playlists
activity-untitled = Untitled
activity-went-well = Went well
activity-trouble = Trouble
activity-number = No. { $n }
activity-hash = Hash { $hash }
activity-show-upload = Show the upload
activity-show-video = Show the video
activity-show-library = Show the library
activity-show-connection = Show the connection to { $platform }
activity-open-draft = Open the draft

# How an entry ended, for what is typed into the search

activity-told-ok = Done
activity-told-started = Started
activity-told-published = Published
activity-told-cancelled = Cancelled
activity-told-no-answer = No answer
activity-told-refused = Refused
activity-told-not-revoked = Disconnected here; the platform could not be told
activity-told-timed-out = Nobody answered in time
activity-told-no-network = No network
activity-told-keyring = The password store did not take the keys
activity-told-platform-refused = The platform refused

# Looking for something

activity-the-activity = The activity
activity-search = Search the activity
activity-search-hint = Search titles, accounts, outcomes
activity-filter-platform = Platform
activity-filter-use = What for
activity-filter-outcome = Outcome
activity-filter-date = Date
activity-filter-clear = Clear
activity-only-about = Only about “{ $about }”
activity-only-about-one = Only about one thing

# As a file

activity-export = Keep as a file
activity-export-as = Keep what is shown as
activity-export-csv = CSV, for a spreadsheet
activity-kept =
    { $count ->
        [one] { $count } entry kept.
       *[other] { $count } entries kept.
    }
