calendar-month = Mois
calendar-week = Semaine
calendar-list = Liste
calendar-show = Afficher
calendar-back = Précédent ({ $keys })
calendar-on = Suivant ({ $keys })
calendar-today = Aujourd’hui
calendar-new-draft = Nouveau brouillon
calendar-day =
    { $day }, { $count ->
        [0] rien
        [one] { $count } élément
       *[other] { $count } éléments
    }
calendar-day-today =
    Aujourd’hui, { $day }, { $count ->
        [0] rien
        [one] { $count } élément
       *[other] { $count } éléments
    }
calendar-more =
    { $count ->
        [one] { $count } de plus
       *[other] { $count } de plus
    }
calendar-unread = Le calendrier n’a pas pu être lu
calendar-nothing-planned = Rien n’est encore prévu. Allez sur un jour et appuyez sur { $keys }, ou ajoutez des vidéos et donnez-leur une heure. Par exemple : chaque vendredi à 18:00.
calendar-nothing-in = Rien en { $month }.
calendar-day-passed = Ce jour est passé. Choisissez-en un plus tard pour un nouveau brouillon.
calendar-state-on = { $state } sur { $platforms }
calendar-draft-for = Brouillon pour { $platforms }

# What lies open

calendar-reading = Ce que c’est et quand cela part
calendar-moment = { $day }, { $time }
calendar-open-draft = Ouvrir le brouillon
calendar-show-on-home = Le montrer dans l’accueil
calendar-show-published = Montrer les vidéos publiées
calendar-move-to = Déplacer vers
calendar-give-time = Lui donner une heure
calendar-next-slot = Prochain créneau libre
calendar-send-now = Envoyer maintenant
calendar-take-time = Retirer l’heure
calendar-move = Déplacer
calendar-set-time = Fixer l’heure

# Moves

calendar-passed = { $day }, { $time } : ce moment est passé.
calendar-tiktok-many = TikTok accepte environ { $limit } publications par jour, et { $count } sont déjà prévues.
calendar-tiktok-must-be-on = TikTok : cet ordinateur devra être allumé à { $time }.
calendar-moved = « { $title } » déplacé au { $day }, { $time }.
calendar-untimed = « { $title } » n’a plus d’heure.

# Words for states

calendar-state-draft = Brouillon
calendar-state-published = Publiée
calendar-state-needs-you = A besoin de vous
calendar-state-failed = Non publiée
calendar-state-paused = En pause
calendar-state-scheduled = Prévue
calendar-state-waiting = En attente
calendar-state-on-its-way = En route
calendar-no-platform = Pas encore de plateforme
calendar-state-own-time = { $state }, { $time }

# Drafts without a time

calendar-tray = Sans heure
calendar-tray-slot = Prochain créneau libre : { $day }, { $time }
calendar-tray-empty = Chaque brouillon a son heure. Les nouvelles vidéos attendent ici que vous leur en donniez une.
calendar-tray-how = Glissez-en un sur un jour, ou appuyez dessus pour choisir une heure.
calendar-tray-more =
    Et { $count ->
        [one] { $count } brouillon plus ancien
       *[other] { $count } brouillons plus anciens
    }.
