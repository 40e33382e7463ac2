connections-unread = Your connections could not be read
connections-reading = Your connections are being read
connections-empty = Platforms that may post for you
connections-empty-text = You sign in on the platform’s own page, in your browser. This copy of Maker Studio knows no platform yet.
connections-empty-again = Look again
connections-empty-example = For example: YouTube, channel Bench & Blade, may upload videos.
connections-intro = Connected platforms may post for you. You sign in on their own page, in your browser; the keys are kept in this computer’s password store and nowhere else. Links that your page shows are under <link>Profile & links</link>.

# One of them

connections-not-connected = Not connected
connections-sign-in-again = Sign in again
connections-some-missing = Some rights missing
connections-connected = Connected
connections-other-account = Connected to another account than before
connections-disconnected = Disconnected
connections-no-longer = { $platform } no longer accepts our access
connections-no-longer-text = Sign in again: your drafts and what was sent are kept.
connections-rights = What it may do
connections-rights-asked = What you will be asked for
connections-right-refused = Refused by you, so this is switched off.
connections-extras = For captions and playlists
connections-extras-later = Not asked for yet. Videos and thumbnails go without it.
connections-extras-allow = Allow captions and playlists
connections-connected-at = Connected
connections-last-used = Last used
connections-not-yet = Not yet
connections-sign-in-by = Sign in again by
connections-no-key = This copy of Maker Studio has no key for { $platform }
connections-no-key-text = Set a backend address or your own client id in the configuration file.
connections-act-connect = Connect { $platform }
connections-act-again = Sign in to { $platform } again
connections-act-grant = Grant the missing rights
connections-act-disconnect = Disconnect
connections-act-google = Open Google’s list of connected apps
connections-act-settings = Open { $platform }’s settings
connections-link-copied = Sign-in link copied. Open it in any browser on this computer.
connections-ask = Disconnect { $platform }?
connections-ask-text =
    { $count ->
        [one] { $count } upload
       *[other] { $count } uploads
    } to { $platform } will stop. Drafts and what is already published stay. This cannot be undone, but you can connect again.
connections-ask-yes = Disconnect { $platform }
connections-ask-no = Keep connected

# Signing in

connections-waiting = Waiting for your browser…
connections-waiting-text = Say yes on the page that opened, then come back: this window goes on by itself. We wait until <time/>.
connections-waiting-cancel = Cancel
connections-waiting-copy = Copy link
connections-outcome-less = Connected, without some rights
connections-outcome-refused = You said no on the platform’s page
connections-outcome-cancelled = Sign-in cancelled
connections-outcome-timed-out = Nobody answered in time
connections-outcome-no-network = No network
connections-outcome-keyring = The password store did not take the keys
connections-outcome-platform = The platform refused
connections-left-youtube = Uploads left today
connections-left-tiktok = Posts left in 24 hours
connections-left-of = { $left } of { $all }
connections-left-of-about = { $left } of about { $all }
connections-shared-youtube = shared by everybody who uses the same key
connections-shared-tiktok = shared with TikTok’s own app
connections-anew = ; anew <time/>
