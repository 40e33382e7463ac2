check-no-video = Choisissez d’abord une vidéo.
check-no-platform = Cochez au moins une plateforme.

# YouTube

check-youtube-title-missing = YouTube demande un titre.
check-youtube-title-long = YouTube accepte { $most } caractères dans un titre : retirez-en { $over }.
check-youtube-description-long = YouTube accepte 5 000 octets de description : retirez-en { $over }.
check-youtube-title-brackets = YouTube n’accepte ni < ni > dans un titre : écrivez-le en toutes lettres.
check-youtube-description-brackets = YouTube n’accepte ni < ni > dans une description : écrivez-le en toutes lettres.
check-title-unseen = Le titre contient un caractère qui ne peut être ni vu ni envoyé : retapez-le.
check-description-unseen = La description contient un caractère qui ne peut être ni vu ni envoyé : retapez-la.
check-title-one-line = Un titre tient en une ligne : retirez le saut de ligne.
check-youtube-tags-long = YouTube accepte 500 caractères de mots-clés, virgules et guillemets compris : retirez-en { $over }.
check-youtube-tag-brackets = YouTube n’accepte ni < ni > dans un mot-clé.
check-tag-unseen = Un mot-clé contient un caractère qui ne peut être ni vu ni envoyé : retapez-le.
check-youtube-privacy = Choisissez qui peut regarder sur YouTube.
check-youtube-kids = Dites si la vidéo est conçue pour les enfants : YouTube doit le savoir.
check-youtube-ai = Dites si elle montre du contenu réaliste modifié ou créé par IA : YouTube doit le savoir.
check-youtube-file-large = YouTube accepte des fichiers jusqu’à 256 Go : exportez-en un plus petit.
check-youtube-too-long = YouTube accepte des vidéos jusqu’à 12 heures : coupez-la en parties.
check-youtube-phone = Plus de 15 minutes : YouTube ne l’accepte que des chaînes au numéro de téléphone confirmé.

# TikTok

check-tiktok-caption-long = TikTok accepte 2 200 caractères de légende : retirez-en { $over }.
check-caption-unseen = La légende contient un caractère qui ne peut être ni vu ni envoyé : retapez-la.
check-tiktok-privacy = Choisissez qui peut regarder sur TikTok.
check-tiktok-audience-gone = TikTok ne propose plus ce public à votre compte : choisissez de nouveau.
check-tiktok-ai = Dites si la vidéo est créée par IA : TikTok l’indique.
check-tiktok-disclosure = Indiquez si votre contenu fait la promotion de vous-même, d’un tiers ou des deux.
check-tiktok-branded-private = La visibilité d’un contenu de marque ne peut pas être privée.
check-tiktok-no-comments = Votre compte TikTok n’autorise pas les commentaires : ils restent désactivés.
check-tiktok-no-duets = Votre compte TikTok n’autorise pas les duos : ils restent désactivés.
check-tiktok-no-stitches = Votre compte TikTok n’autorise pas les collages : ils restent désactivés.
check-tiktok-mkv = TikTok accepte MP4, WebM et MOV. Ceci est un MKV : exportez-le en MP4.
check-tiktok-file-large = TikTok accepte des fichiers jusqu’à 4 Go : exportez-en un plus petit.
check-tiktok-codec = TikTok accepte H.264, H.265, VP8 et VP9. Ceci est { $codec } : exportez en H.264.
check-tiktok-fps-high = TikTok : { $fps } images/s, 60 au plus. Exportez-la avec 60 ou moins.
check-tiktok-fps-low = TikTok : { $fps } images/s, 23 au moins. Exportez-la avec 24 ou plus.
check-tiktok-sides = TikTok accepte des côtés de 360 à 4 096 pixels ; ceci fait { $width } x { $height }.
check-tiktok-too-long-seconds = TikTok accepte { $seconds } s de ce compte : coupez la vidéo.
check-tiktok-too-long-minutes = TikTok accepte { $minutes } min de ce compte : coupez la vidéo.
check-tiktok-too-long = TikTok accepte { $minutes } min { $seconds } s de ce compte : coupez la vidéo.

# What goes beside a video

check-picture-empty = « { $name } » est vide : choisissez une autre image.
check-picture-kind = « { $name } » est une image { $kind } : enregistrez-la en JPEG ou PNG et choisissez celle-là.
check-picture-none = « { $name } » n’est pas une image JPEG ou PNG : choisissez-en une.
check-picture-large = « { $name } » dépasse les 50 Mo que YouTube accepte : enregistrez-la plus petite.
check-captions-empty = « { $name } » est vide : choisissez un fichier avec des sous-titres.
check-captions-large = « { $name } » dépasse les 100 Mo que YouTube accepte : raccourcissez-le.
check-captions-no-text = « { $name } » n’est pas un fichier texte : choisissez un fichier SRT ou VTT.
check-captions-no-times = « { $name } » n’a pas de sous-titres avec des temps, comme une ligne { $times } : choisissez un fichier SRT ou VTT.
check-captions-arrow = « { $name } », ligne { $line } : entre les deux temps d’un sous-titre se trouve -->, avec deux traits d’union.
check-captions-no-time = « { $name } », ligne { $line } : « { $text } » n’est pas un temps. Écrivez-le comme { $sample }.
check-captions-backwards = « { $name } », ligne { $line } : ce sous-titre finit ({ $to }) avant de commencer ({ $from }). Corrigez ses temps.
check-captions-language = Dites dans quelle langue sont les sous-titres.
check-captions-no-language = « { $text } » n’est pas un code de langue : écrivez-le comme en, fr-CA ou zh-Hant.
check-captions-name-long = YouTube accepte { $most } caractères dans un nom de sous-titres : retirez-en { $over }.
check-captions-name-one-line = Un nom de sous-titres tient en une ligne : retirez le saut de ligne ou le caractère invisible.
check-playlist-title-missing = Donnez un titre à la nouvelle playlist.
check-playlist-title-brackets = YouTube n’accepte ni < ni > dans le titre d’une playlist : écrivez-le en toutes lettres.
check-playlist-title-long = YouTube accepte { $most } caractères dans le titre d’une playlist : retirez-en { $over }.
check-playlist-title-one-line = Le titre d’une playlist tient en une ligne : retirez le saut de ligne ou le caractère invisible.
