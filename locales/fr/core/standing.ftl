# How this desk stands with its backend

standing-not-signed-in = Personne n’est connecté. Connectez-vous d’abord.
standing-signed-in-already = { $who } est déjà connecté ici. Déconnectez-vous d’abord.
standing-which-backend = Dites quel serveur, par exemple https://studio.example.com.
standing-no-page = Votre page n’existe que sur cet ordinateur. Connectez-vous, et elle recevra une adresse.
standing-revoked = Vous n’êtes plus membre de cet espace de travail. Ce qui n’a jamais été sauvegardé se trouve dans le dossier « exports » de vos données.
standing-off = Tout est sur cet ordinateur seulement. Connectez-vous pour l’avoir sur d’autres appareils.
standing-edits =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
standing-pictures =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }
standing-signed-out = Déconnecté. À sauvegarder après la prochaine connexion : { $what }.
standing-signed-out-nothing = Déconnecté. Ce que vous modifiez sera sauvegardé après la prochaine connexion.
standing-sign-in-again = Le serveur n’accepte plus cette connexion. Reconnectez-vous ; en attente ici : { $what }.
standing-sign-in-again-nothing = Le serveur n’accepte plus cette connexion. Reconnectez-vous pour que vos modifications soient sauvegardées.
standing-upgrade = Le serveur demande un Maker Studio plus récent. Mettez l’application à jour ; en attente ici : { $what }.
standing-upgrade-nothing = Le serveur demande un Maker Studio plus récent. Mettez l’application à jour pour que vos modifications soient sauvegardées.
standing-offline = Hors ligne. Pas encore sauvegardé : { $what }.
standing-offline-nothing = Hors ligne. Rien n’attend d’être sauvegardé.
standing-full = L’espace de travail est plein ; non sauvegardé : { $what }. Supprimez ce dont vous n’avez plus besoin.
standing-pictures-why =
    { $count ->
        [one] { $count } image n’est pas sauvegardée
       *[other] { $count } images ne sont pas sauvegardées
    }. { $why }
standing-pictures-refused =
    { $count ->
        [one] { $count } image n’a pas été acceptée
       *[other] { $count } images n’ont pas été acceptées
    } par le serveur. Le post dit pourquoi ; ce que vous avez écrit est sauvegardé.
standing-waiting = Pas encore sauvegardé : { $what }.
standing-pictures-to-send = À envoyer : { $what }.
standing-comparing = Tout est en cours de comparaison avec le serveur.
standing-well = Tout est sauvegardé.
