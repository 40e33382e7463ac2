# What is asked of what there is

app-bad-data-folder = Le dossier de données { $folder } ne peut pas être utilisé. Vérifiez qu’il reste de la place sur le disque et que vous pouvez y écrire.
app-no-data-folder = Ce système n’indique aucun dossier pour les données. Définissez MAKER_STUDIO_DATA_DIR et redémarrez.
app-bad-config = Le fichier de configuration { $file } ne peut pas être lu. Corrigez-le ou supprimez-le.
app-no-tls = Cet ordinateur ne peut pas établir de connexions sécurisées. Vérifiez ses certificats, puis redémarrez.
app-data-folder-full = Le dossier de données n’est pas accessible en écriture. Vérifiez l’espace libre du disque et les autorisations.
app-no-such-platform = { $platform } ne fait pas partie de cette version.
app-bad-zone = Ce fuseau horaire n’existe pas. Écrivez-le comme Africa/Nairobi.
app-bad-language = Choisissez une langue dans la liste.
app-bad-slots = Choisissez jusqu’à 50 créneaux, chacun un jour de la semaine et une heure.
app-bad-place = Ceci n’est pas un endroit de la fenêtre.
app-too-many-stills = Demandez au plus cent images à la fois.
app-too-many-days = Demandez au plus cent jours à la fois.
app-this-computer = Cet ordinateur
app-untitled = Sans titre
app-sample-unwritten = L’exemple ne peut pas être écrit. Vérifiez l’espace libre du disque.

# Drafts

app-draft-gone = Son brouillon n’est plus là.
app-upload-under-way = Cet envoi est en cours : mettez-le d’abord en pause ou annulez-le.
app-bad-still = Cette image ne peut pas être gardée : ce n’est pas un petit JPEG.
app-sample = Ceci est l’exemple, qui ne peut pas être publié. Choisissez une vidéo à vous à sa place.
app-connect-first = { $platform } n’est pas encore connecté : connectez-le d’abord.
app-reconnect = { $platform } n’accepte plus notre accès : reconnectez-le. Votre brouillon reste.
app-no-right-to-post = { $platform } a été connecté sans le droit de publier : reconnectez-le et laissez ce droit coché.
app-file-elsewhere = La vidéo « { $file } » est sur { $device }. Publiez-la là-bas, ou choisissez le fichier sur cet ordinateur.
app-file-on-another-device = La vidéo « { $file } » est sur un autre appareil. Publiez-la là-bas, ou choisissez le fichier sur cet ordinateur.
app-captions-language = Dites dans quelle langue est « { $file } ».
app-captions-same = « { $file } » a la même langue et le même nom de piste que « { $first } » : YouTube n’en accepte qu’un de chaque. Changez l’un des deux, ou retirez-le.
app-captions-letters = « { $file } » n’est pas enregistré en UTF-8 : les lettres accentuées s’afficheraient mal. Enregistrez-le en UTF-8, puis choisissez-le de nouveau.
app-extras-not-asked = YouTube n’a pas encore reçu la demande pour les sous-titres et les playlists : autorisez-les sous Connexions.
app-file-unread = Ce fichier ne peut pas être lu. Vérifiez ses autorisations, ou choisissez-en un autre.

# Publishing

app-agree-first = Acceptez d’abord les conditions de TikTok : elles sont au-dessus du bouton Publier.
app-unanswered = Certaines questions n’ont pas encore de réponse : regardez chaque plateforme.
app-no-more-posts = TikTok n’accepte plus de publications de ce compte pour le moment. Réessayez plus tard, ou décochez TikTok.
app-unreachable = { $platform } ne peut pas être joint pour l’instant. Vérifiez le réseau, puis réessayez.
app-other-file = Ce n’est pas le fichier qui a été publié. Choisissez celui-là, ou publiez celui-ci comme nouveau brouillon.
app-no-address = Cette vidéo n’a pas encore d’adresse.

# Times

app-time-begun-cancel = Son envoi a commencé avec le moment qu’il a. Annulez-le pour en choisir un autre.
app-time-begun = Son envoi a commencé avec le moment qu’il a.
app-time-out = C’est publié : ce qui est sorti reste où il est.
app-time-with-platform = { $platform } a la vidéo et la rendra publique tout seul. Pour changer le moment, ouvrez-la dans { $platform } Studio.
app-time-soon = Il part dès que possible.
app-time-ended = C’est terminé.
app-time-on-its-way = C’est en route.
app-together-most = Jusqu’à { $most } brouillons peuvent être écrits côte à côte. Choisissez-en moins.
app-times-most = Jusqu’à { $most } brouillons peuvent recevoir leur moment à la fois.
app-no-slots = Vous n’avez pas encore de créneaux à vous. Définissez-les dans Réglages, puis revenez.
app-few-slots = Créneaux libres dans les huit semaines qui suivent : { $free }, pour { $drafts } brouillons. Commencez plus tard, ou choisissez moins de brouillons.

# Presets, snippets, services, the page

app-presets-most = Il y a { $most } préréglages, il ne peut pas y en avoir davantage : supprimez-en d’abord un.
app-preset-there = Il existe un préréglage nommé « { $name } ». Choisissez un autre nom.
app-snippets-most = Il y a { $most } extraits, il ne peut pas y en avoir davantage : supprimez-en d’abord un.
app-bad-currency = Une devise a trois lettres. Écrivez par exemple EUR ou GHS.
app-bad-country = Ce pays n’existe pas. Choisissez-en un dans la liste, ou écrivez ses deux lettres, par exemple GH.

# Posts

app-pasted-no-picture = Ce qui a été collé n’est pas une image. Copiez-en une et collez de nouveau.
app-no-room = Un post a au plus { $most } images. Retirez-en une avant d’en ajouter une autre.
app-picture-refused = Le serveur n’accepte pas cette image. { $why }
app-picture-elsewhere = Cette image est sur un autre appareil et pas encore ici.

# The library

app-is-draft = Ceci est déjà un brouillon : ouvrez-le.
app-draft-has-the-rest = { $why } Le brouillon a tout le reste.
app-file-unknown = Son fichier n’est pas connu sur cet ordinateur : choisissez-le dans le brouillon.
app-picture-unusable = L’une de ses images ne peut pas être utilisée : ajoutez-la de nouveau.
app-none-have-address = Aucune de ces vidéos n’a encore d’adresse.
app-twice = Ce fichier est déjà { $there }. Le publier de nouveau y fait une deuxième vidéo.
app-and = { $first } et { $second }

# What was kept of the connections

app-log-unbroken = Intact : chaque entrée est comme elle a été écrite, et aucune ne manque.
app-log-changed = Rompu à l’entrée { $n } : ce n’est pas ce qui a été écrit. Quelqu’un, ou un disque abîmé, l’a modifiée.
app-log-missing = Rompu à l’entrée { $n } : elle manque. Quelqu’un, ou un disque abîmé, l’a retirée.
app-activity-place = L’activité ne peut pas être enregistrée là. Choisissez un autre dossier.
app-outcome-done = Terminé
app-outcome-started = Commencé
app-outcome-published = Publié
app-outcome-cancelled = Annulé
app-outcome-no-answer = Pas de réponse
app-outcome-refused = Refusé
app-outcome-not-revoked = Déconnecté ici ; la plateforme n’a pas pu être prévenue
app-outcome-timed-out = Personne n’a répondu à temps
app-outcome-no-network = Pas de réseau
app-outcome-keyring = Le trousseau de mots de passe n’a pas pris les clés
app-outcome-platform-refused = La plateforme a refusé

# The rights

app-right-upload = Envoyer vos vidéos et choisir leurs miniatures
app-right-channel = Voir le nom de votre chaîne et l’état de vos envois
app-right-captions = Ajouter des sous-titres et ranger des vidéos dans vos playlists
app-right-name = Voir votre nom et votre photo sur TikTok
app-right-handle = Voir votre @nom, pour que les liens vers vos publications soient justes
app-right-post = Publier des vidéos sur votre compte
app-right-inbox = Envoyer des vidéos dans votre boîte de réception TikTok
app-right-list = Voir l’adresse et l’image de vos publications publiques
app-right-use = Utiliser votre compte

# The receipt

app-receipt-unwritten = Ce reçu ne peut pas être écrit. Réessayez.
app-receipt-place = Le reçu ne peut pas être enregistré là. Choisissez un autre dossier.
app-receipt-stayed = « { $file } » est resté à sa place. Aucune copie n’en a été faite, ni ici ni sur un serveur à nous.
app-receipt-keep-published = Nous gardons l’adresse que { $platform } a donnée, ce reçu et une petite image.
app-receipt-keep-open = Nous gardons la publication, l’avancement de l’envoi et une petite image.

# Put together

app-both = { $first } ; { $second }
app-there-since = sur { $platform } depuis le { $day } { $month } { $year }
app-file-trouble = « { $file } » : { $why }
