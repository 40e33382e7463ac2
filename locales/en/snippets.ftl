snippets-title = Snippets
snippets-text = What you write again and again. Type / in a text to put one in.
snippets-list = Your snippets
snippets-unread = Your snippets could not be read
snippets-reading = Your snippets are being read
snippets-none = A sign-off, a way to order, the tags of a series: give it a name here, and type <kbd>/</kbd> and some letters of the name where you want it.
snippets-example = <b>order</b> Made to order. Write to me, or see https://marta.example
snippets-new = New snippet
snippets-moved = Moved to place { $place } of { $count }.
snippets-delete = Delete { $name }
snippets-deleted = { $name } deleted.
snippets-untitled = Untitled snippet
snippets-empty = Nothing in it yet
snippets-name = Name
snippets-name-hint = What you will look for, such as order
snippets-puts-in = What it puts in
snippets-kind-text = A text
snippets-kind-tags = Tags
snippets-words = Text
snippets-tags = Tags
snippets-tags-hint = In a text they become hashtags.

# Where a slash is typed

snippets-found = Snippets
snippets-heard =
    { $count ->
        [one] { $count } snippet
       *[other] { $count } snippets
    }. Arrow keys choose, Enter takes one, Escape leaves the slash.
snippets-heard-none = No snippets yet. Enter makes one, Escape leaves the slash.
snippets-put-in = { $name } put in.
snippets-manage = Snippets…
snippets-manage-hint = Add, change, put in order
snippets-first = Make your first snippet…
snippets-first-hint = What you write again and again, found by a name
