store-newer = This data was written by a newer Maker Studio. Update the app: nothing was changed.
store-not-ours = The file { $file } is not a Maker Studio database or is damaged. Restore a backup of it (`maker restore FILE`) or move it away: it was left as it is.
store-not-found = This is no longer there.
store-too-late =
    { $state ->
        [waiting] This cannot be done any more: it is already waiting.
        [uploading] This cannot be done any more: it is already uploading.
        [processing] This cannot be done any more: it is already with the platform.
        [with-the-platform] This cannot be done any more: it is already with the platform.
        [published] This cannot be done any more: it is already published.
        [needs-attention] This cannot be done any more: it already needs you.
        [paused] This cannot be done any more: it is already paused.
        [failed] This cannot be done any more: it has already failed.
        [cancelled] This cannot be done any more: it is already cancelled.
        [unconfirmed] This cannot be done any more: its arrival is being checked.
        [on-its-way] This cannot be done any more: it is already on its way.
        [under-way] This cannot be done any more: it is already under way.
        [not-waiting] This cannot be done any more: it does not wait any longer.
        [done] This cannot be done any more: it is already done.
        [full] This post has as many pictures as a post can have. Take one off first.
        [beyond-a-limit] This post is longer than a post can be. Shorten it first.
        [kept-as-one] Only drafts can be kept as two. Choose one of the versions.
       *[other] This cannot be done any more: it has changed meanwhile.
    }
store-lost-lease = Another window is at work on this.
store-unreadable = A row of { $table } cannot be read: { $what }.
store-other-workspace = This desk already belongs to another workspace. Sign in with its account, or start with another data folder.
store-disk = The data folder cannot be used: { $error }. Check the disk's free space and permissions.
store-database = The database does not answer: { $error }. Check the disk's free space; nothing typed is lost.
store-migration = The database could not be brought to this version: { $error }. It was left as it was.
store-not-empty = There is something here already, and an import mixes nothing. Import into a new data folder: set MAKER_STUDIO_DATA_DIR to one and start again.
