notifications-title = Notifications
notifications-text = Ce que cet ordinateur vous dit pendant que vous regardez autre chose. Tant que cette fenêtre est au premier plan, il ne dit rien.
notifications-unread = Ces réglages n’ont pas pu être lus
notifications-reading = Lecture des réglages des notifications
notifications-words = alertes messages bureau cloche prévenir
notifications-on = activé
notifications-off = désactivé
notifications-finished = Publié
notifications-finished-text = Une vidéo est en ligne sur sa plateforme.
notifications-needs-you = A besoin de vous
notifications-needs-you-text = Quelque chose s’est arrêté et ne reprendra qu’après votre intervention.
notifications-due-soon = Départ imminent
notifications-due-soon-text = Un envoi vers TikTok part dans les dix minutes : cet ordinateur doit être allumé.
notifications-quiet = Heures calmes
notifications-quiet-text = Partie de la journée, dans votre fuseau horaire, où rien n’est annoncé. Ce qui se passe alors reste visible sur l’accueil.
notifications-quiet-words = nuit sommeil ne pas déranger silence
notifications-quiet-from = De
notifications-quiet-to = à
notifications-sound = Son
notifications-sound-text = Les notifications s’accompagnent du son de votre système.
notifications-sound-words = bruit fort silencieux muet

# Metered networks, and starting with the computer

notifications-metered = Attendre sur un réseau limité
notifications-metered-text = Là où les données envoyées sont facturées ou limitées, les envois s’arrêtent et reprennent d’eux-mêmes sur un autre réseau.
notifications-metered-words = données mobiles partage de connexion téléphone itinérance forfait coût
notifications-start = Démarrer avec l’ordinateur
notifications-start-text = Maker Studio s’ouvre quand vous ouvrez votre session : les envois reprennent et ce qui attend son heure part.
notifications-start-words = démarrage automatique session lancement

# What they say

notifications-published = Publié sur { $platforms }
notifications-published-many =
    { $count ->
        [one] { $count } vidéo publiée
       *[other] { $count } vidéos publiées
    }
notifications-where = Sur { $platforms }.
notifications-stopped = L’envoi vers { $platforms } a besoin de vous.
notifications-stopped-many =
    { $count ->
        [one] { $count } vidéo a besoin de vous
       *[other] { $count } vidéos ont besoin de vous
    }
notifications-stopped-many-text = L’accueil dit ce qui s’est passé et ce qu’il faut faire.
notifications-due = Part vers { $platforms } { $when }. Cet ordinateur doit alors être allumé.
notifications-due-many =
    { $count ->
        [one] { $count } vidéo part bientôt
       *[other] { $count } vidéos partent bientôt
    }
notifications-due-many-text = La première { $when }. Cet ordinateur doit alors être allumé.
