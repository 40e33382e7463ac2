receipt-title = Receipt
receipt-text = What went where, and what stayed on this computer.
receipt-reading-name = The receipt
receipt-unread = The receipt could not be read
receipt-reading = The receipt is being read
receipt-copy-json = Copy as JSON
receipt-copied-json = Receipt copied as JSON.
receipt-save = Save…
receipt-saved = Receipt saved.

# What and where

receipt-what = What and where
receipt-what-title = Title
receipt-what-platform = Platform
receipt-what-account = Account
receipt-what-account-gone = No longer connected
receipt-what-address = Address
receipt-what-state = State

# The file

receipt-file = The file
receipt-file-name = Name
receipt-file-size = Size
receipt-file-bytes = ({ $bytes })
receipt-bytes =
    { $count ->
       *[other] { $count } bytes
    }
receipt-file-changed = Last changed
receipt-fingerprint = Fingerprint
receipt-fingerprint-copy = Copy
receipt-fingerprint-copy-name = Copy the fingerprint
receipt-fingerprint-copied = Copied
receipt-fingerprint-copied-said = Fingerprint copied.
receipt-fingerprint-selected = Selected: press Ctrl+C to copy it.
receipt-fingerprint-why = BLAKE3 of every byte that was sent. It is what b3sum prints for the file: when both are the same, { $platform } was sent exactly this file.
receipt-fingerprint-later = It is made while the file is sent, and is here once every byte has been.

# Where the bytes went

receipt-hosts = Where the bytes went
receipt-hosts-computer = Computer
receipt-hosts-requests = Requests
receipt-hosts-bytes = Bytes sent
receipt-hosts-all = All together
receipt-hosts-why = These are all the computers that were spoken to for this video. What was sent twice is counted twice.
receipt-hosts-none = Nothing has been sent yet.

# When, and how it went

receipt-when = When
receipt-when-pressed = Publish was pressed
receipt-when-first = The first byte left
receipt-when-received = { $platform } had every byte
receipt-when-confirmed = { $platform } confirmed it
receipt-when-nothing = Nothing has happened yet.
receipt-how = How it went
receipt-how-not-begun = It has not begun.
receipt-how-resumed =
    It went on { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    } from what { $platform } already had, after a pause, a broken line or a restart.
receipt-how-dropped =
    { $platform } dropped what it had { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }, so the upload began again from the start.
receipt-how-interrupted =
    Maker Studio ended in the middle { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }. What it sent in its last seconds is not counted above.
receipt-how-in-one-go = In one go, without a break.
receipt-steps = Steps after the video
receipt-step = { $state }, <time/>
receipt-stayed = What stayed on this computer
