# Out, in, and back

data-not-exported = L’exportation a échoué
data-exported = Tout est exporté
data-exported-text =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } sont dans { $folder }.
data-exported-missing =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } sont dans { $folder }. { $missing ->
        [one] { $missing } image ne se trouve que sur un autre appareil et n’y est pas.
       *[other] { $missing } images ne se trouvent que sur un autre appareil et n’y sont pas.
    }
data-not-imported = Cette exportation n’a pas été reprise
data-imported = L’exportation est là
data-imported-text =
    Repris : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }.
data-imported-open =
    Repris : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }. { $open ->
        [one] { $open } envoi n’y était pas terminé. L’accueil le montre : rien n’est envoyé avant que vous ayez regardé.
       *[other] { $open } envois n’y étaient pas terminés. L’accueil les montre : rien n’est envoyé avant que vous ayez regardé.
    }
data-not-backed-up = La sauvegarde n’a pas été écrite
data-backed-up = La sauvegarde est écrite et vérifiée
data-backed-up-text = { $size } dans { $file }.
data-backed-up-pictures =
    { $size } avec { $count ->
        [one] { $count } image
       *[other] { $count } images
    } dans { $file }.
data-no-backup = Ce fichier ne peut pas être restauré
data-not-restored = La sauvegarde n’a pas pu être préparée
data-not-deleted = Rien n’a été supprimé

# Long work, and how far it is

data-work-export = Exportation…
data-work-import = Reprise de l’exportation…
data-work-backup = Sauvegarde…
data-work-look = Examen de la sauvegarde…
data-work-restore = Préparation de la sauvegarde…
data-work-delete = Déconnexion…
data-work-rows =
    { $done } sur { $total ->
        [one] { $total } ligne
       *[other] { $total } lignes
    }
data-work-long = Cela peut prendre une minute. Tout le reste continue.
data-work-look-text = Elle est lue et vérifiée en entier. Cela peut prendre quelques minutes.
data-restoring-checks = Étape 1 sur 4 : elle est lue et vérifiée en entier.
data-restoring-copies = Étape 2 sur 4 : { $done } copiés.
data-restoring-pictures = Étape 3 sur 4 : ses images sont reprises, { $done } sur { $total }.
data-restoring-finishes = Étape 4 sur 4 : la copie est mise à jour et vérifiée.

# Where the data cannot be opened

data-closed = Vos données n’ont pas pu être ouvertes
data-closed-restore = Restaurer une sauvegarde…
data-closed-restore-text = Ce qui est ici maintenant est conservé à côté, et son nom vous est donné. Les envois qui ont pu partir depuis vous attendent : rien n’est publié deux fois.
data-closed-ready = La sauvegarde est prête
data-closed-ready-text = Ce qui est ici maintenant sera dans { $file }. Redémarrez pour continuer avec la sauvegarde.

# Services and drafts out of a table

data-rows-title-services = Importer des services
data-rows-title-drafts = Importer des brouillons
data-rows-lead = Depuis un fichier CSV ou JSON. Vous voyez ce qu’il contient avant que rien ne soit ajouté.
data-rows-reading-services = Ce que contient le fichier de services
data-rows-reading-drafts = Ce que contient le fichier de brouillons
data-rows-refused = Ce fichier ne peut pas être importé
data-rows-found = Ce que contient le fichier
data-rows-good =
    { $count ->
        [one] <b>{ $count }</b> peut être ajouté
       *[other] <b>{ $count }</b> peuvent être ajoutés
    }
data-rows-already = <b>{ $count }</b> déjà ici
data-rows-bad = <b>{ $count }</b> à corriger
data-rows-ignored = Laissé de côté, faute de sens ici : { $columns }.
data-rows-more =
    Et { $count ->
        [one] { $count } autre ligne qui ne peut pas être ajoutée.
       *[other] { $count } autres lignes qui ne peuvent pas être ajoutées.
    } Corrigez d’abord celles-ci, puis importez à nouveau le fichier : ce qui est déjà ici n’est pas ajouté deux fois.
data-rows-busy = Lecture du fichier…
data-rows-table-services = Un tableau de services
data-rows-table-drafts = Un tableau de brouillons
data-rows-text-services = Une ligne par service, et une première ligne qui nomme les colonnes, en anglais : title et price et, si vous voulez, description, currency, type et hidden.
data-rows-text-drafts = Une ligne par brouillon, et une première ligne qui nomme les colonnes, en anglais : title et, si vous voulez, description, tags, type, platforms, at, privacy et d’autres. Chaque vidéo se choisit ici ensuite.
data-rows-example-services = Livraison à Lyon
data-rows-example-drafts = Comment j’huile une chaise en chêne
data-rows-choose = Choisir un fichier…
data-rows-choose-another = Choisir un autre fichier…
data-rows-adding = Ajout en cours…
data-rows-none = Rien à ajouter
data-rows-add-services =
    { $count ->
        [one] Ajouter { $count } service
       *[other] Ajouter { $count } services
    }
data-rows-add-drafts =
    { $count ->
        [one] Ajouter { $count } brouillon
       *[other] Ajouter { $count } brouillons
    }
data-added-services =
    { $count ->
        [one] { $count } service ajouté.
       *[other] { $count } services ajoutés.
    }
data-added-drafts =
    { $count ->
        [one] { $count } brouillon ajouté.
       *[other] { $count } brouillons ajoutés.
    }
data-added-rest-services =
    { $count ->
        [one] { $count } service ajouté.
       *[other] { $count } services ajoutés.
    } { $left ->
        [one] { $left } ligne a été laissée de côté.
       *[other] { $left } lignes ont été laissées de côté.
    }
data-added-rest-drafts =
    { $count ->
        [one] { $count } brouillon ajouté.
       *[other] { $count } brouillons ajoutés.
    } { $left ->
        [one] { $left } ligne a été laissée de côté.
       *[other] { $left } lignes ont été laissées de côté.
    }
data-errors = Ce qui ne va pas, ligne par ligne
data-errors-row = Ligne
data-errors-column = Colonne
data-errors-change = Ce qu’il faut changer
