presets-title = Préréglages
presets-text = Des réglages que vous choisissez souvent, sous un nom.
presets-list = Vos préréglages
presets-unread = Vos préréglages n’ont pas pu être lus
presets-reading = Vos préréglages sont en cours de lecture
presets-none = Aucun pour l’instant. Un préréglage répond pour plusieurs vidéos à ce que YouTube demande : qui peut regarder, si elle est conçue pour les enfants, quelle catégorie. Il s’applique à un ou plusieurs brouillons, et les nouveaux brouillons peuvent commencer avec lui.
presets-new = Nouveau préréglage
presets-new-of-draft = Garder les réglages de ce brouillon sous le nom
presets-new-hint = Par exemple Shorts, publique
presets-make = Créer
presets-keep = Garder
presets-kept = { $name } gardé.
presets-delete = Supprimer { $name }
presets-deleted = { $name } supprimé. Les brouillons restent tels quels.
presets-usual = Nouveaux brouillons<hidden> : commencent avec { $name }</hidden>
presets-usual-set = Les nouveaux brouillons commencent avec { $name }.
presets-usual-none = Les nouveaux brouillons commencent sans préréglage.
presets-tiktok-asks = TikTok veut que son audience, ses options, sa mention commerciale et votre accord soient choisis pour chaque publication : aucun préréglage ne les contient.
presets-ai-asks = Pour chaque vidéo, on demande aussi si elle est créée par IA.

# The menu on what is being written

presets-menu = Préréglages
presets-use = Utiliser un préréglage
presets-keep-these = Garder ces réglages comme préréglage…
presets-manage = Préréglages…

# The settings

presets-name = Nom
presets-unset = Comme dans chaque brouillon
presets-targets = Où elle va
presets-privacy = Qui peut regarder sur YouTube
presets-kids = Conçue pour les enfants
presets-category = Catégorie sur YouTube
presets-notify = Prévenir les abonnés
presets-tiktok = Vers TikTok
presets-tiktok-post = Comme publication
presets-tiktok-inbox = Dans ma boîte de réception
presets-playlist = Playlist sur YouTube : { $title }
presets-playlist-leave-out = La laisser de côté

# What a preset says, in a line

presets-says-nothing = Ne dit encore rien
presets-says-kids = Conçue pour les enfants
presets-says-not-kids = Pas conçue pour les enfants
presets-says-quiet = Les abonnés ne sont pas prévenus
presets-says-playlist = Playlist { $title }
presets-says-inbox = Vers la boîte de réception TikTok
