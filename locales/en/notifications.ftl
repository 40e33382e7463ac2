notifications-title = Notifications
notifications-text = What this computer tells you while you look at something else. While this window is in front it says nothing.
notifications-unread = These settings could not be read
notifications-reading = Settings of notifications are being read
notifications-words = alerts messages desktop bell tell
notifications-on = on
notifications-off = off
notifications-finished = Published
notifications-finished-text = A video is there, at its platform.
notifications-needs-you = Needs you
notifications-needs-you-text = Something has stopped and goes on only once you have done something about it.
notifications-due-soon = Due soon
notifications-due-soon-text = Something goes to TikTok within ten minutes, for which this computer must be on.
notifications-quiet = Quiet hours
notifications-quiet-text = Part of the day, in your time zone, in which nothing is told. What happens then stands on Home.
notifications-quiet-words = night do not disturb silent
notifications-quiet-from = From
notifications-quiet-to = to
notifications-sound = Sound
notifications-sound-text = Notifications come with your system’s sound.
notifications-sound-words = noise loud silent mute

# Metered networks, and starting with the computer

notifications-metered = Wait on metered networks
notifications-metered-text = Where you pay for what is sent, uploads rest and go on by themselves on another network.
notifications-metered-words = mobile data hotspot phone roaming limited cost
notifications-start = Start with the computer
notifications-start-text = Maker Studio opens when you sign in, so that uploads go on and what waits for its time goes out.
notifications-start-words = autostart login boot launch startup

# What they say

notifications-published = Published on { $platforms }
notifications-published-many =
    { $count ->
        [one] { $count } video published
       *[other] { $count } videos published
    }
notifications-where = On { $platforms }.
notifications-stopped = The upload to { $platforms } needs you.
notifications-stopped-many =
    { $count ->
        [one] { $count } video needs you
       *[other] { $count } videos need you
    }
notifications-stopped-many-text = Home says what happened and what to do.
notifications-due = Goes to { $platforms } { $when }. This computer must be on then.
notifications-due-many =
    { $count ->
        [one] { $count } video goes out soon
       *[other] { $count } videos go out soon
    }
notifications-due-many-text = The first { $when }. This computer must be on then.
