connections-unread = Vos connexions n’ont pas pu être lues
connections-reading = Vos connexions sont en cours de lecture
connections-empty = Plateformes qui peuvent publier pour vous
connections-empty-text = Vous vous connectez sur la page de la plateforme elle-même, dans votre navigateur. Cette copie de Maker Studio ne connaît encore aucune plateforme.
connections-empty-again = Regarder à nouveau
connections-empty-example = Par exemple : YouTube, chaîne Bench & Blade, peut envoyer des vidéos.
connections-intro = Les plateformes connectées peuvent publier pour vous. Vous vous connectez sur leur propre page, dans votre navigateur ; les clés sont gardées dans le trousseau de cet ordinateur et nulle part ailleurs. Les liens que montre votre page sont dans <link>Profil et liens</link>.

# One of them

connections-not-connected = Non connectée
connections-sign-in-again = Reconnectez-vous
connections-some-missing = Des droits manquent
connections-connected = Connectée
connections-other-account = Connecté à un autre compte qu’avant
connections-disconnected = Déconnectée
connections-no-longer = { $platform } n’accepte plus notre accès
connections-no-longer-text = Reconnectez-vous : vos brouillons et ce qui a été envoyé sont conservés.
connections-rights = Ce qu’elle peut faire
connections-rights-asked = Ce qui vous sera demandé
connections-right-refused = Refusé par vous : ceci est donc désactivé.
connections-extras = Pour les sous-titres et les playlists
connections-extras-later = Pas encore demandé. Les vidéos et les miniatures s’en passent.
connections-extras-allow = Autoriser les sous-titres et les playlists
connections-connected-at = Connectée
connections-last-used = Dernière utilisation
connections-not-yet = Pas encore
connections-sign-in-by = À reconnecter avant
connections-no-key = Cette copie de Maker Studio n’a pas de clé pour { $platform }
connections-no-key-text = Indiquez une adresse de serveur ou votre propre identifiant client dans le fichier de configuration.
connections-act-connect = Connecter { $platform }
connections-act-again = Se reconnecter à { $platform }
connections-act-grant = Accorder les droits manquants
connections-act-disconnect = Déconnecter
connections-act-google = Ouvrir la liste des applications liées à Google
connections-act-settings = Ouvrir les réglages de { $platform }
connections-link-copied = Lien de connexion copié. Ouvrez-le dans n’importe quel navigateur de cet ordinateur.
connections-ask = Déconnecter { $platform } ?
connections-ask-text =
    { $count ->
        [one] { $count } envoi vers { $platform } s’arrêtera
       *[other] { $count } envois vers { $platform } s’arrêteront
    }. Les brouillons et ce qui est déjà publié restent. Ceci ne peut être annulé, mais vous pourrez vous reconnecter.
connections-ask-yes = Déconnecter { $platform }
connections-ask-no = Rester connecté

# Signing in

connections-waiting = En attente de votre navigateur…
connections-waiting-text = Dites oui sur la page qui s’est ouverte, puis revenez : cette fenêtre continue toute seule. Nous attendons jusqu’à <time/>.
connections-waiting-cancel = Annuler
connections-waiting-copy = Copier le lien
connections-outcome-less = Connectée, sans certains droits
connections-outcome-refused = Vous avez dit non sur la page de la plateforme
connections-outcome-cancelled = Connexion annulée
connections-outcome-timed-out = Personne n’a répondu à temps
connections-outcome-no-network = Pas de réseau
connections-outcome-keyring = Le trousseau n’a pas pris les clés
connections-outcome-platform = La plateforme a refusé
connections-left-youtube = Envois restants aujourd’hui
connections-left-tiktok = Publications restantes en 24 heures
connections-left-of = { $left } sur { $all }
connections-left-of-about = { $left } sur environ { $all }
connections-shared-youtube = partagés par tous ceux qui utilisent la même clé
connections-shared-tiktok = partagées avec l’application de TikTok
connections-anew =  ; à nouveau <time/>
