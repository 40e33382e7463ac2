home-unread = L’accueil n’a pas pu être lu
home-reading = L’accueil est en cours de lecture
home-empty = Publiez votre première vidéo
home-empty-text = Ajoutez une vidéo de cet ordinateur, écrivez son texte une seule fois et envoyez-la sur YouTube et TikTok. Elle n’est jamais copiée ailleurs.
home-example = Voici à quoi cela ressemblera
home-example-title = Comment j’huile une chaise en chêne
home-example-progress = Exemple d’envoi

# The queue

home-uploads = Envois
home-group-needs-you = A besoin de vous
home-group-now = En cours
home-group-waiting = En attente
home-group-done = Terminé
home-earlier = Les publications précédentes sont dans la bibliothèque
home-all-uploads = Tous les envois
home-sum-uploading = { $count } en cours
home-sum-sent = { $count } en traitement
home-sum-waiting = { $count } en attente
home-sum-nothing = Rien n’est en route
home-pause-all = Tout mettre en pause
home-resume-all = Tout reprendre
home-speed-limit = Limite de vitesse
home-speed-limit-now = Limite de vitesse : { $limit }
home-upload-of = Envoi de { $title }
home-measuring = Mesure de la vitesse
home-pace = { $speed }, { $left }
home-percent = { $percent } %
home-hour-ends = L’heure accordée par { $platform } se termine <time/>
home-must-be-on = Cet ordinateur devra être allumé.
home-too-slow = À cette vitesse, l’envoi ne sera pas terminé à <time/>. Mettez d’autres envois en pause, relevez la limite ou publiez un fichier plus petit.
home-pause-others = Mettre les autres en pause
home-pause-others-for = Mettre les autres en pause pour que { $title } passe
home-steps-of = Étapes de { $title }
home-steps-done = Terminé : { $steps }
home-open-in-browser = Ouvrir dans le navigateur
home-details = Détails
home-platform-said = { $platform } a dit : <said/>
home-noted = Constaté ici : <noted/>

# What can be done

home-act-pause = Mettre en pause
home-act-resume = Reprendre
home-act-undo = Rétablir
home-act-undo-cancel = Rétablir l’envoi
home-act-retry = Réessayer
home-act-retry-now = Réessayer maintenant
home-act-dismiss = Retirer
home-act-take-off = Retirer de cette liste
home-act-open = Ouvrir
home-act-cancel = Annuler l’envoi
home-act-connect = Connecter { $platform }
home-act-locate = Retrouver…
home-act-edit-draft = Modifier le brouillon
home-act-copy = Copier le lien
home-act-send = Envoyer maintenant
home-act-time = Déplacer à un autre moment…
home-act-up = Monter
home-act-down = Descendre
home-act-receipt = Reçu
home-act-select = Sélectionner
home-act-unselect = Retirer de la sélection
home-act-for = { $act } : { $title }
home-act-some = { $act } ({ $count })
home-more-for = Plus pour { $title }
home-selected = Envois sélectionnés
home-will-not-go = { $title } n’ira pas sur { $platform }.
home-cancelled =
    { $count ->
        [one] { $count } envoi annulé
       *[other] { $count } envois annulés
    }.
home-paused =
    { $count ->
        [one] { $count } envoi mis en pause
       *[other] { $count } envois mis en pause
    }.
home-resumed =
    { $count ->
        [one] { $count } envoi repris
       *[other] { $count } envois repris
    }.
home-refused-and-others = { $reason } { $count } de plus sont restés tels quels.
home-moved-up = { $title } est monté : { $place } sur { $all }.
home-moved-down = { $title } est descendu : { $place } sur { $all }.
home-many-up = { $count } envois sont montés.
home-many-down = { $count } envois sont descendus.

# Drafts, and other devices

home-drafts = Brouillons
home-draft-edited = Modifié <time/>
home-draft-delete = Supprimer le brouillon { $title }
home-sample-remove = Retirer l’exemple
home-sample-gone = L’exemple a été retiré.
home-welcome = Bienvenue
home-draft-deleted = Brouillon « { $title } » supprimé. La vidéo reste sur cet ordinateur.
home-elsewhere = Sur vos autres appareils
home-another-device = Un autre appareil
home-as-of = état de <time/>
home-drafts-deleted =
    { $count ->
        [one] { $count } brouillon supprimé
       *[other] { $count } brouillons supprimés
    }. Les vidéos restent sur cet ordinateur.
home-drafts-selected = Brouillons sélectionnés
home-drafts-delete = Supprimer
home-draft-select = Sélectionner le brouillon { $title }
home-sample = Exemple
