# What a draft's version changed, in a line

changes-and = { $first } ; { $second }
changes-more-fields =
    { $count ->
        [one] { $count } autre champ
       *[other] { $count } autres champs
    }
changes-nothing = Rien qui se voie
changes-answer-back = { $field }, réponse retirée
changes-answer = { $field } : { $answer }
changes-signs = { $field }, ponctuation seulement
changes-words-more =
    { $field }, { $count ->
        [one] { $count } mot de plus
       *[other] { $count } mots de plus
    }
changes-words-fewer =
    { $field }, { $count ->
        [one] { $count } mot de moins
       *[other] { $count } mots de moins
    }
changes-words-changed =
    { $field }, { $count ->
        [one] { $count } mot modifié
       *[other] { $count } mots modifiés
    }
changes-words-both =
    { $field }, { $added ->
        [one] { $added } mot ajouté
       *[other] { $added } mots ajoutés
    } et { $removed } en moins

# The fields

changes-title = Titre
changes-description = Description
changes-tags = Mots-clés
changes-youtube-title = Titre sur YouTube
changes-youtube-description = Description sur YouTube
changes-tiktok-caption = Légende sur TikTok
changes-kind = Genre de vidéo
changes-platforms = Plateformes
changes-time = Moment
changes-youtube-time = Moment sur YouTube
changes-tiktok-time = Moment sur TikTok
changes-youtube-privacy = Qui peut regarder sur YouTube
changes-kids = Conçue pour les enfants
changes-youtube-ai = Modifiée ou créée par IA, sur YouTube
changes-youtube-category = Catégorie sur YouTube
changes-youtube-quiet = Publiée sans bruit sur YouTube
changes-youtube-playlist = Playlist sur YouTube
changes-tiktok-privacy = Qui peut regarder sur TikTok
changes-tiktok-comments = Commentaires sur TikTok
changes-tiktok-duets = Duos sur TikTok
changes-tiktok-stitches = Collages sur TikTok
changes-tiktok-promotes = Fait de la promotion, sur TikTok
changes-tiktok-promoted = Ce qui est promu, sur TikTok
changes-tiktok-ai = Créée par IA, sur TikTok
changes-tiktok-inbox = Vers la boîte de réception TikTok
changes-tiktok-cover = Couverture sur TikTok

# The answers

changes-yes = Oui
changes-no = Non
changes-at = { $date } à { $time } ({ $place })
changes-now = Maintenant
changes-cover-at = à { $seconds } s
changes-video-type =
    { $kind ->
        [short] Courte
        [long] Longue
       *[demo] Démo
    }
changes-public = Publique
changes-unlisted = Non répertoriée
changes-private = Privée
changes-everyone = Tout le monde
changes-friends = Amis
changes-followers = Abonnés
changes-only-me = Moi uniquement
changes-your-brand = Votre marque
changes-branded = Contenu de marque
changes-both-brands = Votre marque, Contenu de marque
