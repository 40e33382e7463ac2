signin-refused = You did not allow the access. Nothing was connected; you can try again at any time.
signin-cancelled = The sign-in was cancelled. Nothing was connected.
signin-timed-out = The sign-in was not finished in time. Start it again.
signin-platform-refused = { $platform } did not accept the sign-in. Start it again; its words are under Details.
signin-no-network = { $platform } could not be reached. Check the network, then start the sign-in again.
signin-not-set-up = This copy of Maker Studio has no key for { $platform }. Set a backend address or your own client id in the configuration file.
signin-no-listener = This computer does not let Maker Studio wait for the browser. Check its firewall, then try again.
signin-link-not-ours = This link is not a sign-in that Maker Studio understands. Start the sign-in again in the app.
signin-link-not-expected = No sign-in is waiting for this link. Start it again in the app.
signin-link-expired = This sign-in took longer than ten minutes and has ended. Start it again in the app.

# The page that the browser ends at

signin-page-back = Back to Maker Studio
signin-page-close = You can close this tab.
signin-page-unfinished = The sign-in was not finished
signin-page-nothing = Nothing was connected. You can close this tab and try again in Maker Studio.
signin-page-not-expected = No sign-in is waiting for this page
signin-page-start-again = Start the sign-in again in Maker Studio, then close this tab.
signin-page-open = Open Maker Studio
