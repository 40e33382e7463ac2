media-missing = La vidéo n’est plus là où elle était sur cet ordinateur. Montrez où elle se trouve maintenant.
media-folder = Ceci est un dossier. Ouvrez-le et déposez ici la vidéo elle-même.
media-no-file = Ceci n’est pas un fichier mais un périphérique ou un tube. Déposez ici un fichier vidéo.
media-empty = Ce fichier est vide. Exportez ou copiez de nouveau la vidéo et déposez-la ici.
media-other-video = TikTok et YouTube acceptent MP4, MOV, WebM et MKV. Ceci est { $what } : exportez en MP4 et déposez le fichier ici.
media-no-video = TikTok et YouTube acceptent MP4, MOV, WebM et MKV. Ceci est { $what } : déposez ici la vidéo elle-même.
media-what =
    { $kind ->
        [an-avi] un AVI
        [an-flv] un FLV
        [a-wmv] un WMV
        [an-mpeg-ts] un MPEG-TS
        [an-mpeg-ps] un MPEG-PS
        [a-3gp] un 3GP
        [an-ogg-file] un fichier Ogg
        [an-animated-gif] un GIF animé
        [a-realmedia-file] un fichier RealMedia
        [an-mxf] un MXF
        [a-picture] une image
        [a-sound-file] un fichier son
        [a-pdf] un PDF
        [a-zip] un ZIP
        [a-packed-folder] un dossier compressé
        [a-program] un programme
        [a-database] une base de données
        [a-text-file] un fichier texte
        [a-video] une vidéo
        [a-gif] un GIF
        [a-bmp] un BMP
        [a-tiff] un TIFF
        [an-avif] un AVIF
        [a-heic] un HEIC
        [an-svg-drawing] un dessin SVG
        [a-web-page] une page web
       *[none-of-these] autre chose
    }
media-cut-short = Ce { $container } s’arrête au milieu. Copiez-le ou exportez-le de nouveau jusqu’au bout et déposez-le ici.
media-no-index = Ce { $container } n’a jamais été terminé : il ne dit pas où sont ses images. Exportez-le de nouveau.
media-nonsense = L’en-tête de ce { $container } est abîmé. Exportez-le de nouveau et déposez-le ici.
media-unreadable = Cet ordinateur ne nous laisse pas lire la vidéo. Vérifiez les autorisations du fichier ou le disque où il se trouve.
media-other-size = La taille du fichier a changé depuis qu’il a été choisi. Choisissez le fichier que vous voulez publier.
media-saved-again = Le fichier a été réenregistré depuis qu’il a été choisi. Choisissez le fichier que vous voulez publier.
media-other-content = Le contenu du fichier a changé depuis qu’il a été choisi. Choisissez le fichier que vous voulez publier.

# Pictures of posts

media-picture-missing = L’image n’est plus là où elle était. Cherchez où elle se trouve maintenant et ajoutez-la de là.
media-picture-folder = Ceci est un dossier. Ouvrez-le et ajoutez les images qu’il contient.
media-picture-no-file = Ceci n’est pas un fichier mais un périphérique ou un tube. Ajoutez un fichier image.
media-picture-empty = Ce fichier est vide. Exportez ou copiez de nouveau l’image.
media-picture-unreadable = Cet ordinateur ne nous laisse pas lire l’image. Vérifiez les autorisations du fichier ou le disque où il se trouve.
media-picture-large = Cette image dépasse 10 Mo. Exportez-la plus petite, 2 000 pixels de large suffisent.
media-picture-pixels = Cette image a { $width } × { $height } pixels : c’est trop. Exportez-la plus petite, 2 000 pixels de large suffisent.
media-other-picture = Nous acceptons JPEG, PNG et WebP. Ceci est { $what } : exportez en JPEG ou PNG et ajoutez le résultat.
media-no-picture = Nous acceptons JPEG, PNG et WebP. Ceci est { $what } : ajoutez l’image elle-même.
media-picture-broken = Ce { $kind } est abîmé ou s’arrête au milieu. Copiez-le ou exportez-le de nouveau.
