library-unread = Votre bibliothèque n’a pas pu être lue
library-reading = Votre bibliothèque est en cours de lecture
library-found =
    { $count ->
        [0] Rien trouvé.
        [one] { $count } résultat.
       *[other] { $count } résultats.
    }
library-empty = Tout ce que vous publiez se retrouve ici
library-empty-text = Vidéos avec leurs adresses sur YouTube et TikTok, posts de votre page et brouillons. Les fichiers restent sur cet ordinateur.
library-empty-example = Par exemple : Comment j’huile une chaise en chêne, sur YouTube et TikTok, { $views }
library-nothing = Rien ne correspond
library-nothing-words = Aucun titre, texte, mot-clé ou nom de fichier n’a de mots commençant par « { $text } ».
library-nothing-words-filters = Avec ces filtres, aucun titre, texte, mot-clé ou nom de fichier n’a de mots commençant par « { $text } ».
library-nothing-filters = Rien dans votre bibliothèque ne correspond à ces filtres.
library-show-everything = Tout montrer

# The list

library-head-title = Titre
library-head-where = Où elle se trouve
library-head-numbers = Vues et j’aime
library-head-date = Date
library-head-more = Plus
library-more-for = Plus pour { $name }
library-kind-video = Vidéo
library-kind-post = Post
library-kind-draft = Brouillon
library-what-at = { $what } · <time/>
library-what-edited = { $what } · modifié <time/>
library-counts-as-of = <counts>{ $counts }</counts>, état de <time/>
library-as-of = état de <time/>
library-your-page = Votre page
library-untitled = Sans titre
library-untitled-draft = Brouillon sans titre
library-untitled-post = Post avec images seulement
library-views =
    { $count ->
        [one] { $count } vue
        [many] { $count } de vues
       *[other] { $count } vues
    }
library-likes =
    { $count ->
        [one] { $count } j’aime
        [many] { $count } de j’aime
       *[other] { $count } j’aime
    }
library-open-on = Ouvrir sur { $platform }
library-place-state = { $platform } : { $state }
library-place-of = { $place } : { $name }

# What can be done

library-act-open-draft = Ouvrir le brouillon
library-act-details = Détails
library-act-preview = Aperçu
library-act-copy = Copier les liens
library-act-again = Réutiliser
library-act-select = Sélectionner
library-act-unselect = Retirer de la sélection
library-act-take-out = Retirer de la bibliothèque
library-act-delete-draft = Supprimer le brouillon
library-act-delete-post = Supprimer le post
library-act-delete = Supprimer
library-act-edit = Modifier
library-act-some = { $act } ({ $count })
library-selected = Éléments sélectionnés
library-videos-stay = Les vidéos sur une plateforme y restent.
library-links-copied =
    { $count ->
        [one] Lien copié.
       *[other] { $count } liens copiés.
    }
library-again-most = Choisissez-en au plus { $limit } à réutiliser : chacun devient un nouveau brouillon.
library-again-made =
    { $count ->
        [one] { $count } brouillon créé
       *[other] { $count } brouillons créés
    }.
library-again-made-look =
    { $count ->
        [one] { $count } brouillon créé
       *[other] { $count } brouillons créés
    }. { $warned ->
        [one] { $warned } brouillon
       *[other] { $warned } brouillons
    } à regarder avant de publier.
library-removed-draft = Brouillon « { $name } » supprimé. Le fichier reste où il est.
library-removed-post = Post « { $name } » supprimé. Il n’est plus sur votre page non plus.
library-removed-video = « { $name } » n’est plus dans votre bibliothèque ni sur votre page. La vidéo reste sur { $platforms }.
library-removed =
    { $count ->
        [one] { $count } élément retiré
       *[other] { $count } éléments retirés
    } de votre bibliothèque et de votre page.
library-removed-stay =
    { $count ->
        [one] { $count } élément retiré
       *[other] { $count } éléments retirés
    } de votre bibliothèque et de votre page. Les vidéos restent sur { $platforms } : supprimez-les là-bas si vous voulez qu’elles disparaissent.
library-removed-stay-somewhere =
    { $count ->
        [one] { $count } élément retiré
       *[other] { $count } éléments retirés
    } de votre bibliothèque et de votre page. Les vidéos restent sur les plateformes : supprimez-les là-bas si vous voulez qu’elles disparaissent.

# Looking for something

library-the-library = La bibliothèque
library-search-hint = Chercher titres, textes, mots-clés
library-search = Chercher dans la bibliothèque
library-filter-all = Tout
library-filter-videos = Vidéos
library-filter-posts = Posts
library-filter-drafts = Brouillons
library-filter-kind = Genre
library-filter-platform = Plateforme
library-filter-type = Type
library-filter-state = État
library-filter-date = Date
library-filter-order = Ordre
library-filter-clear = Effacer
library-shown-as = Affichage
library-look-grid = Grille
library-look-table = Tableau
library-look-keys = { $look } ({ $keys })
library-state-published = Publié
library-state-on-its-way = En route
library-state-needs-you = A besoin de vous
library-state-draft = Brouillon
library-order-newest = Les plus récents d’abord
library-order-oldest = Les plus anciens d’abord
library-order-title = Titre
library-order-viewed = Les plus vus

# One entry

library-preview = Aperçu
library-preview-reading = L’aperçu
library-details = Détails
library-details-reading = Ce qu’on en sait
library-entry-unread = Ceci n’a pas pu être lu
library-entry-reading = En cours de lecture
library-platform-counts = { $platform } : <counts>{ $counts }</counts>, état de <time/>
library-no-decoder = Cet ordinateur n’a pas de décodeur pour cette vidéo ; elle est telle qu’elle était.
library-text = Texte
library-no-description = Pas de description.
library-file = Fichier
library-deliveries = Envois
library-story-begun = Commencé <begun/>
library-story-sent = Commencé <begun/>, envoyé <sent/>
library-story-published = Commencé <begun/>, publié <published/>
library-story-sent-published = Commencé <begun/>, envoyé <sent/>, publié <published/>
library-receipt = Reçu
library-receipt-of = Reçu de l’envoi vers { $platform }
library-published-elsewhere = Elle a été publiée sur un autre appareil, où se trouvent ses envois et son fichier.
library-audit = Journal d’audit
library-audit-line = { $platform } : { $what }
library-audit-line-account = { $platform } ({ $account }) : { $what }
library-audit-outcome = { $what } : { $told }
