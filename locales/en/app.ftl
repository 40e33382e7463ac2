# Places

app-place-home = Home
app-place-calendar = Calendar
app-place-posts = Posts
app-place-library = Library
app-place-services = Services
app-place-profile = Profile & links
app-place-connections = Connections
app-place-activity = Activity
app-place-deleted = Recently deleted
app-place-settings = Settings
app-place-sync = Account & sync
app-places = Places
app-needs-you = , needs you: { $count }
app-search = Search or do…
app-search-keys = Search or do… ({ $keys })
app-layers = Menus and messages

# Everywhere

app-add-videos = Add videos
app-add-videos-keys = Add videos ({ $keys })
app-pictures-added =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    } added.
app-in-step = In step with the backend.
app-link-copied = Link copied.
app-share = Share the link by
app-share-email = Email

# Banners

app-offline-writing = <b>Offline since <time/>.</b> You can go on writing: nothing here needs the network.
app-offline-waits = <b>Offline since <time/>.</b> { $things } will go when you are back.
app-keyring-locked = The password store is locked
app-keyring-none = No password store is running
app-check-again = Check again
app-files-refused =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    } could not be taken
app-got-it = Got it
app-no-answer = The window got no answer from Maker Studio. Try again, or restart it: nothing typed is lost.
app-together-first = The first { $first } are here. { $more ->
        [one] { $more } draft more is on Home.
       *[other] { $more } drafts more are on Home.
    }
