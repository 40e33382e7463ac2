# What is written of oneself, and in a post

fields-name-missing = Visitors see no name. Write the one that they know you by.
fields-name-long = The name is { $over } characters too long for the page. Shorten it to 100.
fields-bio-long = The last { $over } characters about you are behind “Read on”. Shorten it to 900.
fields-post-empty = A post needs a text. Write one first.
fields-post-long = The text is { $over } characters too long. Shorten it to 5,000.
fields-post-pictures = A post has at most { $most } pictures. Take { $over } off.
fields-alt-long = This description is { $over } characters too long. Shorten it to 1,000.

# Links

fields-link-empty = It leads nowhere yet. Paste an address.
fields-link-no-address = This is no address. Copy it from your browser’s address bar and paste it here.
fields-link-no-web = Your page shows addresses that begin with https:// or http:// only.
fields-link-password = It holds a name or a password before “@”. Take that out: everybody could read it.
fields-link-local = Only your own computer or network knows this address. Paste one that everybody can open.
fields-link-space = There is a space in this address. Copy it again from your browser’s address bar.
fields-link-front = It leads to the front page of { $platform }, not to yours. Open your page there and copy its address.

# Services

fields-service-title = Give it a title, so that people know what it is.
fields-price-not-one = This is no price. Write one such as { $example }.
fields-price-negative = A price is zero or more. Write it such as { $example }.
fields-price-no-hundredths = { $currency } has no hundredths. Write the price such as { $example }.
fields-price-decimals = A price has at most two decimals. Write it such as { $example }.

# Presets and snippets

fields-preset-name = Give the preset a name.
fields-short-name = A name has up to { $most } characters: cut { $over }.
fields-snippet-long = A snippet holds up to 5,000 bytes of text: cut { $over }.
fields-snippet-tags = A list holds up to { $most } tags of up to { $length } characters: take some out.

# Limits of uploads

fields-uploads-at-once = Choose between 1 and 8 files at once.
fields-uploads-slow = The slowest limit is 16 kB per second. To stop uploads, pause them.
fields-uploads-hours = Write hours between 00:00 and 23:59.
fields-uploads-parts = Set at most 8 parts of the day.
fields-notices-quiet = Quiet hours end when they begin. Choose another end, or switch notifications off.
