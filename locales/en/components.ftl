components-keep = Keep
components-counter = { $of } { $count } of { $limit }
components-counter-over = { $of } { $count } of { $limit }: <b>cut { $cut }</b>
components-counter-unit = { $of } { $count } of { $limit } { $unit }
components-counter-unit-over = { $of } { $count } of { $limit } { $unit }: <b>cut { $cut }</b>
components-words-go = goes:
components-words-come = comes:
components-drop-add = Add { $things }
components-drop-none =
    { $count ->
        [one] This is not a video
       *[other] None of these is a video
    }
components-drop-rest-videos =
    { $count ->
        [one] 1 of these is not a video
       *[other] { $count } of these are not videos
    }
components-drop-rest-pictures =
    { $count ->
        [one] 1 of these is not a picture
       *[other] { $count } of these are not pictures
    }
components-drop-portrait = This becomes your picture
components-drop-portrait-one = Drop the one that is your picture
components-drop-portrait-small = Your page shows a small copy of it beside your name.
components-drop-pictures-copied = The post gets a copy of each picture, as it is.
components-drop-videos-stay = Videos stay where they are on this computer.
components-keys-or = or
components-move-up = Move { $name } up
components-move-down = Move { $name } down
components-selected = <b>{ $count }</b> selected
components-selection-clear = Clear the selection (Esc)
components-close = Close (Esc)
components-undo = Undo
components-message-close = Close this message
components-time-date = Date
components-time-time = Time
components-time-zone = Time zone
components-time-none = Write a time of the day, such as 09:00.
components-day-none = Write a day, with its month and year.
components-yes = Yes
components-no = No
components-try-again = Try again
components-in-activity = Show in the activity
components-import = Import…
components-mentions = Found in it:
components-mentions-hashtag =
    { $count ->
        [one] { $count } hashtag
       *[other] { $count } hashtags
    }
components-mentions-name =
    { $count ->
        [one] { $count } name
       *[other] { $count } names
    }
components-mentions-link =
    { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
components-reading-more = Reading more…
components-search-clear = Clear the search (Esc)
components-search-keys = { $search } ({ $keys })
components-range-from = From
components-range-to = To

# Keys, as they stand on the keyboard

components-key-shift = Shift
components-key-space = Space
components-key-enter = Enter
components-key-escape = Esc
components-key-delete = Del
components-key-backspace = Backspace
components-key-page-up = PageUp
components-key-page-down = PageDown
