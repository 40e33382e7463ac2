# Why an edit is only on this device

edit-too-long = { $column } is longer than { $limit } KiB. Shorten it.
edit-not =
    { $expected ->
        [filled-in] { $column } has to be filled in.
        [text] { $column } has to be text.
        [text-without-nul] { $column } has to be text without NUL characters.
        [without-nul] { $column } has to be without NUL characters.
        [whole-number] { $column } has to be a whole number.
        [number] { $column } has to be a number.
        [true-or-false] { $column } has to be true or false.
        [time] { $column } has to be a time in milliseconds since 1970.
        [uuid] { $column } has to be a UUID.
       *[several] { $column } has to be a list or a table.
    }
edit-too-large = This is too large to be backed up. Shorten it.
edit-lost = The backend no longer has this, and its { $column } is not here either.
edit-quota = The workspace is full. Delete what you no longer need.
