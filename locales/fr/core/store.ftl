store-newer = Ces données ont été écrites par un Maker Studio plus récent. Mettez l’application à jour : rien n’a été modifié.
store-not-ours = Le fichier { $file } n’est pas une base de données de Maker Studio, ou il est abîmé. Restaurez-en une sauvegarde (`maker restore FICHIER`) ou déplacez-le : il a été laissé tel quel.
store-not-found = Ceci n’est plus là.
store-too-late =
    { $state ->
        [waiting] Ce n’est plus possible : c’est déjà en attente.
        [uploading] Ce n’est plus possible : l’envoi est déjà en cours.
        [processing] Ce n’est plus possible : la plateforme l’a déjà.
        [with-the-platform] Ce n’est plus possible : la plateforme l’a déjà.
        [published] Ce n’est plus possible : c’est déjà publié.
        [needs-attention] Ce n’est plus possible : cela a déjà besoin de vous.
        [paused] Ce n’est plus possible : c’est déjà en pause.
        [failed] Ce n’est plus possible : cela a déjà échoué.
        [cancelled] Ce n’est plus possible : c’est déjà annulé.
        [unconfirmed] Ce n’est plus possible : son arrivée est en cours de vérification.
        [on-its-way] Ce n’est plus possible : c’est déjà en route.
        [under-way] Ce n’est plus possible : c’est déjà en cours.
        [not-waiting] Ce n’est plus possible : cela n’attend plus.
        [done] Ce n’est plus possible : c’est déjà fait.
        [full] Ce post a autant d’images qu’un post peut en avoir. Retirez-en d’abord une.
        [beyond-a-limit] Ce post est plus long qu’un post ne peut l’être. Raccourcissez-le d’abord.
        [kept-as-one] Seuls les brouillons peuvent être gardés en double. Choisissez l’une des versions.
       *[other] Ce n’est plus possible : cela a changé entre-temps.
    }
store-lost-lease = Une autre fenêtre y travaille.
store-unreadable = Une ligne de { $table } ne peut pas être lue : { $what }.
store-other-workspace = Ce bureau appartient déjà à un autre espace de travail. Connectez-vous avec le compte de celui-ci, ou utilisez un autre dossier de données.
store-disk = Le dossier de données ne peut pas être utilisé : { $error }. Vérifiez l’espace libre du disque et les autorisations.
store-database = La base de données ne répond pas : { $error }. Vérifiez l’espace libre du disque ; rien de ce que vous avez tapé n’est perdu.
store-migration = La base de données n’a pas pu être mise à cette version : { $error }. Elle a été laissée telle quelle.
store-not-empty = Il y a déjà quelque chose ici, et un import ne mélange rien. Importez dans un nouveau dossier de données : indiquez-en un dans MAKER_STUDIO_DATA_DIR et redémarrez.
