token-sign-in-again = La plateforme n’accepte plus notre accès. Reconnectez le compte : les brouillons et la file sont conservés.
token-network = La plateforme n’a pas pu être jointe. Vérifiez le réseau : un nouvel essai se fait tout seul.
token-platform = La plateforme n’a pas renouvelé l’accès à l’instant. Un nouvel essai se fait tout seul.
token-client-refused = La plateforme n’accepte pas l’identifiant client ou le secret de cette copie. Vérifiez-les dans le fichier de configuration ou auprès du serveur.
token-not-set-up = Cette copie de Maker Studio n’a pas de clé pour cette plateforme. Indiquez une adresse de serveur ou votre propre identifiant client dans le fichier de configuration.
token-busy = Un autre Maker Studio renouvelle cet accès et n’en finit pas. Fermez l’autre, puis réessayez.

# Why the rights could not be given back

token-none-kept = Aucune connexion à ce compte n’est gardée sur cet ordinateur.
token-unreached = La plateforme n’a pas pu être jointe.
token-no-key = Cette copie de Maker Studio n’a pas de clé pour la plateforme.
token-answered = La plateforme a répondu : { $words }
