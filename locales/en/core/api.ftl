api-network = The connection to the platform broke off. It goes on when the line is back.
api-busy = The platform is busy. It is tried again by itself.
api-token = The platform asks for a fresh access token.
api-not-before = The platform takes nothing more before { $until }.
api-session-gone = The platform no longer knows this upload.
api-refused = The platform refused this.
api-odd = The platform answered something that does not fit: { $what }.
