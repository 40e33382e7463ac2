# Where a delivery stands

words-state-preparing = Préparation
words-state-uploading = Envoi en cours
words-state-scheduled = { $platform } l’a reçue, en privé. Elle devient publique
words-state-inbox = Vous attend dans { $platform }
words-state-address = Publiée. En attente de son adresse de { $platform }
words-state-sent = Envoyée. En attente de { $platform }
words-state-published = Publiée
words-state-posted = Publiée. { $platform } ne donne pas d’adresse aux publications privées ; ceci ouvre votre profil
words-state-needs-you = A besoin de vous
words-state-failed = Non publiée
words-state-paused = En pause
words-state-cancelled = Annulée
words-state-unconfirmed = Vérification auprès de { $platform } de son arrivée. Rien ne sera envoyé deux fois.
words-wait-schedule = Part
words-wait-turn = Attend son tour
words-wait-network = Attend le réseau
words-wait-metered = Attend un réseau qui n’est pas limité
words-wait-platform = Attend { $platform }
words-wait-platform-until = { $platform } est occupé. Reprend toute seule
words-wait-quota = La limite du jour chez { $platform } est atteinte. Reprend toute seule
words-wait-account = { $platform } n’accepte plus rien de ce compte aujourd’hui. Reprend toute seule
words-kept = { $size } conservés
words-step-done = Terminé
words-step-until = Reprend tout seul
words-step-on-its-way = En route
words-step-after-video = Dès que la vidéo sera en ligne
words-step-needs-you = A besoin de vous
words-steps-need-you =
    { $count ->
        [one] { $count } étape a besoin de vous
       *[other] { $count } étapes ont besoin de vous
    }

# What a listener hears of deliveries

words-news-steps =
    { $title } : { $count ->
        [one] { $count } étape a besoin de vous
       *[other] { $count } étapes ont besoin de vous
    }.
words-news-many =
    { $count ->
        [one] { $count } envoi
       *[other] { $count } envois
    } : { $state }.
words-news-published = { $title } est publiée sur { $platform }.
words-news-stopped = { $title } sur { $platform } : { $what }
words-news-one-of = Envoi { $done } sur { $all } terminé : { $title } vers { $platform }.
words-news-finished = Envoi terminé : { $title } vers { $platform }.
words-news-state = { $title } sur { $platform } : { $state }.

# How much and how long

words-size-bytes =
    { $amount ->
        [one] { $amount } octet
       *[other] { $amount } octets
    }
words-size-kb = { $amount } ko
words-size-mb = { $amount } Mo
words-size-gb = { $amount } Go
words-size-tb = { $amount } To
words-size-of-bytes = { $part } sur { $whole } octets
words-size-of-kb = { $part } sur { $whole } ko
words-size-of-mb = { $part } sur { $whole } Mo
words-size-of-gb = { $part } sur { $whole } Go
words-size-of-tb = { $part } sur { $whole } To
words-speed = { $size }/s
words-late-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    } de retard : cet ordinateur n’était pas allumé.
words-late-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    } de retard : cet ordinateur n’était pas allumé.
words-late-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } de retard : cet ordinateur n’était pas allumé.
words-left-seconds = quelques secondes
words-left-under-a-minute = moins d’une minute
words-left-minutes = environ { $minutes } min
words-left-hours = environ { $hours } h
words-left-hours-minutes = environ { $hours } h { $minutes } min
words-left-days = plus d’un jour

# Counted things

words-uploads =
    { $count ->
        [one] { $count } envoi
       *[other] { $count } envois
    }
words-edits =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
words-pictures =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }
words-videos =
    { $count ->
        [one] { $count } vidéo
       *[other] { $count } vidéos
    }

# Moments

words-moment-yesterday = hier { $time }
words-moment-tomorrow = demain { $time }
words-moment-day = { $day } { $time }
words-at-time = à { $time }
words-at-yesterday = hier à { $time }
words-at-tomorrow = demain à { $time }
words-at-day = le { $day } à { $time }
words-zone = heure de { $place }
words-time-in-zone = { $time } ({ $zone })
words-just-now = à l’instant
words-utc = { $time } UTC, { $away }
words-when-week = 7 derniers jours
words-when-month = 30 derniers jours
words-when-year = 365 derniers jours
words-when-range = Du … au …

# Prices

words-price-none = Écrivez un prix, par exemple { $example }. 0 veut dire gratuit.
words-price-negative = Un prix vaut zéro ou plus. Écrivez-le par exemple { $example }.
words-price-not-one = Ceci n’est pas un prix. Écrivez par exemple { $example }.
words-price-no-hundredths = { $currency } n’a pas de centimes. Écrivez le prix par exemple { $example }.
words-price-two-decimals = Un prix a au plus deux décimales. Écrivez-le par exemple { $example }.

# What the page is about

words-kind-driver = Livraison et transport
words-kind-agent = Vente et représentation
words-kind-artisan = Artisanat et création

# Of the platforms

words-video-short = Courte
words-video-long = Longue
words-video-demo = Démo
words-privacy-everyone = Tout le monde
words-privacy-friends = Amis (abonnés que vous suivez aussi)
words-privacy-followers = Abonnés
words-privacy-me = Moi uniquement
words-privacy-public = Tout le monde (publique)
words-privacy-unlisted = Qui a le lien (non répertoriée)
words-privacy-private = Moi uniquement (privée)
words-category-film = Films et animations
words-category-autos = Autos et véhicules
words-category-music = Musique
words-category-animals = Animaux
words-category-sports = Sport
words-category-travel = Voyages et événements
words-category-gaming = Jeux vidéo
words-category-people = Gens et blogs
words-category-comedy = Humour
words-category-entertainment = Divertissement
words-category-news = Actualités et politique
words-category-howto = Vie pratique et style
words-category-education = Éducation
words-category-science = Science et technologie
words-category-nonprofits = Organismes à but non lucratif et engagement

# Sync

words-sync-off = Connectez-vous pour sauvegarder
words-sync-sign-in-again = Reconnectez-vous
words-sync-upgrade = Mise à jour nécessaire
words-sync-pictures-refused =
    { $count ->
        [one] { $count } image refusée
       *[other] { $count } images refusées
    }
words-sync-refused = Non sauvegardé
words-sync-offline-since = Hors ligne depuis
words-sync-offline = Hors ligne
words-sync-edits =
    { $count ->
        [one] { $count } modification à sauvegarder
       *[other] { $count } modifications à sauvegarder
    }
words-sync-pictures =
    { $count ->
        [one] { $count } image à envoyer
       *[other] { $count } images à envoyer
    }
words-sync-comparing = Comparaison en cours
words-sync-up-to-date = Sauvegardé
words-sync-news-conflict = Quelque chose a été modifié sur deux appareils. Les deux versions sont conservées.
words-sync-news-refused = Une modification a été refusée. Elle est conservée sur cet ordinateur.

# Limits of uploads

words-cap-off = Aucune
words-cap-no-number = Écrivez un nombre de mégaoctets par seconde, par exemple 2 ou 0,5.
words-cap-too-slow = La limite la plus basse est 0,017 Mo/s. Pour arrêter les envois, mettez-les en pause.
words-hours-whole-day = Toute la journée.
words-hours-over-midnight = Après minuit, jusqu’au lendemain.
