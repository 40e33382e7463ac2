# Places

app-place-home = Accueil
app-place-calendar = Calendrier
app-place-posts = Posts
app-place-library = Bibliothèque
app-place-services = Services
app-place-profile = Profil et liens
app-place-connections = Connexions
app-place-activity = Activité
app-place-deleted = Récemment supprimés
app-place-settings = Réglages
app-place-sync = Compte et synchro
app-places = Lieux
app-needs-you = , a besoin de vous : { $count }
app-search = Chercher…
app-search-keys = Chercher, agir… ({ $keys })
app-layers = Menus et messages

# Everywhere

app-add-videos = Ajouter des vidéos
app-add-videos-keys = Ajouter des vidéos ({ $keys })
app-pictures-added =
    { $count ->
        [one] { $count } image ajoutée
       *[other] { $count } images ajoutées
    }.
app-in-step = À jour avec le serveur.
app-link-copied = Lien copié.
app-share = Partager le lien par
app-share-email = E-mail

# Banners

app-offline-writing = <b>Hors ligne depuis <time/>.</b> Vous pouvez continuer d’écrire : rien ici n’a besoin du réseau.
app-offline-waits = <b>Hors ligne depuis <time/>.</b> Au retour du réseau partiront : { $things }.
app-keyring-locked = Le trousseau de mots de passe est verrouillé
app-keyring-none = Aucun trousseau de mots de passe n’est actif
app-check-again = Vérifier à nouveau
app-files-refused =
    { $count ->
        [one] { $count } fichier n’a pas pu être pris
       *[other] { $count } fichiers n’ont pas pu être pris
    }
app-got-it = Compris
app-no-answer = La fenêtre n’a reçu aucune réponse de Maker Studio. Réessayez ou redémarrez-le : rien de ce que vous avez écrit n’est perdu.
app-together-first = Les { $first } premiers sont ici. { $more ->
        [one] { $more } autre brouillon est sur l’accueil.
       *[other] { $more } autres brouillons sont sur l’accueil.
    }
