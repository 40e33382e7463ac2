components-keep = Garder
components-counter = { $of } { $count } sur { $limit }
components-counter-over = { $of } { $count } sur { $limit } : <b>{ $cut } de trop</b>
components-counter-unit = { $of } { $count } sur { $limit } { $unit }
components-counter-unit-over = { $of } { $count } sur { $limit } { $unit } : <b>{ $cut } de trop</b>
components-words-go = disparaît :
components-words-come = apparaît :
components-drop-add = Ajouter { $things }
components-drop-none =
    { $count ->
        [one] Ceci n’est pas une vidéo
       *[other] Aucun de ces fichiers n’est une vidéo
    }
components-drop-rest-videos =
    { $count ->
        [one] L’un de ces fichiers n’est pas une vidéo
       *[other] { $count } de ces fichiers ne sont pas des vidéos
    }
components-drop-rest-pictures =
    { $count ->
        [one] L’un de ces fichiers n’est pas une image
       *[other] { $count } de ces fichiers ne sont pas des images
    }
components-drop-portrait = Ce sera votre photo
components-drop-portrait-one = Déposez seulement votre photo
components-drop-portrait-small = Votre page en montre une petite copie à côté de votre nom.
components-drop-pictures-copied = Le post reçoit une copie de chaque image, telle quelle.
components-drop-videos-stay = Les vidéos restent où elles sont sur cet ordinateur.
components-keys-or = ou
components-move-up = Monter { $name }
components-move-down = Descendre { $name }
components-selected =
    { $count ->
        [one] <b>{ $count }</b> sélectionné
       *[other] <b>{ $count }</b> sélectionnés
    }
components-selection-clear = Effacer la sélection (Échap)
components-close = Fermer (Échap)
components-undo = Annuler
components-message-close = Fermer ce message
components-time-date = Date
components-time-time = Heure
components-time-zone = Fuseau horaire
components-time-none = Écrivez une heure de la journée, par exemple 09:00.
components-day-none = Indiquez un jour, avec son mois et son année.
components-yes = Oui
components-no = Non
components-try-again = Réessayer
components-in-activity = Voir dans l’activité
components-import = Importer…
components-mentions = Trouvé dedans :
components-mentions-hashtag =
    { $count ->
        [one] { $count } hashtag
       *[other] { $count } hashtags
    }
components-mentions-name =
    { $count ->
        [one] { $count } nom
       *[other] { $count } noms
    }
components-mentions-link =
    { $count ->
        [one] { $count } lien
       *[other] { $count } liens
    }
components-reading-more = Lecture de la suite…
components-search-clear = Effacer la recherche (Échap)
components-search-keys = { $search } ({ $keys })
components-range-from = Du
components-range-to = Au

# Keys, as they stand on the keyboard

components-key-shift = Maj
components-key-space = Espace
components-key-enter = Entrée
components-key-escape = Échap
components-key-delete = Suppr
components-key-backspace = Retour arrière
components-key-page-up = Page préc.
components-key-page-down = Page suiv.
