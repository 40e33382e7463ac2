shortcuts-title = Keyboard shortcuts
shortcuts-reading = The shortcuts
shortcuts-everywhere = Everywhere
shortcuts-note = Keys that are a single letter or sign rest while you type.
shortcuts-screen-draft = A draft
shortcuts-screen-post = Writing a post
shortcuts-screen-together = Compose together

# What must have the focus

shortcuts-at-upload = On an upload
shortcuts-at-service = On a service
shortcuts-at-entry = On an entry
shortcuts-at-link = On the handle of a link
shortcuts-at-picture = On a picture
shortcuts-at-draft = In what is written
shortcuts-at-day = On a day
shortcuts-at-item = On something in the calendar
shortcuts-at-cover = On the slider of the cover
shortcuts-at-cell = On a cell of the table

# Everywhere

shortcuts-palette = Search, or do something
shortcuts-help = Show the shortcuts
shortcuts-add-videos = Add videos
shortcuts-undo = Undo what the last message offers to undo
shortcuts-go-home = Go to Home
shortcuts-go-posts = Go to Posts
shortcuts-go-library = Go to Library
shortcuts-go-services = Go to Services
shortcuts-go-profile = Go to Profile & links
shortcuts-go-connections = Go to Connections
shortcuts-go-sync = Go to Account & sync
shortcuts-go-calendar = Go to Calendar
shortcuts-go-activity = Go to Activity
shortcuts-go-settings = Go to Settings

# Calendar, posts, services, profile

shortcuts-new-post = New post
shortcuts-calendar-today = Go to today
shortcuts-calendar-new = New draft on this day
shortcuts-calendar-month = Show the month
shortcuts-calendar-week = Show the week
shortcuts-calendar-list = Show the list
shortcuts-calendar-before = The month or week before
shortcuts-calendar-after = The month or week after
shortcuts-day-go = Go to the day beside, above or below
shortcuts-day-open = Open what is on it
shortcuts-item-before = Move it a day back
shortcuts-item-after = Move it a day on
shortcuts-item-week-before = Move it a week back
shortcuts-item-week-after = Move it a week on
shortcuts-new-service = New service
shortcuts-new-link = Add a link

# Uploads

shortcuts-go-above-below = Go to the one above or below
shortcuts-upload-act = Do what its button says
shortcuts-upload-pause = Pause or resume
shortcuts-upload-retry = Try again now
shortcuts-upload-cancel = Cancel, or take off the list
shortcuts-upload-up = Move up the queue
shortcuts-upload-down = Move down the queue
shortcuts-select = Select, or take out of the selection
shortcuts-select-more = Select more of them
shortcuts-select-all = Select all
shortcuts-select-none = Select none

# Library

shortcuts-library-search = Search the library
shortcuts-library-look = Grid or table
shortcuts-go-beside = Go to the one beside it
shortcuts-entry-open = Open its details; a draft opens
shortcuts-entry-preview = Preview
shortcuts-entry-again = Use again, as a new draft
shortcuts-entry-copy = Copy its link
shortcuts-entry-remove = Take out of the library

# What is written

shortcuts-undo-edit = Take back what was typed or chosen
shortcuts-redo-edit = Do it again
shortcuts-versions = See what it said before
shortcuts-close-editor = Close and keep
shortcuts-cover-move = Choose the moment
shortcuts-snippet = Put in a snippet
shortcuts-preview-platform = Preview on the other platform
shortcuts-preview-shape = Preview upright or wide
shortcuts-preview-safe = Show what the platform covers
shortcuts-move = Move it
shortcuts-close-service = Close the open service
shortcuts-service-open = Open or close it
shortcuts-move-up = Move it up
shortcuts-move-down = Move it down
shortcuts-delete = Delete it
shortcuts-link-delete = Take it off your page

# Activity, settings, drafts side by side

shortcuts-activity-search = Search the activity
shortcuts-activity-open = Show what it is about
shortcuts-settings-search = Search the settings
shortcuts-cell-go = Go to the cell beside, above or below
shortcuts-cell-edit = Write in it; Enter again goes on below
shortcuts-cell-leave = Leave it as it was
shortcuts-cell-fill = Fill down
shortcuts-cell-copy = Copy
shortcuts-cell-paste = Paste; several lines fill the cells below
shortcuts-cell-clear = Empty it
