settings-language = Langue
settings-language-text = Celle de la fenêtre, et sa façon d’écrire les nombres et les dates.
settings-language-system = Langue du système ({ $language })
settings-language-usual = comme votre système
