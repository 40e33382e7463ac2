palette-title = Search or do
palette-hint = Search or do…
palette-input = Search for something, or something to do
palette-found = What was found
palette-nothing-found = Nothing found.
palette-results =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }. { $first }
palette-shown-of = { $count } of { $total }
palette-nothing = Nothing is called “{ $query }”.
palette-nothing-unread = Not all of your lists could be read: it may be among those.
palette-nothing-reading = Your lists are still being read: it may be among them.
palette-nothing-why = Names of screens, actions, drafts, posts, uploads, videos, services and links are searched; their texts are not.
palette-foot-move = <up/><down/> move
palette-foot-choose = <enter/> choose
palette-foot-close = <esc/> close

# Sections

palette-section-recent = Recent
palette-section-actions = Actions
palette-section-go = Go to
palette-section-drafts = Drafts
palette-section-posts = Posts
palette-section-uploads = Uploads
palette-section-published = Published
palette-section-services = Services
palette-section-links = Links

# What can be done, and other words by which it is looked for

palette-undo = Undo
palette-add-videos = Add videos…
palette-add-videos-words = upload import file film draft
palette-new-post-words = write text picture
palette-new-service-words = offer price
palette-new-link = Add a link
palette-new-link-words = new address website
palette-pause-all = Pause all uploads
palette-pause-all-words = stop
palette-resume-all = Resume all uploads
palette-resume-all-words = continue start
palette-sign-in = Sign in to your account…
palette-sign-in-words = sync backup log
palette-sync = Sync now
palette-sync-words = backup refresh
palette-open-page = Open your page in the browser
palette-open-page-words = public website
palette-copy-page = Copy your page’s link
palette-copy-page-words = address share
palette-connect = Connect { $platform }…
palette-connect-again = Sign in again to { $platform }…
palette-connect-words = connect account sign in
palette-theme-light = Use light colours
palette-theme-light-words = theme appearance day colors
palette-theme-dark = Use dark colours
palette-theme-dark-words = theme appearance night colors
palette-theme-system = Use the system’s colours
palette-theme-system-words = theme appearance automatic colors
palette-copy-report = Copy the diagnostics report
palette-copy-report-words = support doctor problem
palette-shortcuts = Show the keyboard shortcuts
palette-shortcuts-words = keys help

# Where one can go

palette-home-words = queue uploads drafts
palette-posts-words = texts
palette-library-words = videos published posts views search
palette-calendar-words = schedule plan month week dates times
palette-services-words = offers prices
palette-profile-words = name about country page
palette-connections-words = youtube tiktok accounts platforms disconnect
palette-deleted-words = bin trash restore bring back undelete
palette-sync-place-words = devices conflicts sign out pending backup
palette-settings-place-words = preferences options
palette-activity-words = audit log history uses export chain
palette-snippets = Snippets…
palette-snippets-words = text tags template slash
palette-presets = Presets…
palette-presets-words = settings template privacy audience category
palette-settings-week-start = Settings: First day of the week
palette-settings-week-start-words = monday sunday calendar
palette-settings-data = Settings: Data
palette-settings-data-words = backup back up restore export import delete folder disk
palette-settings-appearance = Settings: Appearance
palette-settings-appearance-words = theme dark light colours colors
palette-settings-language = Settings: Language
palette-settings-language-words = language english french arabic français العربية
palette-settings-time-zone = Settings: Time zone
palette-settings-time-zone-words = hours city
palette-settings-slots = Settings: When you like to publish
palette-settings-slots-words = slots times week calendar schedule
palette-settings-uploads = Settings: Uploads
palette-settings-uploads-words = speed limit cap hours files at once keep awake
palette-settings-diagnostics = Settings: Diagnostics
palette-settings-diagnostics-words = doctor check keyring network report

# Things by name

palette-post-change = Change being written
palette-post-draft = Draft
palette-post-published = Published
palette-video-hint = { $platform } · { $type }
