# What is done for a video once the platform has it

step-thumbnail = Thumbnail
step-captions = Captions ({ $language })
step-playlist = Playlist “{ $title }”

# What stands in the way of it

step-file-unreadable =
    { $step ->
        [thumbnail] The file for the thumbnail cannot be read where it was.
        [captions] The file for the captions cannot be read where it was.
       *[playlist] The file for the playlist cannot be read where it was.
    }
step-file-unreadable-next = Put it back, then try this step again. The video itself is fine.
step-file-changed =
    { $step ->
        [thumbnail] The file for the thumbnail has changed since you pressed Publish.
        [captions] The file for the captions has changed since you pressed Publish.
       *[playlist] The file for the playlist has changed since you pressed Publish.
    }
step-file-changed-next =
    { $step ->
        [thumbnail] Put the old one back, or set the thumbnail on { $platform }. The video itself is fine.
        [captions] Put the old one back, or set the captions on { $platform }. The video itself is fine.
       *[playlist] Put the old one back, or set the playlist on { $platform }. The video itself is fine.
    }
step-missing-scope =
    { $step ->
        [thumbnail] { $platform } was connected without the right that the thumbnail need.
        [captions] { $platform } was connected without the right that the captions need.
       *[playlist] { $platform } was connected without the right that the playlist need.
    }
step-missing-scope-next = Connect again and leave that right ticked: this step then goes on by itself.
step-sign-in-again-next = Reconnect: this step goes on by itself, and the video stays as it is.
step-not-verified = { $platform } lets only verified channels set their own thumbnail.
step-not-verified-next = Verify the channel on { $platform }, then try this step again. The video itself is fine.
step-details-refused =
    { $step ->
        [thumbnail] { $platform } does not take the thumbnail as they are.
        [captions] { $platform } does not take the captions as they are.
       *[playlist] { $platform } does not take the playlist as they are.
    }
step-details-refused-next =
    { $step ->
        [thumbnail] Its words are under Details. You can set the thumbnail on { $platform }; the video itself is fine.
        [captions] Its words are under Details. You can set the captions on { $platform }; the video itself is fine.
       *[playlist] Its words are under Details. You can set the playlist on { $platform }; the video itself is fine.
    }
step-not-taken =
    { $step ->
        [thumbnail] { $platform } did not take the thumbnail.
        [captions] { $platform } did not take the captions.
       *[playlist] { $platform } did not take the playlist.
    }
step-not-taken-next = Try this step again, or set it on the platform. The video itself is fine.
