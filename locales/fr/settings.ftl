settings-unread = Vos réglages n’ont pas pu être lus
settings-reading = Vos réglages sont en cours de lecture
settings-default = Par défaut : { $usual }.
settings-cancel = Annuler
settings-reset = Rétablir
settings-reset-of = Rétablir : { $title }

# Looking for a setting, and other words by which it is looked for

settings-search = Chercher un réglage
settings-found =
    { $count ->
        [0] Aucun réglage trouvé.
        [one] { $count } réglage trouvé.
       *[other] { $count } réglages trouvés.
    }
settings-nothing = Aucun réglage ne correspond
settings-nothing-text = Rien ici ne contient « { $text } ».
settings-all = Montrer tous les réglages
settings-colours-words = thème apparence mode nuit jour
settings-language-words = langue anglais français arabe english العربية
settings-zone-words = heures horloge ville région été décalage
settings-week-words = lundi dimanche samedi
settings-slots-words = créneaux programmer heures horaires file moment
settings-files-words = parallèle simultané ensemble nombre
settings-limit-words = débit bande passante plafond mégaoctets lent rapide réseau
settings-hours-words = horaires débit bande passante nuit journée limite plafond
settings-awake-words = sommeil suspension énergie batterie éveillé
settings-data-where-words = dossier taille disque base de données
settings-backup-words = restauration copie sécurité
settings-export-words = json csv fichiers partir
settings-import-words = json csv fichiers déménager
settings-delete-words = effacer retirer réinitialiser déconnexion
settings-doctor-words = vérifier contrôle problème assistance aide réseau trousseau mot de passe horloge codec base de données lien rapport journal

# Appearance

settings-appearance = Apparence
settings-colours = Couleurs
settings-colours-text = Claires ou sombres. Comme votre système, tant que vous n’avez pas choisi.
settings-colours-usual = comme votre système
settings-colours-system = Système
settings-colours-light = Claires
settings-colours-dark = Sombres
settings-language = Langue
settings-language-text = Celle de la fenêtre, et sa façon d’écrire les nombres et les dates.
settings-language-system = Langue du système ({ $language })
settings-language-usual = comme votre système

# Time and calendar

settings-calendar = Heure et calendrier
settings-zone = Fuseau horaire
settings-zone-text = Toutes les heures de la fenêtre sont données dans ce fuseau.
settings-zone-usual = celui de cet ordinateur
settings-zone-system = Celui de cet ordinateur ({ $zone })
settings-week = Premier jour de la semaine
settings-week-text = Le calendrier fait commencer ses semaines ce jour-là.
settings-week-usual = selon l’usage d’ici
settings-week-system = Selon l’usage d’ici
settings-slots = Quand vous aimez publier
settings-slots-text = Le calendrier propose la prochaine de ces heures à laquelle rien ne part encore.
settings-slots-usual = aucune
settings-slot-day = Jour de l’heure { $place }
settings-slot-time = Heure { $place }
settings-slot-remove = Retirer l’heure { $place }
settings-slot-add = Ajouter une heure

# Uploads

settings-uploads = Envois
settings-uploads-text = Un changement agit en moins de deux secondes, même sur ce qui est en route.
settings-uploads-unread = Ces réglages n’ont pas pu être lus
settings-uploads-reading = Les réglages des envois sont en cours de lecture
settings-files = Fichiers à la fois
settings-files-text = Chaque chaîne prend un fichier à la fois, quel que soit ce nombre.
settings-limit = Limite de vitesse
settings-limit-text = Pour tous les envois ensemble. Sans limite, ils vont aussi vite que la ligne le permet.
settings-limit-usual = aucune
settings-limit-on = Limiter la vitesse de tous les envois
settings-limit-field = Limite de vitesse en mégaoctets par seconde
settings-limit-unit = Mo/s
settings-limit-by-hours = À cette heure, la limite est de { $limit }, comme le veulent vos heures de la journée.
settings-limit-more = Heures de la journée et plus, dans les réglages
settings-hours = Heures de la journée
settings-hours-text = Des heures qui ont leur propre limite, dans votre fuseau horaire. Là où elles se recouvrent, la plus basse l’emporte.
settings-hours-usual = aucune
settings-hours-from = De
settings-hours-from-of = De, plage { $place }
settings-hours-to = à
settings-hours-to-of = à, plage { $place }
settings-hours-cap = au plus
settings-hours-cap-of = au plus, en mégaoctets par seconde, plage { $place }
settings-hours-remove = Retirer la plage { $place }
settings-hours-add = Ajouter des heures
settings-hours-most = { $limit } plages dans la journée sont le maximum.
settings-awake = Garder l’ordinateur éveillé
settings-awake-text = Tant que des données sont en route, il ne se met pas en veille de lui-même. Fermer le capot le met toujours en veille.
settings-awake-usual = activé
settings-awake-switch = Garder l’ordinateur éveillé pendant les envois

# Data

settings-data = Données
settings-data-text = Elles sont à vous, sur cet ordinateur, dans des fichiers que vous pouvez emporter.
settings-data-unread = Votre dossier de données n’a pas pu être lu
settings-data-reading = Votre dossier de données est en cours de lecture
settings-data-where = Sur cet ordinateur
settings-data-sizes = { $database }, et { $pictures } d’images
settings-data-kept =
    { $count ->
        [one] Conservé d’avant une restauration : { $name } ({ $size })
       *[other] Conservés d’avant { $count } restaurations : { $name } ({ $size }) est le plus récent
    }
settings-data-open = Ouvrir le dossier
settings-backup = Sauvegarde
settings-backup-text = Un fichier avec tout, y compris les images de vos posts, même pendant les envois. Gardez-le sur un autre disque.
settings-backup-make = Sauvegarder…
settings-backup-restore = Restaurer…
settings-export = Exportation
settings-export-text = Un dossier de fichiers dans des formats ouverts, que tout programme sait lire, pour partir ou pour une autre installation. Les connexions et les vidéos n’y sont pas.
settings-export-make = Exporter…
settings-import = Importation
settings-import-text = Reprend une exportation, en entier ou pas du tout.
settings-import-not-empty = Une exportation se reprend là où rien n’a encore été fait, et il y a déjà quelque chose ici. Les services et les brouillons d’un tableau s’importent depuis leurs propres écrans.
settings-delete = Supprimer les données de cet appareil
settings-delete-text = Ferme votre session, déconnecte les plateformes et supprime tout ce qui est ici. Ceci ne peut être annulé.
settings-delete-begin = Supprimer…
settings-delete-ask = Supprimer tout ce qui est sur cet ordinateur ?
settings-delete-ask-text = Brouillons, services, posts, historique et réglages de cet ordinateur disparaissent pour de bon, ainsi que les bases de données conservées d’avant une restauration. Ce qui est publié reste où il est, vos vidéos restent sur ce disque, et votre compte garde ce qu’il a.
settings-delete-ask-uploads =
    Brouillons, services, posts, historique et réglages de cet ordinateur disparaissent pour de bon, ainsi que les bases de données conservées d’avant une restauration. { $count ->
        [one] { $count } envoi en route s’arrêtera
       *[other] { $count } envois en route s’arrêteront
    }. Ce qui est publié reste où il est, vos vidéos restent sur ce disque, et votre compte garde ce qu’il a.
settings-delete-yes = Tout supprimer
settings-restore-ask = Restaurer la sauvegarde faite { $when } ?
settings-restore-ask-copy = Restaurer cette copie ?
settings-restore-text = Ce qui est ici maintenant est conservé à côté, et son nom vous est donné. Ce qui a été envoyé reste connu : rien n’est publié deux fois.
settings-restore-text-account = Ce qui est ici maintenant est conservé à côté, et son nom vous est donné. Ce qui a été envoyé reste connu : rien n’est publié deux fois. Ce que contient votre compte revient au prochain contact.
settings-restore-yes = Restaurer
settings-restore-waits = Une sauvegarde prend le relais au prochain démarrage
settings-restore-waits-text = Ce qui est ici maintenant est conservé à côté. Ce que vous écrivez d’ici là n’est que dans ce fichier.
settings-restore-waits-named = Ce qui est ici maintenant sera dans { $file }. Ce que vous écrivez d’ici là n’est que dans ce fichier.
settings-restart = Redémarrer maintenant

# Diagnostics

settings-doctor = Diagnostic
settings-doctor-text = Ce qu’offre cet ordinateur, et comment réparer ce qui manque.
settings-doctor-reading = Cet ordinateur est en cours de vérification
settings-doctor-checking = Vérification…
settings-doctor-all-well = Tout va bien.
settings-doctor-some-ill = Quelque chose est à réparer.
settings-doctor-line-well =  : tout va bien.
settings-doctor-line-ill =  : à réparer.
settings-doctor-connections = Voir les connexions
settings-doctor-folder = Ouvrir le dossier de données
settings-doctor-links = Enregistrer
settings-doctor-remedy = { $act } : { $name }
settings-report-copy = Copier le rapport
settings-report-copied = Rapport copié. Il ne contient aucun secret.
