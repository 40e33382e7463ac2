# What a row of an export should hold, behind "should be"

row-known-column = une colonne de cette version
row-not-empty = remplie
row-price = zéro ou plus, par exemple 24.50
row-currency = trois lettres, par exemple EUR
row-country = deux lettres, par exemple FR
row-same-state = la même que dans `detail`
row-id = un identifiant comme 01977f3e-8a44-7c11-9d0a-5e1b2c3d4e5f
row-text = un texte
row-address = une adresse comme https://youtu.be/abc
row-one-of = l’un de { $words }
row-integer = un nombre entier, zéro ou plus
row-number = un nombre
row-bool = true ou false
row-time = des millisecondes depuis 1970, par exemple 1795000000000
row-document = un document tel qu’un export l’écrit
row-path = l’endroit d’un fichier, comme texte
row-bytes = au plus 128 Kio en chiffres hexadécimaux
row-picture = le BLAKE3 d’une image en 64 petits chiffres hexadécimaux

# Rows that do not go together

row-twice = deux lignes disent la même chose d’un même objet. Prenez un export que personne n’a modifié.
row-does-not-fit = une ligne ne convient pas ({ $error }). Prenez un export que personne n’a modifié.
row-loose = une ligne appartient à une autre de { $parent } qui n’y est pas. Prenez un export entier.
