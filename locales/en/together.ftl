together-unread = The drafts could not be read
together-reading = The drafts are being read
together-close = Close and keep
together-empty = Nothing to write side by side
together-empty-text = Add several videos at once, or tick drafts on Home: they come into one table, with settings and times for all of them.
together-for-all = For all of them
together-drafts =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
together-drafts-selected =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }, { $selected } selected

# The table

together-table = Drafts side by side
together-column-picture = Picture
together-column-title = Title
together-column-description = Description
together-column-tags = Tags
together-column-platforms = Platforms
together-column-time = Time
together-column-ai = AI-made
together-column-state = State
together-picture-of = Picture of { $title }
together-cell-of = { $column } of { $title }
together-untitled = Untitled
together-none = None
together-now = now
together-and = and
together-empty-cell = Empty
together-not-answered = Not answered
together-on-publish = On Publish
together-another-time = Another by platform
together-youtube-asks = YouTube asks this, and it is not ticked.
together-copied =
    { $count ->
        [one] Copied.
       *[other] { $count } cells copied.
    }
together-wrong-platforms = Write YouTube, TikTok, or both with a comma between them.
together-wrong-time = Write it such as { $example }.
together-wrong-ai = Write Yes or No.

# How a draft stands

together-ready = Ready
together-saving = Saving…
together-not-saved = Not saved. { $why }
together-not-published = Not published. { $why }
together-things =
    { $count ->
        [one] { $count } thing
       *[other] { $count } things
    } to answer. { $first }
together-agree = Open it to agree to TikTok’s terms

# For all of them, or for what is selected

together-settings = Settings
together-settings-all =
    { $count ->
        [one] Settings for it
       *[other] Settings for all { $count }
    }
together-settings-selected = Settings for the { $count } selected
together-put-all =
    { $count ->
        [one] Put on it
       *[other] Put on all { $count }
    }
together-put-selected = Put on the { $count } selected
together-keep = Keep as a preset
together-keep-name = Its name
together-kept = { $name } kept as a preset.
together-times = Times
together-times-all =
    { $count ->
        [one] Times for it
       *[other] Times for all { $count }
    }
together-times-selected = Times for the { $count } selected
together-give-all =
    { $count ->
        [one] Give it a time
       *[other] Give all { $count } a time
    }
together-give-selected = Give the { $count } selected a time
together-times-first = The first goes out
together-times-then = Then
together-times-every-hours = every
together-times-every-days = every
together-times-apart = How many hours or days apart
together-times-hours = hours
together-times-days = days, at the same time
together-times-own = at my own times
together-times-number = Write a number from 1 to { $most }.
together-times-free = At those of your own times at which nothing goes yet, in your time zone.
together-times-none = You have set no times of your own yet.
together-times-yours = Your times

# What was done

together-changed-title = Title changed.
together-changed-description = Description changed.
together-changed-tags = Tags changed.
together-changed-platforms = Platforms changed.
together-changed-time = Time changed.
together-changed-ai = AI-made changed.
together-pasted =
    { $count ->
        [one] Pasted into { $count } draft.
       *[other] Pasted into { $count } drafts.
    }
together-left-out =
    { $count ->
        [one] { $count } line more than there are drafts left out.
       *[other] { $count } lines more than there are drafts left out.
    }
together-nothing-above = There is nothing above it.
together-filled =
    { $count ->
        [one] { $count } cell filled.
       *[other] { $count } cells filled.
    }
together-emptied =
    { $count ->
        [one] { $count } cell emptied.
       *[other] { $count } cells emptied.
    }
together-given =
    { $count ->
        [one] { $count } draft given a time.
       *[other] { $count } drafts given a time.
    }
together-put-settings =
    { $count ->
        [one] Settings put on { $count } draft.
       *[other] Settings put on { $count } drafts.
    }
together-put-preset =
    { $count ->
        [one] { $name } put on { $count } draft.
       *[other] { $name } put on { $count } drafts.
    }
together-not-all-saved = Not everything is saved yet. Try again.
together-undone = Undone: { $what }
together-redone = Done again: { $what }
together-undo-none = Nothing more to undo.
together-redo-none = Nothing more to redo.

# Publishing

together-unanswered =
    { $count ->
        [one] { $count } draft has something to answer.
       *[other] { $count } drafts have something to answer.
    }
together-to-tiktok =
    { $count ->
        [one] { $count } draft goes to TikTok, which wants your agreement to each post: open it to give it.
       *[other] { $count } drafts go to TikTok, which wants your agreement to each post: open each to give it.
    }
together-all-answered = Everything is answered.
together-handing-over = Handing over…
together-none-ready = None is ready to publish
together-publish-all =
    { $count ->
        [one] Publish it
       *[other] Publish all { $count }
    }
together-publish-ready =
    { $count ->
        [one] Publish the one that is ready
       *[other] Publish the { $count } that are ready
    }
together-gone =
    { $count ->
        [one] { $count } draft on its way.
       *[other] { $count } drafts on their way.
    }
together-scheduled =
    { $count ->
        [one] { $count } draft scheduled: it is in your calendar.
       *[other] { $count } drafts scheduled: they are in your calendar.
    }
together-still-here =
    { $count ->
        [one] { $count } draft still waits here.
       *[other] { $count } drafts still wait here.
    }
