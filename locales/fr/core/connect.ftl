connect-over = Cette connexion est terminée. Recommencez-la.
connect-stays = { $why } { $platform } reste connecté d’ici là.
connect-done = { $platform } est connecté en tant que { $account }.
connect-other = { $platform } est connecté en tant que { $account }. Avant, c’était { $before } : les envois vont maintenant au nouveau compte.
connect-less = { $told } Ce que vous avez écarté reste désactivé : { $rights }.
connect-platform-said = { $platform } n’a pas accepté la connexion : { $words } Recommencez-la.
connect-revoked = { $platform } est déconnecté et notre accès est retiré.
connect-not-revoked = { $platform } est déconnecté ici, mais notre accès là-bas n’a pas pu être retiré : { $why }
connect-stopped =
    { $told } { $count ->
        [one] Un envoi s’est arrêté et reprendra quand vous vous reconnecterez.
       *[other] { $count } envois se sont arrêtés et reprendront quand vous vous reconnecterez.
    }
