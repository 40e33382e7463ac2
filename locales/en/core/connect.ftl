connect-over = This sign-in is over. Start it again.
connect-stays = { $why } { $platform } stays connected until then.
connect-done = { $platform } is connected as { $account }.
connect-other = { $platform } is connected as { $account }. Before, it was { $before }: uploads now go to the new account.
connect-less = { $told } Left out by you, so it stays off: { $rights }.
connect-platform-said = { $platform } did not accept the sign-in: { $words } Start it again.
connect-revoked = { $platform } is disconnected and our access is withdrawn.
connect-not-revoked = { $platform } is disconnected here, but our access there could not be withdrawn: { $why }
connect-stopped =
    { $told } { $count ->
        [one] One upload has stopped and goes on when you connect again.
       *[other] { $count } uploads have stopped and go on when you connect again.
    }
