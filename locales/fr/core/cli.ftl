# What `maker` says on a terminal; the usage texts are English (decision 0030)

cli-named = { $name } : { $what }
cli-no-data-folder = Ce système n’indique aucun dossier pour les données. Dites lequel avec --data-dir.
cli-deleted = Supprimé. { $command } le rétablit.
cli-deleted-for-days = Supprimé. { $command } le rétablit, pendant trente jours.
cli-is-back = C’est de nouveau là.
cli-no-id =
    { $of ->
        [calendar] Ce n’est pas un identifiant. `maker calendar` les montre.
        [delivery] Ce n’est pas l’identifiant d’un envoi. `maker queue` les montre.
        [device] Ce n’est pas l’identifiant d’un appareil. `maker account devices` les montre.
        [draft] Ce n’est pas l’identifiant d’un brouillon. `maker drafts` les montre.
        [entry] Ce n’est pas l’identifiant d’un élément. `maker library` les montre.
        [link] Ce n’est pas l’identifiant d’un lien. `maker links` les montre.
        [post] Ce n’est pas l’identifiant d’un post. `maker posts` les montre.
        [row] Ce n’est pas l’identifiant d’une ligne. `maker sync conflicts` les montre.
        [service] Ce n’est pas l’identifiant d’un service. `maker services` les montre.
        [snippet] Ce n’est pas l’identifiant d’un extrait. `maker snippets` les montre.
        [step] Ce n’est pas l’identifiant d’une étape. `maker queue --json` les montre.
       *[version] Ce n’est pas l’identifiant d’une version. `maker drafts versions` les montre.
    }
cli-pictures =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }

# Deliveries, and waiting for them

cli-queue-empty = Rien n’est en route. `maker publish FILE --to youtube --title ...` lance un envoi.
cli-nothing-waits = Rien n’attend de reprendre.
cli-stopped-here = Arrêté ici. Ce qui a été envoyé est conservé : `maker resume` ou la fenêtre reprend la suite.
cli-late = ({ $minutes } min de retard : cet ordinateur n’était pas allumé)
cli-waiting =
    { $why ->
        [turn] attend son tour
        [network] attend le réseau
        [metered] attend un réseau qui n’est pas limité
        [platform] { $platform } est occupé ; nouvel essai à suivre
        [quota] le quota du jour est épuisé
       *[account] la limite du jour pour ce compte est atteinte
    }
cli-waiting-until =
    { $why ->
        [turn] attend son tour ; reprend tout seul à { $time }
        [network] attend le réseau ; reprend tout seul à { $time }
        [metered] attend un réseau qui n’est pas limité ; reprend tout seul à { $time }
        [platform] { $platform } est occupé ; l’envoi reprend tout seul à { $time }
        [quota] le quota du jour est épuisé ; l’envoi reprend tout seul à { $time }
       *[account] la limite du jour pour ce compte est atteinte ; l’envoi reprend tout seul à { $time }
    }
cli-goes-at = part à { $time } ; cet ordinateur devra être allumé, avec la fenêtre ou `maker resume`
cli-preparing = en préparation
cli-uploading = envoi en cours, { $percent } %
cli-working = { $platform } y travaille
cli-awaiting-address = publiée ; en attente de son adresse de { $platform }
cli-scheduled = { $platform } l’a reçue, en privé, et la rendra publique à { $time }
cli-in-inbox = vous attend dans TikTok
cli-published = publiée
cli-posted-private = publiée ; { $platform } ne donne pas d’adresse aux publications privées. Votre profil :
cli-paused = en pause
cli-cancelled = annulé
cli-unconfirmed = vérification auprès de { $platform } de son arrivée ; rien ne sera envoyé deux fois
cli-pace-seconds = { $speed } Mo/s, environ { $left } s
cli-pace-minutes = { $speed } Mo/s, environ { $left } min
cli-step-done = terminé
cli-step-to-do = à faire
cli-step-until = reprend tout seul à { $time }
cli-step-needs-you = a besoin de vous

# Publishing

cli-terms = TikTok demande votre accord : en publiant, vous acceptez la confirmation d’utilisation de la musique de TikTok. (--yes-tiktok-terms)
cli-answered-by = { $what } ({ $flag })
cli-flag-either = { $flag } ou { $other }
cli-flag-or-neither = { $flags } ou aucun des deux
cli-flag-or-without = { $flag }, ou rien
cli-flag-after = { $flag }, après { $command }

# The receipt

cli-receipt-of = { $title } vers { $platform }
cli-receipt-label =
    { $of ->
        [file] Fichier
        [sent] Envoyé à
        [queued] En file
        [first-byte] 1er octet
        [received] Reçue
       *[published] Publiée
    }
cli-receipt-file =
    { $file } ({ $bytes ->
        [one] { $bytes } octet
       *[other] { $bytes } octets
    })
cli-receipt-sent =
    { $host } : { $bytes ->
        [one] { $bytes } octet
       *[other] { $bytes } octets
    } en { $requests ->
        [one] { $requests } requête
       *[other] { $requests } requêtes
    }

# The calendar

cli-calendar-empty = Rien n’a encore d’heure. `maker draft FILE --at "2026-12-01 18:00"` en donne une.
cli-no-time = « { $text } » n’est pas une heure. Écrivez-la comme 2026-12-01 18:00, suivie de Europe/Paris pour un autre lieu.
cli-calendar-state =
    { $state ->
        [draft] brouillon
        [published] publiée
        [waiting] en attente
        [scheduled] chez la plateforme, privée d’ici là
       *[other] voir `maker queue`
    }

# Uploads, videos

cli-uploads =
    { $files ->
        [one] { $files } fichier à la fois
       *[other] { $files } fichiers à la fois
    }, { $limit ->
        [none] sans limite
       *[some] { $kilobytes } ko par seconde
    }{ $parts ->
        [none] {""}
       *[some]  ; { $hours ->
            [one] { $hours } plage de la journée avec sa propre limite
           *[other] { $hours } plages de la journée avec leur propre limite
        }
    } ; pendant les envois, l’ordinateur { $awake ->
        [yes] reste éveillé
       *[no] peut se mettre en veille
    }{ $metered ->
        [waits]  ; rien n’est envoyé sur un réseau limité
       *[sends] {""}
    }
cli-numbers-read =
    Les vues et les j’aime de { $count ->
        [one] { $count } vidéo
       *[other] { $count } vidéos
    } ont été lus.
cli-views =
    { $count ->
        [one] { $count } vue
       *[other] { $count } vues
    }
cli-likes =
    { $count ->
        [one] { $count } j’aime
       *[other] { $count } j’aime
    }
cli-views-and-likes = { $views }, { $likes }
cli-numbers-as-of = { $numbers }, état du { $time }

# Connections

cli-waiting-for-browser = En attente de votre navigateur. S’il ne s’est pas ouvert, allez à :
cli-open-address = Ouvrez cette adresse dans un navigateur et connectez-vous :
cli-sign-in-lost = La connexion s’est terminée sans un mot. Recommencez-la.
cli-do-it-here = Vous pouvez le faire ici :
cli-not-connected = non connecté
cli-must-sign-in = { $account } doit se reconnecter
cli-connected = connecté en tant que { $account }

# Drafts, and what was deleted

cli-drafts-empty = Il n’y a pas de brouillons. `maker draft FILE` en crée un.
cli-draft-added = brouillon ajouté
cli-version = jusqu’à { $until }, ensuite : { $line }
cli-version-elsewhere = jusqu’à { $until }, ensuite, sur un autre appareil : { $line }
cli-one-version = Il n’a jamais été modifié : il n’y a qu’une version, l’actuelle.
cli-says-again = Il dit de nouveau ce qu’il disait alors. Ce qu’il disait jusqu’ici est une version aussi : { $command }.
cli-deleted-empty = Rien n’a été supprimé ces trente derniers jours.
cli-deleted-until = jusqu’à { $time }
cli-deleted-kind =
    { $kind ->
        [draft] brouillon
        [post-draft] post en cours d’écriture
        [post] post
        [service] service
       *[link] lien
    }
cli-deleted-gone = Cela n’existe pas. `maker deleted` montre ce qui peut être rétabli.
cli-titled-is-back = « { $title } » est de nouveau là.

# The library

cli-library-more = Il y en a d’autres : demandez-les avec --limit, ou demandez-en moins avec des mots et des filtres.
cli-library-some = Certains n’étaient pas dans la bibliothèque.
cli-library-taken-out =
    { $count ->
        [one] { $count } élément retiré
       *[other] { $count } éléments retirés
    }. Les vidéos sur une plateforme y restent. `maker library restore ID` fait revenir un élément.
cli-library-back =
    { $count ->
        [one] { $count } élément de nouveau là
       *[other] { $count } éléments de nouveau là
    }.
cli-library-draft = Un nouveau brouillon : terminez-le dans la fenêtre.
cli-library-post = Un nouveau post est en cours d’écriture : terminez-le dans la fenêtre.
cli-library-kind =
    { $kind ->
        [video] vidéo
        [post] post
       *[draft] brouillon
    }
cli-library-file = Fichier : { $file }
cli-library-delivery = Envoi
cli-library-state =
    { $state ->
        [waiting] en attente
        [preparing] en préparation
        [uploading] envoi en cours
        [processing] en traitement
        [published] publiée
        [needs-attention] a besoin de vous
        [failed] non publiée
        [paused] en pause
        [cancelled] annulé
       *[unconfirmed] arrivée à vérifier
    }

# What the connections were used for

cli-activity-more = Il y en a d’autres : demandez-les avec --limit, ou demandez-en moins avec --search et --since.
cli-activity-looked =
    { $count ->
        [one] { $count } entrée vérifiée
       *[other] { $count } entrées vérifiées
    }.
cli-activity-use =
    { $action ->
        [connect] Connexion
        [refresh] Accès renouvelé
        [upload] Envoi
        [thumbnail] Miniature
        [captions] Sous-titres
        [playlist] Playlist
        [read] Lecture
       *[revoke] Droits rendus
    }

# The page: posts, services, the profile

cli-posts-unfinished =
    { $count ->
        [one] { $count } post est en cours d’écriture : terminez-le
       *[other] { $count } posts sont en cours d’écriture : terminez-les
    } dans la fenêtre.
cli-posts-alts =
    Il y a { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } et { $descriptions ->
        [one] { $descriptions } description
       *[other] { $descriptions } descriptions
    }. Donnez un --alt pour chaque --image, dans le même ordre ; "" pour aucune.
cli-service-lacks = Un service a besoin d’un titre et d’un prix. Donnez --title TEXT et --price 24.50.
cli-service-unfinished = { $missing } D’ici là, il n’est pas sur votre page.
cli-service-off = pas sur votre page
cli-no-country = Ce pays n’existe pas. Écrivez son nom, ou ses lettres, par exemple GH.
cli-profile-picture = Une photo accompagne votre nom.

# Presets

cli-no-preset = Ce préréglage n’existe pas. `maker presets` les montre.
cli-preset-put-on = { $preset } appliqué
cli-preset-some-gone = Certains de ces brouillons sont publiés ou supprimés. `maker drafts` montre ceux qui sont là.
cli-preset-usual = Les nouveaux brouillons commencent avec { $preset }.
cli-preset-none = Les nouveaux brouillons commencent sans préréglage.
cli-preset-is-usual = les nouveaux brouillons commencent avec lui

# The account, and keeping devices in step

cli-password = Mot de passe, sur une ligne de l’entrée standard :
cli-password-unread = Le mot de passe n’a pas pu être lu.
cli-no-password = Il n’y a pas de mot de passe sur l’entrée standard.
cli-this-device = (celui-ci)
cli-sync-refused =
    { $count ->
        [one] { $count } refusée
       *[other] { $count } refusées
    } : `maker sync status --edits` montre pourquoi.
cli-sync-conflicts =
    { $count ->
        [one] { $count } modifiée
       *[other] { $count } modifiées
    } sur deux appareils : `maker sync conflicts` les montre.
cli-sync-edit =
    { $stands ->
        [refused] refusée
       *[waits] en attente
    }
cli-sync-conflict = { $title } : { $field } affiche { $value }
cli-sync-kept = de { $device } le { $time } : { $value }
cli-sync-both = Les deux sont conservés : le deuxième brouillon est { $draft }.
cli-sync-settled = C’est tranché.

# Data in and out

cli-export-missing =
    { $count ->
        [one] { $count } image est sur un autre appareil seulement et n’y est pas
       *[other] { $count } images sont sur un autre appareil seulement et n’y sont pas
    }.
cli-exported =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } sont dans { $folder }.
cli-import-kind = Dites ce que sont les lignes de ce fichier : --kind services ou --kind drafts.
cli-import-open =
    { $count ->
        [one] { $count } envoi n’était pas terminé
       *[other] { $count } envois n’étaient pas terminés
    } là-bas : `maker queue` les montre.
cli-imported =
    Repris : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }.
cli-rows-found = À ajouter : { $good } ; déjà ici : { $already } ; impossible à ajouter : { $bad }.
cli-rows-added = Ajouté : { $added } ; déjà ici : { $already } ; laissé de côté : { $bad }.
cli-rows-ignored = Ces colonnes n’ont pas de sens ici : { $columns }.
cli-rows-row = ligne { $row } : { $what }
cli-rows-cell = ligne { $row }, { $column } : { $what }
cli-rows-more =
    Et { $count ->
        [one] { $count } autre ligne qui ne peut pas être ajoutée
       *[other] { $count } autres lignes qui ne peuvent pas être ajoutées
    }.
cli-backed-up =
    { $bytes ->
        [one] { $bytes } octet
       *[other] { $bytes } octets
    }, avec { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }, sont dans { $file }.
cli-restore-waits = La sauvegarde est vérifiée et prête. Fermez Maker Studio partout : elle prendra la place de la base de données au prochain démarrage.
cli-restored = La sauvegarde est en place. Ce qui était là avant est dans { $kept }.
