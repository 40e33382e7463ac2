token-sign-in-again = The platform no longer accepts our access. Connect the account again: drafts and queue are kept.
token-network = The platform could not be reached. Check the network: it is tried again by itself.
token-platform = The platform did not renew the access just now. It is tried again by itself.
token-client-refused = The platform does not accept this copy's client id or secret. Check them in the configuration file or at the backend.
token-not-set-up = This copy of Maker Studio has no key for this platform. Set a backend address or your own client id in the configuration file.
token-busy = Another Maker Studio is renewing this access and does not finish. Close the other one, then try again.

# Why the rights could not be given back

token-none-kept = No sign-in for this account is kept on this computer.
token-unreached = The platform could not be reached.
token-no-key = This copy of Maker Studio has no key for the platform.
token-answered = The platform answered: { $words }
