# How this desk stands with its backend

standing-not-signed-in = Nobody is signed in. Sign in first.
standing-signed-in-already = { $who } is signed in here already. Sign out first.
standing-which-backend = Say which backend, such as https://studio.example.com.
standing-no-page = Your page is on this computer only. Sign in, and it gets an address.
standing-revoked = You are no longer a member of this workspace. What was never backed up is in the folder “exports” of your data.
standing-off = Everything is on this computer only. Sign in to have it on other devices.
standing-edits =
    { $count ->
        [one] { $count } edit
       *[other] { $count } edits
    }
standing-pictures =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }
standing-signed-out = Signed out. { $what } will be backed up after the next sign-in.
standing-signed-out-nothing = Signed out. What you edit is backed up after the next sign-in.
standing-sign-in-again = The backend no longer accepts this sign-in. Sign in again: { $what } waiting here.
standing-sign-in-again-nothing = The backend no longer accepts this sign-in. Sign in again to have what you edit backed up.
standing-upgrade = The backend needs a newer Maker Studio. Update the app: { $what } waiting here.
standing-upgrade-nothing = The backend needs a newer Maker Studio. Update the app to have what you edit backed up.
standing-offline = Offline. { $what } not yet backed up.
standing-offline-nothing = Offline. Nothing waits to be backed up.
standing-full = The workspace is full: { $what } not backed up. Delete something you no longer need.
standing-pictures-why =
    { $count ->
        [one] { $count } picture is
       *[other] { $count } pictures are
    } not backed up. { $why }
standing-pictures-refused =
    { $count ->
        [one] { $count } picture was
       *[other] { $count } pictures were
    } not taken by the backend. Its post says why; what you wrote is backed up.
standing-waiting = { $what } not yet backed up.
standing-pictures-to-send = { $what } to send.
standing-comparing = Everything is being compared with the backend.
standing-well = Everything is backed up.
