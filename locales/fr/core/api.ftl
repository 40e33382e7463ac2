api-network = La liaison avec la plateforme s’est interrompue. Elle reprendra quand le réseau sera revenu.
api-busy = La plateforme est occupée. Un nouvel essai se fait tout seul.
api-token = La plateforme demande un nouveau jeton d’accès.
api-not-before = La plateforme n’accepte plus rien avant { $until }.
api-session-gone = La plateforme ne connaît plus cet envoi.
api-refused = La plateforme a refusé ceci.
api-odd = La plateforme a répondu quelque chose qui ne convient pas : { $what }.
