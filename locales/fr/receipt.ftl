receipt-title = Reçu
receipt-text = Ce qui est allé où, et ce qui est resté sur cet ordinateur.
receipt-reading-name = Le reçu
receipt-unread = Le reçu n’a pas pu être lu
receipt-reading = Le reçu est en cours de lecture
receipt-copy-json = Copier en JSON
receipt-copied-json = Reçu copié en JSON.
receipt-save = Enregistrer…
receipt-saved = Reçu enregistré.

# What and where

receipt-what = Quoi et où
receipt-what-title = Titre
receipt-what-platform = Plateforme
receipt-what-account = Compte
receipt-what-account-gone = N’est plus connecté
receipt-what-address = Adresse
receipt-what-state = État

# The file

receipt-file = Le fichier
receipt-file-name = Nom
receipt-file-size = Taille
receipt-file-bytes = ({ $bytes })
receipt-bytes =
    { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
receipt-file-changed = Dernière modification
receipt-fingerprint = Empreinte
receipt-fingerprint-copy = Copier
receipt-fingerprint-copy-name = Copier l’empreinte
receipt-fingerprint-copied = Copié
receipt-fingerprint-copied-said = Empreinte copiée.
receipt-fingerprint-selected = Sélectionnée : appuyez sur Ctrl+C pour la copier.
receipt-fingerprint-why = BLAKE3 de chaque octet envoyé. C’est ce que b3sum affiche pour le fichier : si les deux sont identiques, { $platform } a reçu exactement ce fichier.
receipt-fingerprint-later = Elle est calculée pendant l’envoi du fichier, et sera ici quand chaque octet sera parti.

# Where the bytes went

receipt-hosts = Où sont allés les octets
receipt-hosts-computer = Ordinateur
receipt-hosts-requests = Requêtes
receipt-hosts-bytes = Octets envoyés
receipt-hosts-all = Au total
receipt-hosts-why = Voici tous les ordinateurs contactés pour cette vidéo. Ce qui a été envoyé deux fois compte deux fois.
receipt-hosts-none = Rien n’a encore été envoyé.

# When, and how it went

receipt-when = Quand
receipt-when-pressed = Publier a été pressé
receipt-when-first = Le premier octet est parti
receipt-when-received = { $platform } avait chaque octet
receipt-when-confirmed = { $platform } l’a confirmé
receipt-when-nothing = Il ne s’est encore rien passé.
receipt-how = Comment cela s’est passé
receipt-how-not-begun = Cela n’a pas commencé.
receipt-how-resumed =
    L’envoi a repris { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    } de ce que { $platform } avait déjà, après une pause, une coupure ou un redémarrage.
receipt-how-dropped =
    { $platform } a abandonné { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    } ce qu’il avait, et l’envoi a recommencé depuis le début.
receipt-how-interrupted =
    Maker Studio s’est arrêté en plein envoi { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    }. Ce qu’il a envoyé dans ses dernières secondes n’est pas compté ci-dessus.
receipt-how-in-one-go = D’une traite, sans interruption.
receipt-steps = Étapes après la vidéo
receipt-step = { $state }, <time/>
receipt-stayed = Ce qui est resté sur cet ordinateur
