# What the window's own system says: dialogs for files, and what goes wrong with them

shell-no-browser = No browser could be opened. Copy the link and open it yourself.
shell-no-clipboard = The clipboard does not take it ({ $error }). Try again.
shell-no-file-manager = No file manager could be opened. The folder is { $folder }.
shell-nothing-chosen = No file is chosen any more. Choose it once more.
shell-not-registered = Your system did not take it. Install Maker Studio by its package instead.
shell-no-tiktok = TikTok is not ticked for this draft.
shell-no-autostart = Your system does not tell which programs start with it. Look at its settings.
shell-autostart-refused = Your system did not take it. Choose what starts with it in its own settings.
shell-no-notices = Your system shows no notifications. Look at its settings.
shell-one-portrait =
    { $count ->
        [one] This is { $count } file. Drop the one that is your picture.
       *[other] These are { $count } files. Drop the one that is your picture.
    }

# Dialogs

shell-add-videos = Add videos
shell-where-is-video = Where is the video?
shell-add-pictures = Add pictures
shell-choose-thumbnail = Choose a thumbnail
shell-choose-captions = Choose captions
shell-choose-portrait = Choose your picture
shell-export-to = Export to this folder
shell-choose-export = Choose the folder of an export
shell-back-up-to = Back up to this file
shell-choose-backup = Choose a backup
shell-choose-table = Choose a CSV or JSON file
shell-keep-receipt = Keep the receipt
shell-keep-activity = Keep the activity
shell-videos = Videos
shell-pictures = Pictures
shell-captions = Captions
shell-backups = Backups
shell-tables = Tables
shell-all-files = All files

# The menu of a Mac, in the words of its other programs

shell-menu-about = About Maker Studio
shell-menu-settings = Settings…
shell-menu-services = Services
shell-menu-hide = Hide Maker Studio
shell-menu-hide-others = Hide Others
shell-menu-show-all = Show All
shell-menu-quit = Quit Maker Studio
shell-menu-file = File
shell-menu-add-videos = Add Videos…
shell-menu-close = Close Window
shell-menu-edit = Edit
shell-menu-undo = Undo
shell-menu-redo = Redo
shell-menu-cut = Cut
shell-menu-copy = Copy
shell-menu-paste = Paste
shell-menu-select-all = Select All
shell-menu-palette = Search or Do…
shell-menu-window = Window
shell-menu-minimize = Minimize
shell-menu-zoom = Zoom
shell-menu-full-screen = Toggle Full Screen
shell-menu-help = Help
shell-menu-shortcuts = Keyboard Shortcuts
