palette-title = Chercher ou agir
palette-hint = Chercher ou agir…
palette-input = Cherchez quelque chose, ou quelque chose à faire
palette-found = Ce qui a été trouvé
palette-nothing-found = Rien trouvé.
palette-results =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }. { $first }
palette-shown-of = { $count } sur { $total }
palette-nothing = Rien ne s’appelle « { $query } ».
palette-nothing-unread = Toutes vos listes n’ont pas pu être lues : cela s’y trouve peut-être.
palette-nothing-reading = Vos listes sont encore en cours de lecture : cela s’y trouve peut-être.
palette-nothing-why = La recherche porte sur les noms des écrans, actions, brouillons, posts, envois, vidéos, services et liens ; pas sur leurs textes.
palette-foot-move = <up/><down/> se déplacer
palette-foot-choose = <enter/> choisir
palette-foot-close = <esc/> fermer

# Sections

palette-section-recent = Récents
palette-section-actions = Actions
palette-section-go = Aller à
palette-section-drafts = Brouillons
palette-section-posts = Posts
palette-section-uploads = Envois
palette-section-published = Publiés
palette-section-services = Services
palette-section-links = Liens

# What can be done, and other words by which it is looked for

palette-undo = Annuler
palette-add-videos = Ajouter des vidéos…
palette-add-videos-words = envoyer importer fichier film brouillon
palette-new-post-words = écrire texte image
palette-new-service-words = offre prix
palette-new-link = Ajouter un lien
palette-new-link-words = nouveau adresse site
palette-pause-all = Mettre tous les envois en pause
palette-pause-all-words = arrêter
palette-resume-all = Reprendre tous les envois
palette-resume-all-words = continuer démarrer
palette-sign-in = Se connecter à votre compte…
palette-sign-in-words = synchro sauvegarde connexion
palette-sync = Synchroniser maintenant
palette-sync-words = sauvegarde actualiser
palette-open-page = Ouvrir votre page dans le navigateur
palette-open-page-words = public site web
palette-copy-page = Copier le lien de votre page
palette-copy-page-words = adresse partager
palette-connect = Connecter { $platform }…
palette-connect-again = Se reconnecter à { $platform }…
palette-connect-words = connecter compte connexion
palette-theme-light = Utiliser les couleurs claires
palette-theme-light-words = thème apparence jour
palette-theme-dark = Utiliser les couleurs sombres
palette-theme-dark-words = thème apparence nuit
palette-theme-system = Utiliser les couleurs du système
palette-theme-system-words = thème apparence automatique
palette-copy-report = Copier le rapport de diagnostic
palette-copy-report-words = assistance médecin problème
palette-shortcuts = Montrer les raccourcis clavier
palette-shortcuts-words = touches aide

# Where one can go

palette-home-words = file envois brouillons
palette-posts-words = textes
palette-library-words = vidéos publiées posts vues recherche
palette-calendar-words = programmer planifier mois semaine dates heures
palette-services-words = offres prix
palette-profile-words = nom à propos pays page
palette-connections-words = youtube tiktok comptes plateformes déconnecter
palette-deleted-words = corbeille restaurer rétablir récupérer
palette-sync-place-words = appareils conflits déconnexion attente sauvegarde
palette-settings-place-words = préférences options
palette-activity-words = journal audit historique usages export chaîne
palette-snippets = Extraits…
palette-snippets-words = texte mots-clés modèle barre oblique
palette-presets = Préréglages…
palette-presets-words = réglages modèle confidentialité public catégorie
palette-settings-week-start = Réglages : premier jour de la semaine
palette-settings-week-start-words = lundi dimanche calendrier
palette-settings-data = Réglages : données
palette-settings-data-words = sauvegarde restaurer exporter importer supprimer dossier disque
palette-settings-appearance = Réglages : Apparence
palette-settings-appearance-words = thème sombre clair couleurs
palette-settings-language = Réglages : Langue
palette-settings-language-words = langue anglais français arabe english العربية
palette-settings-time-zone = Réglages : Fuseau horaire
palette-settings-time-zone-words = heures ville
palette-settings-slots = Réglages : Quand vous aimez publier
palette-settings-slots-words = créneaux heures semaine calendrier
palette-settings-uploads = Réglages : Envois
palette-settings-uploads-words = vitesse limite heures fichiers à la fois veille
palette-settings-diagnostics = Réglages : Diagnostic
palette-settings-diagnostics-words = vérifier trousseau réseau rapport

# Things by name

palette-post-change = Modification en cours
palette-post-draft = Brouillon
palette-post-published = Publié
palette-video-hint = { $platform } · { $type }
