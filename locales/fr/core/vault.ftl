vault-locked = Le trousseau de mots de passe de cet ordinateur est verrouillé. Déverrouillez-le, puis réessayez.
vault-none = Aucun trousseau de mots de passe n’est actif : les connexions ne peuvent pas être gardées. Lancez-en un (par exemple GNOME Keyring ou KWallet), puis réessayez.
vault-silent = Le trousseau de mots de passe de cet ordinateur ne répond pas. Rouvrez votre session sur l’ordinateur, puis réessayez.
vault-no-collection = Le trousseau de mots de passe n’a pas encore de trousseau par défaut. Créez-en un (par exemple dans Mots de passe et clés), puis réessayez.
vault-twice = Le trousseau de mots de passe contient deux fois la même connexion. Retirez-y les entrées de app.makerstudio, puis reconnectez-vous.
vault-too-long = La connexion fait { $size } octets, et le trousseau de mots de passe de cet ordinateur en accepte { $limit } au plus. Rien n’a été gardé : signalez-le, s’il vous plaît.
vault-unreadable = Un secret gardé ne peut plus être ouvert sur cet ordinateur. Ce qui en a besoin recommence tout seul.
vault-data-folder = Le dossier de données de Maker Studio n’est pas accessible en écriture. Vérifiez ses autorisations et l’espace libre.
