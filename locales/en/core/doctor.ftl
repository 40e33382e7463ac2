doctor-data-folder = Data folder
doctor-can-be-written = can be written
doctor-check-disk = Check the disk's free space and your permissions.
doctor-database = Database
doctor-sound = sound
doctor-restore = Close Maker Studio and restore the data folder from a backup.
doctor-activity-log = Activity log
doctor-unbroken = unbroken
doctor-another-program = Look whether another program writes in the data folder.
doctor-password-store = Password store
doctor-ready = ready
doctor-locked = locked
doctor-not-running = not running
doctor-set-up = { $platform }: set-up
doctor-no-client-id = no client id
doctor-own-key = signs in by your own key
doctor-by-backend = signs in by the backend
doctor-connection = { $platform }: connection
doctor-not-connected = not connected
doctor-connected = connected as { $account }
doctor-no-access = connected as { $account }, but no access could be had
doctor-connect-again = Check the network; if it is well, connect again.
doctor-network = Network: { $platform }
doctor-reached = can be reached
doctor-not-reached = cannot be reached
doctor-look-at-pages = Look whether other pages open in your browser. A firewall or a proxy may let only some through.
doctor-clock = Clock
doctor-clock-right = right
doctor-minutes-fast =
    { $count ->
        [one] { $count } minute fast
       *[other] { $count } minutes fast
    }
doctor-minutes-slow =
    { $count ->
        [one] { $count } minute slow
       *[other] { $count } minutes slow
    }
doctor-hours-fast =
    { $count ->
        [one] { $count } hour fast
       *[other] { $count } hours fast
    }
doctor-hours-slow =
    { $count ->
        [one] { $count } hour slow
       *[other] { $count } hours slow
    }
doctor-set-clock = Let your system set its clock by itself: sign-ins fail and uploads go out at the wrong time otherwise.
doctor-preview = Video preview
doctor-plays = plays MP4 with H.264
doctor-cannot-play = this system cannot play MP4 with H.264
doctor-install-gstreamer = Install gstreamer1.0-libav and gstreamer1.0-plugins-good, then start Maker Studio again. Uploads go without them.
doctor-install-media = Install your system's media features, then start Maker Studio again. Uploads go without them.
doctor-links = Links
doctor-links-well = sign-ins come back to this program
doctor-not-registered = not registered
doctor-register = Sign-ins by the backend end in a link that no program takes. Register Maker Studio for it.

# The report, for whoever helps

doctor-report = Maker Studio { $version } on { $system } { $processor }
doctor-report-line = { $name }: { $found }
