together-unread = Les brouillons n’ont pas pu être lus
together-reading = Les brouillons sont en cours de lecture
together-close = Fermer et garder
together-empty = Rien à écrire côte à côte
together-empty-text = Ajoutez plusieurs vidéos à la fois, ou cochez des brouillons sur l’accueil : ils viennent dans un seul tableau, avec des réglages et des heures pour tous.
together-for-all = Pour tous
together-drafts =
    { $count ->
        [one] { $count } brouillon
       *[other] { $count } brouillons
    }
together-drafts-selected =
    { $count ->
        [one] { $count } brouillon
       *[other] { $count } brouillons
    }, { $selected ->
        [one] { $selected } sélectionné
       *[other] { $selected } sélectionnés
    }

# The table

together-table = Brouillons côte à côte
together-column-picture = Image
together-column-title = Titre
together-column-description = Description
together-column-tags = Mots-clés
together-column-platforms = Plateformes
together-column-time = Heure
together-column-ai = Fait par IA
together-column-state = État
together-picture-of = Image de { $title }
together-cell-of = { $column } : { $title }
together-untitled = Sans titre
together-none = Aucune
together-now = maintenant
together-and = et
together-empty-cell = Vide
together-not-answered = Sans réponse
together-on-publish = Dès la publication
together-another-time = Varie selon la plateforme
together-youtube-asks = C’est YouTube qui le demande, et il n’est pas coché.
together-copied =
    { $count ->
        [one] Copié.
       *[other] { $count } cases copiées.
    }
together-wrong-platforms = Écrivez YouTube, TikTok, ou les deux séparés par une virgule.
together-wrong-time = Écrivez par exemple { $example }.
together-wrong-ai = Écrivez Oui ou Non.

# How a draft stands

together-ready = Prêt
together-saving = Enregistrement…
together-not-saved = Non enregistré. { $why }
together-not-published = Non publié. { $why }
together-things =
    { $count ->
        [one] { $count } réponse attendue.
       *[other] { $count } réponses attendues.
    } { $first }
together-agree = Ouvrez-le pour accepter les conditions de TikTok

# For all of them, or for what is selected

together-settings = Réglages
together-settings-all =
    { $count ->
        [one] Réglages pour ce brouillon
       *[other] Réglages pour les { $count }
    }
together-settings-selected = Réglages pour les { $count } sélectionnés
together-put-all =
    { $count ->
        [one] Appliquer à ce brouillon
       *[other] Appliquer aux { $count }
    }
together-put-selected = Appliquer aux { $count } sélectionnés
together-keep = Garder comme préréglage
together-keep-name = Son nom
together-kept = { $name } gardé comme préréglage.
together-times = Heures
together-times-all =
    { $count ->
        [one] Heure de ce brouillon
       *[other] Heures pour les { $count }
    }
together-times-selected = Heures pour les { $count } sélectionnés
together-give-all =
    { $count ->
        [one] Donner une heure à ce brouillon
       *[other] Donner une heure aux { $count }
    }
together-give-selected = Donner une heure aux { $count } sélectionnés
together-times-first = Le premier part
together-times-then = Ensuite
together-times-every-hours = toutes les
together-times-every-days = tous les
together-times-apart = Nombre d’heures ou de jours d’écart
together-times-hours = heures
together-times-days = jours, à la même heure
together-times-own = à mes propres heures
together-times-number = Écrivez un nombre de 1 à { $most }.
together-times-free = À celles de vos heures où rien ne part encore, dans votre fuseau horaire.
together-times-none = Vous n’avez encore fixé aucune heure à vous.
together-times-yours = Vos heures

# What was done

together-changed-title = Titre modifié.
together-changed-description = Description modifiée.
together-changed-tags = Mots-clés modifiés.
together-changed-platforms = Plateformes modifiées.
together-changed-time = Heure modifiée.
together-changed-ai = Réponse sur l’IA modifiée.
together-pasted =
    { $count ->
        [one] Collé dans { $count } brouillon.
       *[other] Collé dans { $count } brouillons.
    }
together-left-out =
    { $count ->
        [one] { $count } ligne de trop, sans brouillon pour elle, a été laissée de côté.
       *[other] { $count } lignes de trop, sans brouillon pour elles, ont été laissées de côté.
    }
together-nothing-above = Il n’y a rien au-dessus.
together-filled =
    { $count ->
        [one] { $count } case remplie.
       *[other] { $count } cases remplies.
    }
together-emptied =
    { $count ->
        [one] { $count } case vidée.
       *[other] { $count } cases vidées.
    }
together-given =
    { $count ->
        [one] { $count } brouillon a reçu une heure.
       *[other] { $count } brouillons ont reçu une heure.
    }
together-put-settings =
    { $count ->
        [one] Réglages appliqués à { $count } brouillon.
       *[other] Réglages appliqués à { $count } brouillons.
    }
together-put-preset =
    { $count ->
        [one] { $name } appliqué à { $count } brouillon.
       *[other] { $name } appliqué à { $count } brouillons.
    }
together-not-all-saved = Tout n’est pas encore enregistré. Réessayez.
together-undone = Annulé : { $what }
together-redone = Refait : { $what }
together-undo-none = Plus rien à annuler.
together-redo-none = Plus rien à refaire.

# Publishing

together-unanswered =
    { $count ->
        [one] { $count } brouillon attend une réponse.
       *[other] { $count } brouillons attendent des réponses.
    }
together-to-tiktok =
    { $count ->
        [one] { $count } brouillon va sur TikTok, qui veut votre accord pour chaque publication : ouvrez-le pour le donner.
       *[other] { $count } brouillons vont sur TikTok, qui veut votre accord pour chaque publication : ouvrez chacun pour le donner.
    }
together-all-answered = Rien n’attend plus de réponse.
together-handing-over = Transmission…
together-none-ready = Aucun n’est prêt à être publié
together-publish-all =
    { $count ->
        [one] Le publier
       *[other] Publier les { $count }
    }
together-publish-ready =
    { $count ->
        [one] Publier celui qui est prêt
       *[other] Publier les { $count } qui sont prêts
    }
together-gone =
    { $count ->
        [one] { $count } brouillon est en route.
       *[other] { $count } brouillons sont en route.
    }
together-scheduled =
    { $count ->
        [one] { $count } brouillon est prévu : il est dans votre calendrier.
       *[other] { $count } brouillons sont prévus : ils sont dans votre calendrier.
    }
together-still-here =
    { $count ->
        [one] { $count } brouillon attend encore ici.
       *[other] { $count } brouillons attendent encore ici.
    }
