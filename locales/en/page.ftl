# Profile

page-profile-unread = Your profile could not be read
page-profile-reading = Your profile is being read
page-profile = Profile
page-picture = Your picture
page-picture-choose = Choose a picture
page-picture-change = Change picture
page-picture-remove = Remove
page-picture-how = Everybody sees it beside your name. It is kept small, without the place where it was taken.
page-picture-added = Picture added.
page-picture-changed = Picture changed.
page-picture-removed = Picture removed.
page-name = Name
page-name-hint = What people know you by
page-nameless = Visitors see no name. Write the one that they know you by.
page-bio = About you
page-bio-hint = What you make or do, for whom, and what is special about it
page-characters = Characters:
page-country = Country
page-country-hint = Where you work from
page-country-choose = Choose a country from the list.
page-countries = Countries
page-no-country = No country is called so.

# Links

page-links = Links
page-links-lead = Shown on your page, for visitors to follow. Nothing is posted there: what may post for you is under <link>Connections</link>.
page-link-name-of = Name of link { $place }
page-link-address-of = Address of { $name }
page-link-nth = Link { $place }
page-link-handle = { $name }, { $place } of { $count }. Alt and an arrow key move it, Delete takes it off.
page-link-drag = Drag it, or press Alt and an arrow key
page-link-take-off = Take { $name } off your page
page-link-left-out = { $trouble } Until then your page leaves it out.
page-link-add = Add link
page-link-paste-name = Paste an address to add a link
page-link-paste-first = Paste an address, such as instagram.com/marta.oak
page-link-paste-another = Paste another address
page-link-added = { $name } added.
page-link-one = Link
page-link-the = The link
page-moved-to = { $name } moved to place { $place } of { $count }.
page-link-taken-off = { $name } taken off your page.

# Preview

page-preview = How your page shows it
page-preview-open = Open your page in the browser
page-preview-untitled = Untitled
page-preview-all-links = All links
page-preview-services = Services
page-preview-none = Nothing is on your page yet.
page-preview-off = Not on your page
page-preview-at = Everybody sees it at { $address }
page-preview-mine = Only you see this. Your page is there for everybody once you sign in.

# Services

page-services-unread = Your services could not be read
page-services-reading = Your services are being read
page-services-empty = Say what you offer
page-services-empty-text = A service is work that people can ask you for: a delivery, a sale on their behalf, something made to order. It stands on your page with its price once you say so.
page-service-example = An example
page-service-example-name = Delivery in Lyon, same day
page-service-example-what = By cargo bicycle, up to 80 kg. I carry it to your door.
page-service-new = New service
page-service-untitled = Untitled service
page-service-deleted = { $name } deleted.
page-service-move = Move { $name }: drag it, or press Alt and an arrow key on it
page-service-drag = Drag to put it in order
page-service-more = More about { $name }
page-service-edit = Edit
page-service-duplicate = Duplicate
page-service-show = Show on your page
page-service-hide = Take off your page
page-service-up = Move up
page-service-down = Move down
page-service-delete = Delete
page-service-unfinished = Unfinished
page-service-off = Not on your page
page-service-free = Free
page-service-title = Title
page-service-title-hint = Such as: Delivery in Lyon
page-service-no-title = Give it a title, so that people know what it is.
page-service-kind = Kind of work
page-service-description = Description
page-service-description-hint = What people get, and what they should know before they ask
page-service-on = On your page
page-service-why-mine = Only you see it.
page-service-why-priceless = Only you see it. Without a price it stands there as { $amount } { $currency }.
page-service-why-all = Everybody sees it.
page-service-why-later = Everybody sees it once you sign in.
page-service-done = Done
page-service-price = Price
page-service-currency = Currency

page-bio-folded = Your page folds what is longer away behind “Read on”.
