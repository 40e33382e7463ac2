shortcuts-title = Raccourcis clavier
shortcuts-reading = Les raccourcis
shortcuts-everywhere = Partout
shortcuts-note = Les touches d’une seule lettre ou d’un seul signe se reposent pendant que vous écrivez.
shortcuts-screen-draft = Un brouillon
shortcuts-screen-post = Écrire un post
shortcuts-screen-together = Composer ensemble

# What must have the focus

shortcuts-at-upload = Sur un envoi
shortcuts-at-service = Sur un service
shortcuts-at-entry = Sur un élément
shortcuts-at-link = Sur la poignée d’un lien
shortcuts-at-picture = Sur une image
shortcuts-at-draft = Dans ce qui est écrit
shortcuts-at-day = Sur un jour
shortcuts-at-item = Sur un élément du calendrier
shortcuts-at-cover = Sur le curseur de la couverture
shortcuts-at-cell = Sur une case du tableau

# Everywhere

shortcuts-palette = Chercher, ou agir
shortcuts-help = Montrer les raccourcis
shortcuts-add-videos = Ajouter des vidéos
shortcuts-undo = Annuler ce que le dernier message propose d’annuler
shortcuts-go-home = Aller à l’accueil
shortcuts-go-posts = Aller aux posts
shortcuts-go-library = Aller à la bibliothèque
shortcuts-go-services = Aller aux services
shortcuts-go-profile = Aller au profil et aux liens
shortcuts-go-connections = Aller aux connexions
shortcuts-go-sync = Aller au compte et à la synchro
shortcuts-go-calendar = Aller au calendrier
shortcuts-go-activity = Aller à Activité
shortcuts-go-settings = Aller aux réglages

# Calendar, posts, services, profile

shortcuts-new-post = Nouveau post
shortcuts-calendar-today = Aller à aujourd’hui
shortcuts-calendar-new = Nouveau brouillon ce jour
shortcuts-calendar-month = Montrer le mois
shortcuts-calendar-week = Montrer la semaine
shortcuts-calendar-list = Montrer la liste
shortcuts-calendar-before = Le mois ou la semaine d’avant
shortcuts-calendar-after = Le mois ou la semaine d’après
shortcuts-day-go = Aller au jour à côté, au-dessus ou en dessous
shortcuts-day-open = Ouvrir ce qui s’y trouve
shortcuts-item-before = Le reculer d’un jour
shortcuts-item-after = L’avancer d’un jour
shortcuts-item-week-before = Le reculer d’une semaine
shortcuts-item-week-after = L’avancer d’une semaine
shortcuts-new-service = Nouveau service
shortcuts-new-link = Ajouter un lien

# Uploads

shortcuts-go-above-below = Aller à celui d’au-dessus ou d’en dessous
shortcuts-upload-act = Faire ce que dit son bouton
shortcuts-upload-pause = Mettre en pause ou reprendre
shortcuts-upload-retry = Réessayer maintenant
shortcuts-upload-cancel = Annuler, ou retirer de la liste
shortcuts-upload-up = Monter dans la file
shortcuts-upload-down = Descendre dans la file
shortcuts-select = Sélectionner, ou retirer de la sélection
shortcuts-select-more = En sélectionner davantage
shortcuts-select-all = Tout sélectionner
shortcuts-select-none = Ne rien sélectionner

# Library

shortcuts-library-search = Chercher dans la bibliothèque
shortcuts-library-look = Grille ou tableau
shortcuts-go-beside = Aller à celui d’à côté
shortcuts-entry-open = Ouvrir ses détails ; un brouillon s’ouvre
shortcuts-entry-preview = Aperçu
shortcuts-entry-again = Réutiliser, en nouveau brouillon
shortcuts-entry-copy = Copier son lien
shortcuts-entry-remove = Retirer de la bibliothèque

# What is written

shortcuts-undo-edit = Annuler ce qui a été écrit ou choisi
shortcuts-redo-edit = Le refaire
shortcuts-versions = Voir ce qu’il disait avant
shortcuts-close-editor = Fermer et garder
shortcuts-cover-move = Choisir le moment
shortcuts-snippet = Insérer un extrait
shortcuts-preview-platform = Aperçu sur l’autre plateforme
shortcuts-preview-shape = Aperçu vertical ou horizontal
shortcuts-preview-safe = Montrer ce que la plateforme recouvre
shortcuts-move = Le déplacer
shortcuts-close-service = Fermer le service ouvert
shortcuts-service-open = L’ouvrir ou le fermer
shortcuts-move-up = Le monter
shortcuts-move-down = Le descendre
shortcuts-delete = Le supprimer
shortcuts-link-delete = Le retirer de votre page

# Activity, settings, drafts side by side

shortcuts-activity-search = Chercher dans l’activité
shortcuts-activity-open = Montrer ce dont il s’agit
shortcuts-settings-search = Chercher un réglage
shortcuts-cell-go = Aller à la case d’à côté, du dessus ou du dessous
shortcuts-cell-edit = Y écrire ; Entrée encore passe à la suivante
shortcuts-cell-leave = La laisser comme elle était
shortcuts-cell-fill = Recopier vers le bas
shortcuts-cell-copy = Copier
shortcuts-cell-paste = Coller ; plusieurs lignes remplissent les cases du dessous
shortcuts-cell-clear = La vider
