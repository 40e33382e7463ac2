# What the window's own system says: dialogs for files, and what goes wrong with them

shell-no-browser = Aucun navigateur n’a pu être ouvert. Copiez le lien et ouvrez-le vous-même.
shell-no-clipboard = Le presse-papiers ne l’accepte pas ({ $error }). Réessayez.
shell-no-file-manager = Aucun gestionnaire de fichiers n’a pu être ouvert. Le dossier est { $folder }.
shell-nothing-chosen = Aucun fichier n’est plus choisi. Choisissez-le de nouveau.
shell-not-registered = Votre système ne l’a pas accepté. Installez plutôt Maker Studio par son paquet.
shell-no-tiktok = TikTok n’est pas coché pour ce brouillon.
shell-no-autostart = Votre système ne dit pas quels programmes démarrent avec lui. Regardez ses réglages.
shell-autostart-refused = Votre système ne l’a pas accepté. Choisissez ce qui démarre avec lui dans ses propres réglages.
shell-no-notices = Votre système n’affiche pas de notifications. Regardez ses réglages.
shell-one-portrait =
    { $count ->
        [one] Voici { $count } fichier. Déposez celui qui est votre photo.
       *[other] Voici { $count } fichiers. Déposez celui qui est votre photo.
    }

# Dialogs

shell-add-videos = Ajouter des vidéos
shell-where-is-video = Où est la vidéo ?
shell-add-pictures = Ajouter des images
shell-choose-thumbnail = Choisir une miniature
shell-choose-captions = Choisir des sous-titres
shell-choose-portrait = Choisir votre photo
shell-export-to = Exporter dans ce dossier
shell-choose-export = Choisir le dossier d’un export
shell-back-up-to = Sauvegarder dans ce fichier
shell-choose-backup = Choisir une sauvegarde
shell-choose-table = Choisir un fichier CSV ou JSON
shell-keep-receipt = Enregistrer le reçu
shell-keep-activity = Enregistrer l’activité
shell-videos = Vidéos
shell-pictures = Images
shell-captions = Sous-titres
shell-backups = Sauvegardes
shell-tables = Tableaux
shell-all-files = Tous les fichiers

# The menu of a Mac, in the words of its other programs

shell-menu-about = À propos de Maker Studio
shell-menu-settings = Réglages…
shell-menu-services = Services
shell-menu-hide = Masquer Maker Studio
shell-menu-hide-others = Masquer les autres
shell-menu-show-all = Tout afficher
shell-menu-quit = Quitter Maker Studio
shell-menu-file = Fichier
shell-menu-add-videos = Ajouter des vidéos…
shell-menu-close = Fermer la fenêtre
shell-menu-edit = Édition
shell-menu-undo = Annuler
shell-menu-redo = Rétablir
shell-menu-cut = Couper
shell-menu-copy = Copier
shell-menu-paste = Coller
shell-menu-select-all = Tout sélectionner
shell-menu-palette = Chercher ou agir…
shell-menu-window = Fenêtre
shell-menu-minimize = Placer dans le Dock
shell-menu-zoom = Réduire/Agrandir
shell-menu-full-screen = Activer/Désactiver le plein écran
shell-menu-help = Aide
shell-menu-shortcuts = Raccourcis clavier
