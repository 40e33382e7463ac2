posts-unread = Vos posts n’ont pas pu être lus
posts-reading = Vos posts sont en cours de lecture
posts-new = Nouveau post
posts-empty = Dites aux gens ce qu’il y a de neuf
posts-empty-text = Un post est un texte sur votre propre page, avec des images si vous voulez. Vous pouvez l’écrire hors ligne et continuer plus tard.
posts-empty-example = Par exemple : Le four est rouvert. Voici les premières tasses du printemps.
posts-being-written = En cours d’écriture
posts-published = Publiés
posts-deleted = Post « { $name } » supprimé.
posts-draft-deleted = Brouillon « { $name } » supprimé.
posts-change-given-up = Modification abandonnée. Le post reste tel quel.
posts-being-changed = En cours de modification
posts-change-of = Modification d’un post
posts-edited = Modifié <time/>
posts-act-change = Modifier le post « { $name } »
posts-act-go-on = Continuer à modifier le post « { $name } »
posts-act-delete = Supprimer le post « { $name } »
posts-act-give-up-of = Abandonner la modification de « { $name } »
posts-act-delete-draft-of = Supprimer le brouillon « { $name } »
posts-no-text = Pas encore de texte
posts-pictures = Images
posts-pictures-more = +{ $count } <hidden>de plus</hidden>

# One post

posts-change = Modifier un post
posts-give-up = Abandonner cette modification
posts-delete-draft = Supprimer ce brouillon
posts-gone = Rien n’est en cours d’écriture ici
posts-gone-text = Ceci a été publié ou supprimé, peut-être sur un autre appareil.
posts-gone-back = Retour aux posts
posts-one-unread = Le post n’a pas pu être lu
posts-one-reading = Le post est en cours de lecture
posts-text = Texte
posts-text-hint = Quoi de neuf ?
posts-characters = Caractères :
posts-text-first = Écrivez d’abord un texte.
posts-cut-first = Retirez d’abord { $count } caractères.
posts-publish = Publier
posts-publish-change = Publier la modification
posts-publishing = Publication…
posts-was-published = Publié.
posts-was-published-offline = Publié sur cet ordinateur. Il ira sur votre page dès que vous serez de nouveau en ligne.
posts-was-changed = Votre post est modifié.
posts-was-changed-offline = Votre post est modifié sur cet ordinateur. Votre page suivra dès que vous serez de nouveau en ligne.
posts-will-change = Votre post devient ceci pour tout le monde.
posts-will-wait-account = Publié sur cet ordinateur. Il ira sur votre page quand vous vous connecterez.
posts-will-wait-network = Il ira sur votre page dès que vous serez de nouveau en ligne.
posts-will-with-pictures = Il va sur votre page avec ses images, visible de tous.
posts-will = Il va sur votre page, lisible par tous.
posts-version-restored = Version rétablie.

# Its pictures

posts-add-pictures = Ajouter des images…
posts-pictures-of = { $count } sur { $limit }
posts-pictures-full = Un post a au plus { $limit } images. Retirez-en une avant d’en ajouter une autre.
posts-pictures-how = JPEG, PNG ou WebP de 10 Mo au plus. Déposez-les sur la fenêtre ou collez-les.
posts-pictures-public = Les images sont publiées telles quelles : le lieu et l’appareil de la prise de vue y restent inscrits.
posts-undescribed-all =
    { $count ->
        [one] { $count } image n’a pas de description : qui ne la voit pas manquera ce qu’elle montre.
       *[other] { $count } images n’ont pas de description : qui ne les voit pas manquera ce qu’elles montrent.
    }
posts-undescribed =
    { $count ->
        [one] { $count } image n’a pas encore de description : qui ne la voit pas manquera ce qu’elle montre.
       *[other] { $count } images n’ont pas encore de description : qui ne les voit pas manquera ce qu’elles montrent.
    }
posts-picture-name = Image { $place } sur { $count }
posts-picture-handle = { $name }. Alt et une flèche la déplacent.
posts-picture-handle-alt = { $name }, { $alt }. Alt et une flèche la déplacent.
posts-picture-drag = Glissez-la, ou appuyez sur Alt et une flèche
posts-picture-what = Qu’y voit-on ?
posts-picture-what-hint = Pour qui ne la voit pas, par exemple : deux tasses bleues sur une planche de chêne
posts-picture-take-off = Retirer { $name }
posts-picture-added = Image ajoutée.
posts-picture-moved = Image déplacée à la place { $place } sur { $count }.
posts-picture-taken-off = Image retirée.
