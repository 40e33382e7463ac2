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
composer-kind-by-itself = D’après la vidéo
composer-kind-predicted = D’après la vidéo : { $kind }
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
composer-audience-choose = Faites votre choix

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
composer-file-taken-off = { $name } est retiré. Le fichier reste où il est.
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

# TikTok: what stands in quotation marks or speaks of agreeing is in TikTok’s own words (Content Sharing Guidelines)

composer-tiktok-unknown = TikTok n’a pas dit ce que votre compte peut faire
composer-tiktok-connections = Ouvrir les connexions
composer-tiktok-as = Publication en tant que <nickname>{ $nickname }</nickname> <quiet>{ $handle }</quiet>
composer-tiktok-asking = Demande à TikTok de ce que votre compte peut faire…
composer-tiktok-caption = Légende sur TikTok
composer-tiktok-inbox = L’envoyer dans ma boîte de réception TikTok et la terminer là-bas
composer-tiktok-inbox-hint = TikTok demande alors tout ce qui suit dans son application.
composer-tiktok-waiting = En attente de TikTok
composer-tiktok-others = Ce que les autres peuvent faire
composer-tiktok-comment = Autoriser les commentaires
composer-tiktok-duet = Autoriser les duos
composer-tiktok-stitch = Autoriser les collages
composer-tiktok-off = Désactivé dans votre compte TikTok
composer-tiktok-some-off = Ce qui est grisé est désactivé dans votre compte TikTok.
composer-tiktok-ai = Est-elle générée par IA ?
composer-tiktok-ai-hint = TikTok l’indique comme générée par IA.
composer-disclose = Signaler un contenu commercial
composer-disclose-hint = À activer si la vidéo fait la promotion de biens ou de services en échange de quelque chose de valeur : les vôtres, ceux d’un tiers, ou les deux.
composer-disclose-missing = Vous devez indiquer si votre contenu fait la promotion de vous-même, d’un tiers, ou des deux.
composer-your-brand = Votre marque
composer-your-brand-hint = Vous faites la promotion de vous-même ou de votre entreprise.
composer-branded = Contenu de marque
composer-branded-hint = Vous faites la promotion d’une autre marque ou d’un tiers.
composer-branded-not-private = La visibilité d’un contenu de marque ne peut pas être privée.
composer-label-promotional = Votre photo/vidéo portera la mention « Contenu promotionnel »
composer-label-partnership = Votre photo/vidéo portera la mention « Partenariat rémunéré »
composer-consent = En publiant, vous acceptez la <music>Confirmation d’utilisation de la musique</music> de TikTok
composer-consent-branded = En publiant, vous acceptez la <branded>Politique relative au contenu de marque</branded> et la <music>Confirmation d’utilisation de la musique</music> de TikTok.
composer-agree = J’accepte. Envoyer cette vidéo à TikTok.
composer-agree-as = J’accepte. Envoyer cette vidéo à TikTok en tant que <b>{ $nickname }</b>.
composer-agree-then = Après la publication, il peut s’écouler quelques minutes avant que la vidéo soit traitée et apparaisse sur TikTok.
composer-cover = Couverture
composer-cover-first = Première image
composer-cover-of = { $moment } <quiet>sur { $end }</quiet>
composer-cover-moment = Moment de la couverture
composer-cover-keys = Les flèches gauche et droite la déplacent d’un dixième de seconde, avec Maj d’une seconde entière.
composer-cover-unseen = Cet ordinateur ne peut pas montrer l’image ici. TikTok prend tout de même le moment que vous choisissez.
composer-cover-no-picture = TikTok prend un moment de la vidéo, et pas d’image à part.
composer-cover-unknown = TikTok montre la première image. Un autre moment pourra être choisi dès que la durée de la vidéo sera connue.

# As the platforms show it

composer-preview = Aperçu
composer-preview-of = Aperçu de { $title }
composer-preview-account = Votre compte
composer-preview-said = Aperçu : { $platform }, { $shape }.
composer-preview-said-covered = Aperçu : { $platform }, { $shape }, avec ce qui est recouvert.
composer-preview-on = Aperçu sur ({ $keys })
composer-preview-shape = Format de l’aperçu ({ $keys })
composer-preview-upright = Vertical
composer-preview-upright-hint = Vertical, comme sur un téléphone
composer-preview-wide = Horizontal
composer-preview-wide-hint = Horizontal, comme sur un ordinateur
composer-preview-covers = Ce que la plateforme recouvre
composer-preview-covers-keys = Ce que la plateforme recouvre ({ $keys })
composer-preview-more = plus
composer-preview-seen = <hidden>Visible dans un fil :</hidden> « <seen/><rest/> »
composer-preview-cut-off = et coupé :
composer-preview-seen-whole = Tout est visible dans un fil.
composer-preview-no-text = Il n’y a pas encore de texte.
composer-preview-hatched = Ce qui est hachuré est recouvert, d’après ce qui se publie couramment : les plateformes ne donnent pas de chiffres.
composer-preview-cannot-play = Cet ordinateur ne peut pas lire cette vidéo ici. Elle peut tout de même être publiée.
composer-preview-none = Pas d’aperçu ici. Elle peut tout de même être publiée.
composer-cut-caption = De la légende, on voit environ les 80 premiers caractères, puis « plus ».
composer-cut-caption-wide = De la légende, on voit environ les 100 premiers caractères à côté du lecteur, puis « plus ».
composer-cut-short = Du titre d’un Short, on voit environ les 40 premiers caractères.
composer-cut-title = Dans un fil, on voit deux lignes du titre, environ 70 caractères.
composer-cut-title-phone = Dans un fil, on voit deux lignes du titre, environ 70 caractères sur un téléphone.
