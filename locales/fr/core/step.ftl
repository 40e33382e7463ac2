# What is done for a video once the platform has it

step-thumbnail = Miniature
step-captions = Sous-titres ({ $language })
step-playlist = Playlist « { $title } »

# What stands in the way of it

step-file-unreadable =
    { $step ->
        [thumbnail] Le fichier de la miniature ne peut pas être lu là où il était.
        [captions] Le fichier des sous-titres ne peut pas être lu là où il était.
       *[playlist] Le fichier de la playlist ne peut pas être lu là où il était.
    }
step-file-unreadable-next = Remettez-le à sa place, puis réessayez cette étape. La vidéo elle-même n’a rien.
step-file-changed =
    { $step ->
        [thumbnail] Le fichier de la miniature a changé depuis que vous avez publié.
        [captions] Le fichier des sous-titres a changé depuis que vous avez publié.
       *[playlist] Le fichier de la playlist a changé depuis que vous avez publié.
    }
step-file-changed-next =
    { $step ->
        [thumbnail] Remettez l’ancien, ou choisissez la miniature sur { $platform }. La vidéo elle-même n’a rien.
        [captions] Remettez l’ancien, ou ajoutez les sous-titres sur { $platform }. La vidéo elle-même n’a rien.
       *[playlist] Remettez l’ancien, ou choisissez la playlist sur { $platform }. La vidéo elle-même n’a rien.
    }
step-missing-scope =
    { $step ->
        [thumbnail] { $platform } a été connecté sans le droit qu’il faut pour la miniature.
        [captions] { $platform } a été connecté sans le droit qu’il faut pour les sous-titres.
       *[playlist] { $platform } a été connecté sans le droit qu’il faut pour la playlist.
    }
step-missing-scope-next = Reconnectez-vous et laissez ce droit coché : cette étape reprendra toute seule.
step-sign-in-again-next = Reconnectez-vous : cette étape reprendra toute seule, et la vidéo reste telle quelle.
step-not-verified = { $platform } ne laisse que les chaînes validées choisir leur propre miniature.
step-not-verified-next = Faites valider la chaîne sur { $platform }, puis réessayez cette étape. La vidéo elle-même n’a rien.
step-details-refused =
    { $step ->
        [thumbnail] { $platform } n’accepte pas la miniature telle quelle.
        [captions] { $platform } n’accepte pas les sous-titres tels quels.
       *[playlist] { $platform } n’accepte pas la playlist telle quelle.
    }
step-details-refused-next =
    { $step ->
        [thumbnail] Ses mots se trouvent sous Détails. Vous pouvez choisir la miniature sur { $platform } ; la vidéo elle-même n’a rien.
        [captions] Ses mots se trouvent sous Détails. Vous pouvez ajouter les sous-titres sur { $platform } ; la vidéo elle-même n’a rien.
       *[playlist] Ses mots se trouvent sous Détails. Vous pouvez choisir la playlist sur { $platform } ; la vidéo elle-même n’a rien.
    }
step-not-taken =
    { $step ->
        [thumbnail] { $platform } n’a pas pris la miniature.
        [captions] { $platform } n’a pas pris les sous-titres.
       *[playlist] { $platform } n’a pas pris la playlist.
    }
step-not-taken-next = Réessayez cette étape, ou faites-la sur la plateforme. La vidéo elle-même n’a rien.
