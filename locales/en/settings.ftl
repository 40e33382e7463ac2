settings-language = Language
settings-language-text = What the window speaks, and how it writes numbers and dates.
settings-language-system = System language ({ $language })
settings-language-usual = as your system has it
