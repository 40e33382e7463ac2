doctor-data-folder = Dossier de données
doctor-can-be-written = accessible en écriture
doctor-check-disk = Vérifiez l’espace libre du disque et vos autorisations.
doctor-database = Base de données
doctor-sound = saine
doctor-restore = Fermez Maker Studio et restaurez le dossier de données à partir d’une sauvegarde.
doctor-activity-log = Journal d’activité
doctor-unbroken = intact
doctor-another-program = Regardez si un autre programme écrit dans le dossier de données.
doctor-password-store = Trousseau de mots de passe
doctor-ready = prêt
doctor-locked = verrouillé
doctor-not-running = inactif
doctor-set-up = { $platform } : configuration
doctor-no-client-id = aucun identifiant client
doctor-own-key = connexion par votre propre clé
doctor-by-backend = connexion par le serveur
doctor-connection = { $platform } : connexion
doctor-not-connected = non connecté
doctor-connected = connecté en tant que { $account }
doctor-no-access = connecté en tant que { $account }, mais sans obtenir d’accès
doctor-connect-again = Vérifiez le réseau ; s’il va bien, reconnectez-vous.
doctor-network = Réseau : { $platform }
doctor-reached = joignable
doctor-not-reached = injoignable
doctor-look-at-pages = Regardez si d’autres pages s’ouvrent dans votre navigateur. Un pare-feu ou un proxy n’en laisse peut-être passer que certaines.
doctor-clock = Horloge
doctor-clock-right = à l’heure
doctor-minutes-fast =
    { $count ->
        [one] { $count } minute d’avance
       *[other] { $count } minutes d’avance
    }
doctor-minutes-slow =
    { $count ->
        [one] { $count } minute de retard
       *[other] { $count } minutes de retard
    }
doctor-hours-fast =
    { $count ->
        [one] { $count } heure d’avance
       *[other] { $count } heures d’avance
    }
doctor-hours-slow =
    { $count ->
        [one] { $count } heure de retard
       *[other] { $count } heures de retard
    }
doctor-set-clock = Laissez votre système régler son horloge tout seul : sinon les connexions échouent et les envois partent au mauvais moment.
doctor-preview = Aperçu vidéo
doctor-plays = lit les MP4 avec H.264
doctor-cannot-play = ce système ne peut pas lire les MP4 avec H.264
doctor-install-gstreamer = Installez gstreamer1.0-libav et gstreamer1.0-plugins-good, puis relancez Maker Studio. Les envois s’en passent.
doctor-install-media = Installez les fonctions multimédias de votre système, puis relancez Maker Studio. Les envois s’en passent.
doctor-links = Liens
doctor-links-well = les connexions reviennent à ce programme
doctor-not-registered = non inscrit
doctor-register = Les connexions par le serveur finissent par un lien qu’aucun programme n’ouvre. Inscrivez Maker Studio pour l’ouvrir.

# The report, for whoever helps

doctor-report = Maker Studio { $version } sur { $system } { $processor }
doctor-report-line = { $name } : { $found }
