# The account

sync-unread = L’état de la synchro n’a pas pu être lu
sync-reading = L’état de la synchro est en cours de lecture
sync-join = Sauvegardez, et travaillez sur plusieurs appareils
sync-join-again = Reconnectez-vous
sync-join-text = Maker Studio fonctionne sans compte. Avec un compte, vos brouillons, services et liens sont sauvegardés et arrivent sur vos autres appareils ; ce qui est ici est envoyé quand vous vous connectez. Les vidéos restent sur l’ordinateur où elles sont.
sync-join-page = Vous avez aussi une page sur le web. Elle montre à tous ce que vous publiez, vos services et vos liens ; les brouillons restent à vous.
sync-join-again-text = Tout ce que vous avez écrit depuis est conservé ici et sera envoyé dès que vous serez connecté.
sync-account = Compte
sync-account-as = Connecté en tant que
sync-account-unknown = Inconnu
sync-account-backend = Serveur
sync-account-page = Votre page
sync-account-page-text = Quiconque a cette adresse peut lire ce que vous publiez, vos services et vos liens.
sync-account-page-copy = Copier le lien
sync-account-device = Cet ordinateur s’appelle
sync-account-contact = Dernier contact
sync-account-not-yet = Pas encore
sync-signed-in = Connecté en tant que { $account }. Tout ce qui est sur cet ordinateur est en cours d’envoi.
sync-signed-out = Déconnecté. Tout est encore sur cet ordinateur.

# The form

sync-form-new = Créer un compte
sync-form-known = J’ai un compte
sync-form-name = Votre nom
sync-form-email = Adresse e-mail
sync-form-password = Mot de passe
sync-form-password-rule = { $count } caractères ou plus
sync-form-other-backend = Un autre serveur
sync-form-backend = Adresse du serveur
sync-form-not-signed-in = Vous n’êtes pas connecté
sync-form-create = Créer le compte
sync-form-sign-in = Se connecter
sync-form-creating = Création du compte…
sync-form-signing-in = Connexion…
sync-form-asking = Le serveur est interrogé
sync-form-unchanged = { $message } Rien n’a été changé : réessayez quand il sera joignable.
sync-gap-name = Dites comment vous vous appelez, par exemple Marta Oak.
sync-gap-email = Écrivez une adresse complète, par exemple marta@example.com.
sync-gap-password-new = Choisissez un mot de passe.
sync-gap-password = Écrivez votre mot de passe.
sync-gap-password-short = Un mot de passe a { $count } caractères ou plus : quelques mots à la suite conviennent bien.
sync-gap-backend = Écrivez son adresse comme https://studio.example.com.
sync-gap-backend-plain = Cette adresse n’est pas chiffrée : d’autres pourraient lire votre travail en chemin. Écrivez-la avec https.

# How it goes

sync-head-offline = Ce que vous modifiez sera envoyé tout seul dès que le serveur sera de nouveau joignable.
sync-head-now = Synchroniser
sync-head-syncing = Synchronisation…
sync-head-backing-up = Sauvegarde en cours
sync-head-to-go = Reste à envoyer : { $things }
sync-head-looking = Recherche de ce qu’ont écrit les autres appareils

# What waits

sync-pending = Seulement sur cet ordinateur
sync-pending-lead = Des modifications que le serveur n’a pas encore. Elles sont envoyées toutes seules, les plus anciennes d’abord.
sync-list-unread = Cette liste n’a pas pu être lue
sync-pending-reading = Les modifications en attente sont en cours de lecture
sync-pending-none = Rien n’attend : tout est sauvegardé.
sync-pending-name = { $row } « { $title } »
sync-pending-at = { $fields }, <time/>
sync-pending-refused = <b>Refusée.</b> { $why }
sync-pending-no-why = Le serveur n’a pas dit pourquoi.
sync-pending-waits = Attend : { $why }
sync-pending-discard = Abandonner…
sync-pending-ask = Abandonner cette modification ?
sync-pending-ask-text = { $name } : { $fields } sera comme sur le serveur. Ce qui a été écrit ici est perdu.
sync-pending-ask-yes = L’abandonner
sync-pending-discarded = La modification est abandonnée.

# Devices

sync-devices = Appareils
sync-devices-lead = Partout où ce compte est connecté.
sync-devices-error = La liste des appareils a besoin du serveur
sync-devices-reading = Vos appareils sont en cours de lecture
sync-device-this = Cet ordinateur
sync-device-seen = { $system }, vu pour la dernière fois <time/>
sync-device-revoke = Révoquer…
sync-device-revoke-name = Révoquer { $device }
sync-device-ask = Déconnecter { $device } ?
sync-device-ask-text = Il ne recevra ni n’enverra plus rien jusqu’à ce qu’on s’y reconnecte. Ce qu’il contient y reste.
sync-device-ask-yes = Le déconnecter
sync-device-signed-out = { $device } est déconnecté.

# Signing out

sync-out = Se déconnecter
sync-out-ask-button = Se déconnecter…
sync-out-ask = Se déconnecter sur cet ordinateur ?
sync-out-ask-text = Votre compte garde ce qu’il a, et vos autres appareils continuent comme avant.
sync-out-what = Ce que deviennent les données de cet ordinateur
sync-out-keep = Tout garder sur cet ordinateur
sync-out-delete = Supprimer aussi les données de cet appareil
sync-out-delete-text = Brouillons, services, posts, historique et réglages de cet ordinateur disparaissent pour de bon, et les plateformes sont déconnectées. Ce qui est publié reste où il est, et vos vidéos restent sur ce disque.
sync-out-delete-lost = Pas encore sauvegardé et perdu avec eux : { $things }.
sync-out-delete-uploads =
    { $count ->
        [one] { $count } envoi en route s’arrêtera.
       *[other] { $count } envois en route s’arrêteront.
    }
sync-out-delete-yes = Se déconnecter et supprimer
sync-out-no = Rester connecté
sync-out-stays = Tout reste sur cet ordinateur, et vous pouvez continuer à travailler.
sync-out-waits =
    Tout reste sur cet ordinateur. { $count ->
        [one] { $count } modification pas encore sauvegardée attend
       *[other] { $count } modifications pas encore sauvegardées attendent
    } ici que vous vous reconnectiez.

# Edited on two devices

sync-conflicts = Modifié sur deux appareils
sync-conflicts-lead = Les deux versions sont conservées jusqu’à ce que vous tranchiez. Votre choix va à chaque appareil.
sync-conflicts-reading = Ce qui a été modifié sur deux appareils est en cours de lecture
sync-conflicts-here = Les deux versions sont conservées. Tranchez quand vous voulez : rien n’attend après cela.
sync-conflict-name = { $field }, modifié sur deux appareils
sync-conflict-shown-by = <b>{ $device }</b>, <time/>, est affiché
sync-conflict-shown-here = <b>Cet appareil</b> est affiché
sync-conflict-kept = <b>{ $device }</b>, <time/>, est conservé
sync-conflict-nothing = Rien
sync-conflict-hide = Masquer
sync-conflict-compare = Comparer
sync-conflict-use = Utiliser celle-ci
sync-conflict-both = Garder les deux en deux brouillons
sync-conflict-dismiss = Écarter
sync-conflict-ask-dismiss = Écarter ce qui a été écrit sur { $device } ?
sync-conflict-ask-use = Utiliser ce qui a été écrit sur { $device } ?
sync-conflict-ask-dismiss-text = { $field } reste comme vous le voyez, sur chaque appareil. L’autre version n’est plus proposée.
sync-conflict-ask-use-text = { $field } change sur chaque appareil. Ce que vous voyez maintenant n’est plus proposé.
sync-conflict-ask-dismiss-yes = L’écarter
sync-conflict-ask-use-yes = L’utiliser
sync-conflict-ask-no = Pas encore
sync-settled-use = { $field } : ce qui a été écrit sur { $device } est maintenant affiché.
sync-settled-both-posts = Ce qui a été écrit sur { $device } est maintenant un brouillon à part, dans Posts.
sync-settled-both-home = Ce qui a été écrit sur { $device } est maintenant un brouillon à part, dans l’accueil.
sync-settled-dismiss = { $field } : ce que vous voyez reste.

# Rows

sync-row-makers = Profil
sync-row-services = Service
sync-row-connections = Connexion
sync-row-links = Lien
sync-row-drafts = Brouillon
sync-row-draft-media = Vidéo d’un brouillon
sync-row-publications = Publication
sync-row-deliveries = Envoi
sync-row-posts = Post
sync-row-post-media = Image d’un post
sync-row-videos = Vidéo publiée
sync-row-comments = Commentaire

# Fields

sync-field-title = Titre
sync-field-description = Description
sync-field-tags = Mots-clés
sync-field-video-type = Genre de vidéo
sync-field-targets = Où elle va
sync-field-youtube-title = Titre sur YouTube
sync-field-youtube-description = Description sur YouTube
sync-field-youtube-privacy = Qui peut regarder sur YouTube
sync-field-youtube-kids = Conçue pour les enfants
sync-field-youtube-synthetic = Créée ou modifiée par IA, sur YouTube
sync-field-youtube-category = Catégorie sur YouTube
sync-field-youtube-quiet = Sans avis aux abonnés
sync-field-youtube-playlist = Playlist
sync-field-tiktok-caption = Légende sur TikTok
sync-field-tiktok-privacy = Qui peut regarder sur TikTok
sync-field-tiktok-comment = Commentaires sur TikTok
sync-field-tiktok-duet = Duos sur TikTok
sync-field-tiktok-stitch = Collages sur TikTok
sync-field-tiktok-commercial = Contenu commercial sur TikTok
sync-field-tiktok-brand = Votre propre marque, sur TikTok
sync-field-tiktok-branded = Partenariat rémunéré, sur TikTok
sync-field-tiktok-ai = Créée par IA, sur TikTok
sync-field-tiktok-inbox = Vers la boîte de réception TikTok
sync-field-tiktok-cover = Moment de couverture sur TikTok
sync-field-schedule = Quand elle part
sync-field-youtube-schedule = Quand elle part vers YouTube
sync-field-tiktok-schedule = Quand elle part vers TikTok
sync-field-name = Nom
sync-field-bio = À propos de vous
sync-field-country = Pays
sync-field-price = Prix
sync-field-currency = Devise
sync-field-kind = Genre
sync-field-platform = Plateforme
sync-field-address = Adresse
sync-field-text = Texte
sync-field-pictures = Images
sync-field-picture = Image
sync-field-alt = Description de l’image
sync-field-hidden = Masqué
sync-field-position = Place dans la liste
sync-field-state = État
sync-field-file = Fichier vidéo
sync-field-facts = Données de la vidéo
sync-field-changed = Date de modification
sync-fields-more = { $count } de plus

# Values

sync-value-everybody = Tout le monde
sync-value-link = Qui a le lien
sync-value-you = Vous uniquement
sync-value-friends = Amis
sync-value-followers = Abonnés
sync-value-long = Vidéo longue
sync-value-cover = À { $time }
sync-value-now = Quand on appuie sur Publier
sync-value-time = { $day } { $year }, { $time }, { $zone }
