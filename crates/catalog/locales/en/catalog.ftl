# Words
products = Products
product = Product
offerings = Offerings
offering = Offering
releases = Releases
builds = Files
name = Name
slug = Short name
sku = Article number
version = Version
kind = Kind
notes = What is new
released = Released
released-on = Released on { $date }
description = Description
icon = Drawing
icon-letters = Two letters of the name
file = File
platform = Platform
language = Language
languages = Languages
size = Size
sha256 = SHA-256
uploaded = Uploaded
published = Published
since = In the catalog since
latest-release = Latest release
preview = Preview
privacy = Privacy statement
policy = What a license allows
license-model = License model
devices = Devices
offline = Offline
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
none-yet = None yet
no-files = No files yet
edit = Edit
save = Save
saved = Saved.
cancel = Cancel

# Kinds
kind-feature = Feature
kind-update = Update
kind-security = Security
kind-feature-hint = Brings something new
kind-update-hint = Mends and smooths; nothing to learn
kind-security-hint = Closes a hole; people are asked to install it soon
model-named = Named user
model-named-hint = A seat belongs to one person, on that person's devices

# Languages of builds
language-mul = Several languages
language-en = English
language-sv = Swedish
language-nb = Norwegian
language-da = Danish
language-fi = Finnish
language-de = German
language-nl = Dutch
language-fr = French
language-es = Spanish
language-it = Italian
language-pl = Polish

# Products
products-text = What you make. Each product has releases to download and offerings to order.
products-caption = Products, by short name
new-product = New product
new-product-text = The releases and the offerings come afterwards.
create-product = Create product
product-created = { $name } is in the catalog. The next step is its first release.
no-products = No products yet
no-products-text = Describe the first program that your customers get from here.
slug-form = a–z, 0–9 and hyphens
slug-hint = Used in addresses and by the program itself, such as ritbord. It cannot be changed later.
description-hint = One or two sentences that people read beside the name.
edit-product = Edit product
edit-product-text = The short name stays: programs are built with it.

# Releases
releases-caption = Releases, newest first
new-release = New release
new-release-text = Customers see it at once. Its files come next.
create-release = Create release
release-created = The release is there. Now bring its files.
no-releases = No releases yet
no-releases-text = Create the first release, then bring a file for each platform.
version-hint = Such as 2027.1. With a hyphen it is a preview: 2027.2-beta.
version-hint-latest = The latest is { $version }. With a hyphen it is a preview: 2027.2-beta.
notes-hint = For the people who use the program. A blank line begins a paragraph.

# Builds
builds-caption = Files, by platform and language
no-builds = No files yet
no-builds-text = Nobody can download this release until it has a file.
upload = Bring a file
upload-act = Upload
upload-most = At most { $most }
choose-file = Choose a file
or-drop = or drop it here
replace = Replace the file that is there
replace-hint = Otherwise another file for the same platform and language is left alone
not-uploaded = The file was not taken in
bad-file-name = The file's name holds characters that some systems cannot save. Rename it and try again.
build-added = { $file } is ready to download.
build-same = The very same { $file } was there already.
by-command = From a build server
by-command-text = The command line uploads with an API key, shows the progress and compares the SHA-256. Running it twice does no harm.

# Privacy statements
new-statement = New privacy statement
new-statement-text = People read and accept it before the program tells anything of their device. A new version is asked for anew.
no-statement = No privacy statement yet
no-statement-text = Without one nobody can start the program: it is shown before the first license.
statement-version-now = In force is { $version }.
statement-version-first = Such as 2026-11 or 1.
statement-text-in = Text, { $language }
statement-sv-hint = Without it Swedish readers see the English text.
publish-statement = Publish
statement-published = The privacy statement is in force.

# Offerings
offerings-text = What an order line names: a product with its license model and what a license allows.
offerings-caption = Offerings, by article number
new-offering = New offering
new-offering-text = Orders name it by its article number.
create-offering = Create offering
offering-created = { $name } can be ordered.
no-offerings = No offerings yet
no-offerings-text = An order needs something to name. Put the product on sale under an article number.
product-first = A product comes first
product-first-text = An offering sells a product. Describe the product, then come back.
offering-name-hint = As it reads on an order confirmation, such as Ritbord, named user, 1 year.
sku-hint = Letters, digits, hyphens and dots, such as RIT-NAMED-1Y. It cannot be changed later.
policy-text = Changes count from each device's next contact on. What was given out until then stays as it is.
max-devices = Devices a person
max-devices-hint = On how many devices one person may work. Usual: 3.
offline-days = Days offline
offline-days-hint = How long the program works without a connection. Usual: 30.
refresh-hours = Hours between checks
refresh-hours-hint = How often a connected program asks anew; sooner than the days offline end. Usual: 24.

# Downloads
expired-title = This download link has expired
expired-text = Links work for ten minutes. Get a new one and the download goes on where it stopped.
expired-act = Get a new link

# Refusals
refused-slug-taken = Another product has this short name. Choose a different one.
refused-sku-taken = Another offering has this article number. Choose a different one.
refused-version-taken = This version is there already.
refused-statement-taken = This version has another text, which people have accepted. Give the new text a new version.
refused-build-taken = The release has another file for this platform and language. Say that it is to be replaced, or make a new release.
refused-digest-mismatch = The file that arrived is not the one that was sent: the SHA-256 differs. Upload it again.
refused-no-file = Choose a file first.
refused-empty-file = The file is empty.
refused-file-too-large = The file is larger than { $most }.
refused-upload-broken = The upload broke off. Nothing was kept; try again.
refused-download-expired = This download link has expired. Get a new one from the product's page; the download goes on where it stopped.
refused-download-not-genuine = This download link is not complete. Get a new one from the product's page.
