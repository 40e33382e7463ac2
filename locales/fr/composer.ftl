# Around what is written

composer-close-keep = Fermer et garder ({ $keys })
composer-versions = Versions ({ $keys })
composer-saved = Enregistré <time/>
composer-not-saved = Non enregistré. { $error }
composer-saving = Enregistrement…
composer-untitled = Brouillon
composer-delete = Supprimer ce brouillon
composer-deleted = Brouillon « { $title } » supprimé. La vidéo reste sur cet ordinateur.
composer-gone = Ce brouillon n’est plus là
composer-gone-back = Retour à l’accueil
composer-unread = Le brouillon n’a pas pu être lu
composer-reading = Le brouillon est en cours de lecture
composer-version-restored = Version rétablie.
composer-preset-used = { $name } appliqué à ce brouillon.

# The video file

composer-file = Le fichier vidéo
composer-file-fits = <hidden>{ $platform } :</hidden> Convient
composer-file-locate = Retrouver…
composer-file-elsewhere = La vidéo est sur un autre appareil
composer-file-none = Aucune vidéo n’est choisie
composer-file-none-text = Choisissez la vidéo sur cet ordinateur : le texte et les réglages sont conservés.
composer-file-choose = Choisir la vidéo…
composer-file-too-long = TikTok accepte { $length } de ce compte : raccourcissez la vidéo.
composer-fact-square = Carrée { $size }
composer-fact-upright = Verticale { $size }
composer-fact-wide = Horizontale { $size }
composer-fact-fps = { $fps } i/s
composer-shape-square = format carré
composer-shape-upright = format vertical
composer-shape-wide = format horizontal
composer-shape-and-length = { $shape }, { $length }
composer-will-short = Sera un Short
composer-will-long = Sera une vidéo longue
composer-will-demo = Sera une démo
composer-will-because = { $what } : { $why }
composer-prediction = { $prediction } <quiet>(prévision)</quiet>

# What stands in the way

composer-before = Avant l’envoi : { $count }
composer-ready = Prêt à partir
composer-nothing-open = Rien ne s’y oppose.
composer-worth-knowing = <hidden>Bon à savoir :</hidden> { $message }
composer-things-open =
    { $count ->
        [one] { $count } réponse à donner d’abord
       *[other] { $count } réponses à donner d’abord
    }
composer-captions-tell = Dites dans quelle langue est { $name }.
composer-playlist-tell = Donnez un titre à la nouvelle playlist.
composer-tiktok-silent = En attente de TikTok, qui doit dire ce que votre compte peut faire.
composer-agree-first = Donnez votre accord avant que la vidéo soit envoyée à TikTok.

# Publishing: what the button does, such as “Publish to YouTube now, to TikTok at 18:00”

composer-now = maintenant
composer-publish = Publier
composer-publish-to = Publier sur { $platforms } { $time }
composer-publish-parted = Publier sur { $first } { $time }, sur { $second } { $later }
composer-publish-inbox = Envoyer dans votre boîte de réception TikTok { $time }
composer-publish-and-inbox = Publier sur { $platform }, envoyer dans votre boîte de réception TikTok { $time }
composer-publish-then-inbox = Publier sur { $platform } { $time }, envoyer dans votre boîte de réception TikTok { $later }
composer-publish-after-inbox = Envoyer dans votre boîte de réception TikTok { $time }, publier sur { $platform } { $later }
composer-handing-over = Transmission…
composer-scheduled = C’est prévu. Retrouvez-le dans votre calendrier, où vous pouvez encore déplacer ce qui n’a pas commencé.
composer-sent = C’est en route. Vous pouvez continuer à travailler, ou mettre l’envoi en pause d’ici.
composer-sent-tiktok = C’est en route. Après la publication, il peut s’écouler quelques minutes avant que TikTok ait traité la vidéo et la montre.

# When it goes out

composer-when = Quand elle part
composer-when-youtube = Quand elle part vers YouTube
composer-when-tiktok = Quand elle part vers TikTok
composer-when-shared = À l’heure commune
composer-when-pressed = Quand j’appuie sur Publier
composer-when-later = À une heure précise
composer-then-youtube = YouTube reçoit la vidéo maintenant, en privé, et la rend publique { $time }. Votre ordinateur peut alors être éteint.
composer-then-tiktok = Elle part sur TikTok { $time } : cet ordinateur devra alors être allumé, avec Maker Studio ouvert. Sinon, elle part au prochain démarrage.

# What every platform gets

composer-shared = Texte commun
composer-title = Titre
composer-title-hint = De quoi parle la vidéo ?
composer-description = Description
composer-description-hint = Dites aux gens ce qu’ils vont voir. Commune à toutes les plateformes.
composer-bytes = octets
composer-with-title = TikTok, avec le titre
composer-tags = Mots-clés
composer-tags-hint = chêne, chaise, menuiserie
composer-tag-remove = Retirer le mot-clé { $tag }
composer-kind = Genre de vidéo
composer-kind-by-itself = Selon le format et la durée
composer-kind-predicted = Selon le format et la durée : { $kind }
composer-targets = Publier sur
composer-target-again = Reconnectez-vous
composer-target-none = Non connectée

# What differs from one platform to the other

composer-tabs = Ce qui diffère selon la plateforme
composer-tab-open = { $count }<hidden> à compléter</hidden>
composer-own-shared = Texte commun
composer-own-write = En écrire un autre<hidden> : { $label }</hidden>
composer-own-restore = Reprendre le texte commun<hidden> : { $label }</hidden>
composer-audience = Qui peut regarder
composer-audience-choose = Choisissez qui peut regarder

# YouTube

composer-youtube-title = Titre sur YouTube
composer-youtube-description = Description sur YouTube
composer-youtube-category = Catégorie
composer-youtube-kids = Est-elle conçue pour les enfants ?
composer-youtube-kids-hint = Cela désactive les commentaires et les annonces personnalisées.
composer-youtube-synthetic = Un contenu réaliste modifié ou créé par IA ?
composer-youtube-synthetic-hint = YouTube l’indique. L’étalonnage des couleurs et les filtres ne comptent pas.
composer-youtube-notify = Prévenir les abonnés
composer-extras = Sous-titres et playlist
composer-extras-missing = Les sous-titres et les playlists demandent un droit de plus
composer-extras-missing-text = YouTube vous le demande dans votre navigateur. Ce que vous choisissez ici est conservé d’ici là ; la vidéo elle-même s’en passe.
composer-extras-allow = Autoriser les sous-titres et les playlists
composer-file-take-off = Retirer { $name }
composer-thumbnail = Miniature
composer-thumbnail-choose = Choisir une image…
composer-thumbnail-another = En choisir une autre…
composer-thumbnail-none = Sans miniature, YouTube prend une image de la vidéo.
composer-thumbnail-how = YouTube accepte ici une image, pas un moment de la vidéo, et seulement des chaînes dont le numéro de téléphone est vérifié.
composer-thumbnail-short = Pour un Short, il ne l’accepte qu’après avoir traité la vidéo : cela se fait tout seul.
composer-captions = Sous-titres
composer-captions-add = Ajouter des sous-titres…
composer-captions-more = En ajouter…
composer-captions-how = Fichiers SRT ou VTT, un par langue.
composer-captions-language = Langue
composer-captions-language-hint = Par exemple français
composer-captions-no-language = Dites dans quelle langue sont ces sous-titres.
composer-captions-unknown = Choisissez une langue dans la liste, ou écrivez son code, par exemple fr ou pt-BR.
composer-captions-name = Nom de la piste (facultatif)
composer-captions-name-hint = Celui que les spectateurs choisissent
composer-playlist = Playlist
composer-playlist-none = Aucune
composer-playlist-asking = Demande de vos playlists à YouTube…
composer-playlist-new = En créer une…
composer-playlist-empty = Cette chaîne n’a pas encore de playlist : vous pouvez en créer une.
composer-playlist-unread = Vos playlists n’ont pas pu être lues
composer-playlist-title = Titre de la nouvelle playlist
composer-playlist-cut = YouTube accepte ici { $limit } caractères : { $cut } de trop.
composer-playlist-privacy = Qui peut voir la playlist
