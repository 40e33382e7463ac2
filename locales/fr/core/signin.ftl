signin-refused = Vous n’avez pas autorisé l’accès. Rien n’a été connecté ; vous pouvez réessayer à tout moment.
signin-cancelled = La connexion a été annulée. Rien n’a été connecté.
signin-timed-out = La connexion n’a pas été terminée à temps. Recommencez-la.
signin-platform-refused = { $platform } n’a pas accepté la connexion. Recommencez-la ; ses mots se trouvent sous Détails.
signin-no-network = { $platform } n’a pas pu être joint. Vérifiez le réseau, puis recommencez la connexion.
signin-not-set-up = Cette copie de Maker Studio n’a pas de clé pour { $platform }. Indiquez une adresse de serveur ou votre propre identifiant client dans le fichier de configuration.
signin-no-listener = Cet ordinateur ne laisse pas Maker Studio attendre le navigateur. Vérifiez son pare-feu, puis réessayez.
signin-link-not-ours = Ce lien n’est pas une connexion que Maker Studio comprend. Recommencez la connexion dans l’application.
signin-link-not-expected = Aucune connexion n’attend ce lien. Recommencez-la dans l’application.
signin-link-expired = Cette connexion a duré plus de dix minutes et s’est terminée. Recommencez-la dans l’application.

# The page that the browser ends at

signin-page-back = De retour à Maker Studio
signin-page-close = Vous pouvez fermer cet onglet.
signin-page-unfinished = La connexion n’a pas été terminée
signin-page-nothing = Rien n’a été connecté. Vous pouvez fermer cet onglet et réessayer dans Maker Studio.
signin-page-not-expected = Aucune connexion n’attend cette page
signin-page-start-again = Recommencez la connexion dans Maker Studio, puis fermez cet onglet.
signin-page-open = Ouvrir Maker Studio
