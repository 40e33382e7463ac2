# What is written of oneself, and in a post

fields-name-missing = Les visiteurs ne voient pas de nom. Écrivez celui sous lequel ils vous connaissent.
fields-name-long = Le nom a { $over } caractères de trop pour la page. Raccourcissez-le à 100.
fields-bio-long = Les { $over } derniers caractères sur vous sont derrière « Lire la suite ». Raccourcissez à 900.
fields-post-empty = Un post a besoin d’un texte. Écrivez-en un d’abord.
fields-post-long = Le texte a { $over } caractères de trop. Raccourcissez-le à 5 000.
fields-post-pictures = Un post a au plus { $most } images. Retirez-en { $over }.
fields-alt-long = Cette description a { $over } caractères de trop. Raccourcissez-la à 1 000.

# Links

fields-link-empty = Il ne mène encore nulle part. Collez une adresse.
fields-link-no-address = Ceci n’est pas une adresse. Copiez-la depuis la barre d’adresse de votre navigateur et collez-la ici.
fields-link-no-web = Votre page ne montre que des adresses qui commencent par https:// ou http://.
fields-link-password = Elle contient un nom ou un mot de passe avant « @ ». Retirez-le : tout le monde pourrait le lire.
fields-link-local = Seul votre ordinateur ou votre réseau connaît cette adresse. Collez-en une que tout le monde peut ouvrir.
fields-link-space = Il y a une espace dans cette adresse. Copiez-la de nouveau depuis la barre d’adresse de votre navigateur.
fields-link-front = Elle mène à la page d’accueil de { $platform }, pas à la vôtre. Ouvrez votre page là-bas et copiez son adresse.

# Services

fields-service-title = Donnez-lui un titre, pour que l’on sache ce que c’est.
fields-price-not-one = Ceci n’est pas un prix. Écrivez par exemple { $example }.
fields-price-negative = Un prix vaut zéro ou plus. Écrivez-le par exemple { $example }.
fields-price-no-hundredths = { $currency } n’a pas de centimes. Écrivez le prix par exemple { $example }.
fields-price-decimals = Un prix a au plus deux décimales. Écrivez-le par exemple { $example }.

# Presets and snippets

fields-preset-name = Donnez un nom au préréglage.
fields-short-name = Un nom a { $most } caractères au plus : retirez-en { $over }.
fields-snippet-long = Un extrait contient 5 000 octets de texte au plus : retirez-en { $over }.
fields-snippet-tags = Une liste contient jusqu’à { $most } mots-clés de { $length } caractères au plus : retirez-en.

# Limits of uploads

fields-uploads-at-once = Choisissez entre 1 et 8 fichiers à la fois.
fields-uploads-slow = La limite la plus basse est 16 ko par seconde. Pour arrêter les envois, mettez-les en pause.
fields-uploads-hours = Écrivez des heures entre 00:00 et 23:59.
fields-uploads-parts = Définissez au plus 8 parties de la journée.
fields-notices-quiet = Les heures calmes finissent quand elles commencent. Choisissez une autre fin, ou désactivez les notifications.
