# The maker

public-works-from = Lieu de travail :
public-elsewhere = Ailleurs
public-all-links = Tous les liens
public-on-this-page = Sur cette page
public-empty = Il n’y a encore rien ici. Revenez un autre jour.
public-untitled = Sans titre

# Lists

public-list =
    { $list ->
        [services] Services
        [videos] Vidéos
        [posts] Posts
       *[links] Liens
    }
public-list-of =
    { $list ->
        [services] Les services proposés par { $name }
        [videos] Les vidéos publiées par { $name }
        [posts] Les posts publiés par { $name }
       *[links] Les liens donnés par { $name }
    }
public-further =
    { $list ->
        [services] Autres services
        [videos] Vidéos plus anciennes
        [posts] Posts plus anciens
       *[links] Autres liens
    }
public-in-all = { $number } en tout
public-in-all-newest = { $number } en tout, les nouveautés d’abord
public-empty-list = Il n’y a rien ici.
public-from-the-start = Depuis le début
public-read-on = Lire la suite

# What a service and a video are

public-service =
    { $kind ->
        [driver] Livraison et transport
        [agent] Vente et représentation
       *[artisan] Artisanat et création
    }
public-video =
    { $kind ->
        [short] Courte
       *[demo] Démo
    }
public-lasts = Durée :
public-watch = Regarder
public-watch-on = Regarder sur { $platform }
public-day =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
public-views =
    { $count ->
        [one] { $number } vue
        [many] { $number } de vues
       *[other] { $number } vues
    }
public-likes =
    { $count ->
        [one] { $number } j’aime
        [many] { $number } de j’aime
       *[other] { $number } j’aime
    }

# What is said about a video

public-comments = Commentaires
public-no-comments = Aucun commentaire
public-comments-count =
    { $count ->
        [one] { $number } commentaire
        [many] { $number } de commentaires
       *[other] { $number } commentaires
    }
public-comments-on = sur
public-nobody-said = Personne n’a encore rien dit.
public-newest-comments = Commentaires les plus récents
public-older-comments = Commentaires plus anciens

# Around every page

public-skip = Aller au contenu
public-back = Retour
public-made-with = Fait avec Maker Studio
public-nobody = Personne ne travaille ici
public-nobody-text = Il n’y a personne à cette adresse, ou plus personne. L’avez-vous recopiée à la main ? Alors vérifiez-en encore une fois les lettres.
public-moment = Un instant
public-moment-text = Cette page ne peut pas être affichée pour l’instant. Rechargez-la dans quelques secondes.
