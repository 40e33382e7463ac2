# What a row of an export should hold, behind "should be"

row-known-column = a column of this version
row-not-empty = not empty
row-price = zero or more, such as 24.50
row-currency = three letters, such as EUR
row-country = two letters, such as FR
row-same-state = the same as in `detail`
row-id = an id such as 01977f3e-8a44-7c11-9d0a-5e1b2c3d4e5f
row-text = a text
row-address = an address such as https://youtu.be/abc
row-one-of = one of { $words }
row-integer = a whole number, zero or more
row-number = a number
row-bool = true or false
row-time = milliseconds since 1970, such as 1795000000000
row-document = a document as an export writes it
row-path = where a file is, as a text
row-bytes = at most 128 KiB in hexadecimal digits
row-picture = the BLAKE3 of a picture in 64 small hexadecimal digits

# Rows that do not go together

row-twice = two rows say the same of one thing. Take an export that nobody has changed.
row-does-not-fit = a row does not fit ({ $error }). Take an export that nobody has changed.
row-loose = a row belongs to one of { $parent } that is not there. Take an export that is whole.
