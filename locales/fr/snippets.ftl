snippets-title = Extraits
snippets-text = Ce que vous écrivez souvent. Tapez / dans un texte pour en insérer un.
snippets-list = Vos extraits
snippets-unread = Vos extraits n’ont pas pu être lus
snippets-reading = Vos extraits sont en cours de lecture
snippets-none = Une formule de fin, une façon de commander, les mots-clés d’une série : donnez-leur un nom ici, puis tapez <kbd>/</kbd> et quelques lettres du nom là où vous les voulez.
snippets-example = <b>commande</b> Fait sur commande. Écrivez-moi, ou voyez https://marta.example
snippets-new = Nouvel extrait
snippets-moved = Déplacé à la place { $place } sur { $count }.
snippets-delete = Supprimer { $name }
snippets-deleted = { $name } supprimé.
snippets-untitled = Extrait sans titre
snippets-empty = Encore vide
snippets-name = Nom
snippets-name-hint = Ce que vous chercherez, par exemple commande
snippets-puts-in = Ce qu’il insère
snippets-kind-text = Un texte
snippets-kind-tags = Des mots-clés
snippets-words = Texte
snippets-tags = Mots-clés
snippets-tags-hint = Dans un texte, ils deviennent des hashtags.

# Where a slash is typed

snippets-found = Extraits
snippets-heard =
    { $count ->
        [one] { $count } extrait
       *[other] { $count } extraits
    }. Les flèches choisissent, Entrée en prend un, Échap laisse la barre oblique.
snippets-heard-none = Pas encore d’extraits. Entrée en crée un, Échap laisse la barre oblique.
snippets-put-in = { $name } inséré.
snippets-manage = Extraits…
snippets-manage-hint = Ajouter, modifier, mettre en ordre
snippets-first = Créer votre premier extrait…
snippets-first-hint = Ce que vous écrivez souvent, retrouvé par un nom
