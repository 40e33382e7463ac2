# Profile

page-profile-unread = Votre profil n’a pas pu être lu
page-profile-reading = Votre profil est en cours de lecture
page-profile = Profil
page-picture = Votre photo
page-picture-choose = Choisir une photo
page-picture-change = Changer de photo
page-picture-remove = Retirer
page-picture-how = Tout le monde la voit à côté de votre nom. Elle est gardée en petit, sans le lieu où elle a été prise.
page-picture-added = Photo ajoutée.
page-picture-changed = Photo changée.
page-picture-removed = Photo retirée.
page-name = Nom
page-name-hint = Celui sous lequel on vous connaît
page-nameless = Les visiteurs ne voient aucun nom. Écrivez celui sous lequel ils vous connaissent.
page-bio = À propos de vous
page-bio-hint = Ce que vous faites, pour qui, et ce que cela a de particulier
page-characters = Caractères :
page-country = Pays
page-country-hint = Où vous travaillez
page-country-choose = Choisissez un pays dans la liste.
page-countries = Pays
page-no-country = Aucun pays ne s’appelle ainsi.

# Links

page-links = Liens
page-links-lead = Montrés sur votre page, pour que les visiteurs les suivent. Rien n’y est publié : ce qui peut publier pour vous est dans <link>Connexions</link>.
page-link-name-of = Nom du lien { $place }
page-link-address-of = Adresse de { $name }
page-link-nth = Lien { $place }
page-link-handle = { $name }, { $place } sur { $count }. Alt et une flèche le déplacent, Suppr le retire.
page-link-drag = Glissez-le, ou appuyez sur Alt et une flèche
page-link-take-off = Retirer { $name } de votre page
page-link-left-out = { $trouble } D’ici là, votre page l’omet.
page-link-add = Ajouter le lien
page-link-paste-name = Collez une adresse pour ajouter un lien
page-link-paste-first = Collez une adresse, par exemple instagram.com/marta.oak
page-link-paste-another = Collez une autre adresse
page-link-added = { $name } ajouté.
page-link-one = Lien
page-link-the = Le lien
page-moved-to = { $name } déplacé à la place { $place } sur { $count }.
page-link-taken-off = { $name } retiré de votre page.

# Preview

page-preview = Ce que montre votre page
page-preview-open = Ouvrir votre page dans le navigateur
page-preview-untitled = Sans titre
page-preview-all-links = Tous les liens
page-preview-services = Services
page-preview-none = Rien n’est encore sur votre page.
page-preview-off = Pas sur votre page
page-preview-at = Tout le monde la voit à { $address }
page-preview-mine = Vous seul voyez ceci. Votre page sera là pour tous dès que vous vous connecterez.

# Services

page-services-unread = Vos services n’ont pas pu être lus
page-services-reading = Vos services sont en cours de lecture
page-services-empty = Dites ce que vous proposez
page-services-empty-text = Un service est un travail qu’on peut vous demander : une livraison, une vente en leur nom, quelque chose fait sur commande. Il figure sur votre page avec son prix dès que vous le décidez.
page-service-example = Un exemple
page-service-example-name = Livraison à Lyon, le jour même
page-service-example-what = En vélo cargo, jusqu’à 80 kg. Je le porte à votre porte.
page-service-new = Nouveau service
page-service-untitled = Service sans titre
page-service-deleted = { $name } supprimé.
page-service-move = Déplacer { $name } : glissez-le, ou appuyez sur Alt et une flèche
page-service-drag = Glisser pour le mettre en ordre
page-service-more = Plus sur { $name }
page-service-edit = Modifier
page-service-duplicate = Dupliquer
page-service-show = Montrer sur votre page
page-service-hide = Retirer de votre page
page-service-up = Monter
page-service-down = Descendre
page-service-delete = Supprimer
page-service-unfinished = Inachevé
page-service-off = Pas sur votre page
page-service-free = Gratuit
page-service-title = Titre
page-service-title-hint = Par exemple : Livraison à Lyon
page-service-no-title = Donnez-lui un titre, pour que les gens sachent ce que c’est.
page-service-kind = Genre de travail
page-service-description = Description
page-service-description-hint = Ce que les gens reçoivent, et ce qu’ils doivent savoir avant de demander
page-service-on = Sur votre page
page-service-why-mine = Vous seul le voyez.
page-service-why-priceless = Vous seul le voyez. Sans prix, il y figure à { $amount } { $currency }.
page-service-why-all = Tout le monde le voit.
page-service-why-later = Tout le monde le verra dès que vous vous connecterez.
page-service-done = Terminé
page-service-price = Prix
page-service-currency = Devise

page-bio-folded = Votre page replie ce qui dépasse derrière « Lire la suite ».
