posts-unread = Your posts could not be read
posts-reading = Your posts are being read
posts-new = New post
posts-empty = Tell people what is new
posts-empty-text = A post is a text on your own page, with pictures if you like. You can write it offline and go on later.
posts-empty-example = For example: The kiln is open again. These are the first mugs of spring.
posts-being-written = Being written
posts-published = Published
posts-deleted = Post “{ $name }” deleted.
posts-draft-deleted = Draft “{ $name }” deleted.
posts-change-given-up = Change given up. The post stays as it is.
posts-being-changed = Being changed
posts-change-of = Change of a post
posts-edited = Edited <time/>
posts-act-change = Change the post “{ $name }”
posts-act-go-on = Go on changing the post “{ $name }”
posts-act-delete = Delete the post “{ $name }”
posts-act-give-up-of = Give up the change of “{ $name }”
posts-act-delete-draft-of = Delete the draft “{ $name }”
posts-no-text = No text yet
posts-pictures = Pictures
posts-pictures-more = +{ $count } <hidden>more</hidden>

# One post

posts-change = Change a post
posts-give-up = Give up this change
posts-delete-draft = Delete this draft
posts-gone = Nothing is being written here
posts-gone-text = This was published or deleted, perhaps on another device.
posts-gone-back = Back to Posts
posts-one-unread = The post could not be read
posts-one-reading = The post is being read
posts-text = Text
posts-text-hint = What is new?
posts-characters = Characters:
posts-text-first = Write a text first.
posts-cut-first = Cut { $count } characters first.
posts-publish = Publish
posts-publish-change = Publish the change
posts-publishing = Publishing…
posts-was-published = Published.
posts-was-published-offline = Published on this computer. It goes on your page as soon as you are back online.
posts-was-changed = Your post is changed.
posts-was-changed-offline = Your post is changed on this computer. Your page changes as soon as you are back online.
posts-will-change = Your post changes to this for everybody.
posts-will-wait-account = Published on this computer. It goes on your page when you sign in.
posts-will-wait-network = It goes on your page as soon as you are back online.
posts-will-with-pictures = It goes on your page with its pictures, for everybody to see.
posts-will = It goes on your page, for everybody to read.
posts-version-restored = Version restored.

# Its pictures

posts-add-pictures = Add pictures…
posts-pictures-of = { $count } of { $limit }
posts-pictures-full = A post has at most { $limit } pictures. Take one off before adding another.
posts-pictures-how = JPEG, PNG or WebP of up to 10 MB. Drop them on the window, or paste them.
posts-pictures-public = Pictures are published as they are: where and with which camera they were taken stays in them.
posts-undescribed-all =
    { $count ->
        [one] { $count } picture has no description: who does not see it will miss what it shows.
       *[other] { $count } pictures have no description: who does not see them will miss what they show.
    }
posts-undescribed =
    { $count ->
        [one] { $count } picture has no description yet: who does not see it will miss what it shows.
       *[other] { $count } pictures have no description yet: who does not see them will miss what they show.
    }
posts-picture-name = Picture { $place } of { $count }
posts-picture-handle = { $name }. Alt and an arrow key move it.
posts-picture-handle-alt = { $name }, { $alt }. Alt and an arrow key move it.
posts-picture-drag = Drag it, or press Alt and an arrow key
posts-picture-what = What is on it?
posts-picture-what-hint = For those who do not see it, such as: two blue mugs on an oak board
posts-picture-take-off = Take { $name } off
posts-picture-added = Picture added.
posts-picture-moved = Picture moved to place { $place } of { $count }.
posts-picture-taken-off = Picture taken off.
