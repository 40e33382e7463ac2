activity-unread = L’activité n’a pas pu être lue
activity-reading = L’activité est en cours de lecture
activity-found =
    { $count ->
        [0] Rien trouvé.
        [one] { $count } entrée trouvée.
       *[other] { $count } entrées trouvées.
    }
activity-empty = Chaque utilisation d’une connexion est notée ici
activity-empty-text = Quand, par quel compte, en vertu de quel droit, pour quoi faire et avec quel résultat. Les entrées ne font que s’ajouter et ne contiennent aucun secret.
activity-empty-example = Par exemple : Envoi, Comment j’huile une chaise en chêne, YouTube, Bench & Blade, Publiée
activity-nothing = Rien ne correspond
activity-nothing-words = Aucune entrée n’a de mots contenant « { $text } ».
activity-nothing-filters = Aucune entrée ne correspond à ces filtres.
activity-show-everything = Tout montrer
activity-show-connections = Voir les connexions
activity-end = Tout est là, depuis le début. Ce que les connexions peuvent faire se trouve sous <connections>Connexions</connections>.

# Whether it is whole

activity-chain-checking = Vérification que chaque entrée est telle qu’elle a été écrite…
activity-chain-none = Chaque entrée est enchaînée à la précédente : personne ne peut en changer une sans que cela se voie.
activity-chain-whole =
    <b>Intacte.</b> { $count ->
        [one] L’entrée est telle qu’elle a été écrite, et aucune ne manque.
       *[other] Les { $count } entrées sont telles qu’elles ont été écrites, et aucune ne manque.
    }
activity-chain-again = Vérifier à nouveau

# One entry

activity-use-connect = Connexion
activity-use-refresh = Accès renouvelé
activity-use-upload = Envoi
activity-use-thumbnail = Miniature
activity-use-captions = Sous-titres
activity-use-playlist = Playlist
activity-use-read = Lecture
activity-use-revoke = Droits rendus
activity-read-numbers = vues et j’aime
activity-read-creator = ce que le compte peut publier
activity-read-playlists = playlists
activity-untitled = Sans titre
activity-went-well = S’est bien passé
activity-trouble = Difficulté
activity-number = N° { $n }
activity-hash = Empreinte { $hash }
activity-show-upload = Montrer l’envoi
activity-show-video = Montrer la vidéo
activity-show-library = Montrer la bibliothèque
activity-show-connection = Montrer la connexion à { $platform }
activity-open-draft = Ouvrir le brouillon

# How an entry ended, for what is typed into the search

activity-told-ok = Terminé
activity-told-started = Commencé
activity-told-published = Publiée
activity-told-cancelled = Annulé
activity-told-no-answer = Pas de réponse
activity-told-refused = Refusé
activity-told-not-revoked = Déconnectée ici ; la plateforme n’a pas pu en être informée
activity-told-timed-out = Personne n’a répondu à temps
activity-told-no-network = Pas de réseau
activity-told-keyring = Le trousseau n’a pas pris les clés
activity-told-platform-refused = La plateforme a refusé

# Looking for something

activity-the-activity = L’activité
activity-search = Chercher dans l’activité
activity-search-hint = Chercher titres, comptes, résultats
activity-filter-platform = Plateforme
activity-filter-use = Usage
activity-filter-outcome = Résultat
activity-filter-date = Date
activity-filter-clear = Effacer
activity-only-about = Uniquement « { $about } »
activity-only-about-one = Uniquement un élément

# As a file

activity-export = Garder dans un fichier
activity-export-as = Garder ce qui est affiché en
activity-export-csv = CSV, pour un tableur
activity-kept =
    { $count ->
        [one] { $count } entrée gardée.
       *[other] { $count } entrées gardées.
    }
