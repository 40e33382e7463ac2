# Why an edit is only on this device

edit-too-long = { $column } dépasse { $limit } Kio. Raccourcissez-le.
edit-not =
    { $expected ->
        [filled-in] { $column } doit être rempli.
        [text] { $column } doit être un texte.
        [text-without-nul] { $column } doit être un texte sans caractère NUL.
        [without-nul] { $column } doit être sans caractère NUL.
        [whole-number] { $column } doit être un nombre entier.
        [number] { $column } doit être un nombre.
        [true-or-false] { $column } doit être true ou false.
        [time] { $column } doit être un moment en millisecondes depuis 1970.
        [uuid] { $column } doit être un UUID.
       *[several] { $column } doit être une liste ou un tableau.
    }
edit-too-large = Ceci est trop grand pour être sauvegardé. Raccourcissez-le.
edit-lost = Le serveur ne l’a plus, et { $column } n’est pas ici non plus.
edit-quota = L’espace de travail est plein. Supprimez ce dont vous n’avez plus besoin.
