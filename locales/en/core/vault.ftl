vault-locked = The password store of this computer is locked. Unlock it, then try again.
vault-none = No password store is running, so sign-ins cannot be kept. Start one (for example GNOME Keyring or KWallet), then try again.
vault-silent = The password store of this computer does not answer. Sign in to the computer again, then try again.
vault-no-collection = The password store has no default keyring yet. Create one (for example in Passwords and Keys), then try again.
vault-twice = The password store holds the same sign-in twice. Remove the entries of app.makerstudio there, then sign in again.
vault-too-long = The sign-in is { $size } bytes long, and the password store of this computer takes { $limit } at most. Nothing was stored: report this, please.
vault-unreadable = A stored secret cannot be opened on this computer any more. What needs it starts again by itself.
vault-data-folder = The data folder of Maker Studio cannot be written to. Check its permissions and the free space.
