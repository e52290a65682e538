# This machine
not-written = The output cannot be written: { $error }
unreadable = { $file } cannot be read: { $error }
not-a-file = { $file } is not a file.
empty-file = { $file } is empty.
file-changed = { $file } was changed while it was sent. Give the same command again.
not-json = { $file } is not JSON: { $error }
no-server = Which server? Run `plats configure`, or say --server URL or PLATS_SERVER.
no-key = With which API key? Run `plats configure`, or say --api-key-file FILE or PLATS_API_KEY.
not-a-key = This is not an API key: it is empty, or has spaces or line breaks in it.
not-a-url = { $url } is not an address of a server, such as https://account.vendor.example
not-encrypted = { $url } is not encrypted, and the API key would travel in clear. Use https://
key-of-another-server = The saved API key is for { $saved }, and it is not sent to { $server }. Say --api-key-file or PLATS_API_KEY, or save a profile of its own: plats configure --profile NAME
no-profile = There is no profile { $name }. Save it: plats configure --profile { $name }
profile-name = The name of a profile is made of letters, digits, - and _, at most 40.
profile-open = { $file } can be read by others, and an API key is in it. Run: chmod 600 { $file }
profile-broken = { $file } is not understood. Save it anew: plats configure
no-config-folder = There is no folder for settings: neither XDG_CONFIG_HOME nor HOME says where.
not-saved = { $file } cannot be saved: { $error }
not-asked = The terminal cannot be asked: { $error }
ask-server = { "Server (https://...): " }
ask-key = { "API key (it is not shown): " }
key-of-vendor = The key is { $name } and acts for the vendor, { $vendor }.
key-of-partner = The key is { $name } and acts for the partner { $partner }.
key-of-person = This is { $name } and acts for { $person }.
configured = Saved in { $file }. The next commands speak to { $server }.

# The server
no-such-host = There is no host of this name: { $server }
no-connection = No connection to { $server } comes about.
nobody-listens = Nothing listens at { $server }.
too-slow = { $server } did not answer in time.
unreachable = { $server } cannot be reached: { $error }
broke-off = The connection to { $server } broke off. Give the same command again; that is safe.
broke-off-unknown = The connection to { $server } broke off. Look whether it was done before you give the command again.
moved = The server sends elsewhere: { $place }. If that is right, say it with --server.
not-plats = This does not answer like a Plats server. Is the address right?
unknown-key = The server does not know this API key. It may have been ended, or belongs to another server.
cannot-now = The server cannot answer now (status { $status }). Try again later.
in-the-log = In the server's log this answer is { $id }.
whole-request = The request as a whole: { $sentence }

# Lists
nothing-there = There is nothing.
there-is-more = There is more: --cursor { $next } shows the next page, --all shows everything.
name = Name
email = Email
role = Role
status = Status
since = Since
size = Size
file = File

# Orders and contracts
order = Order
placed = Placed
customer = Customer
contract = Contract
partner = Partner
manager = Contract manager
team = Team
lines = Lines
mails = Mails
no-such-order = There is no order { $number }, or not for this API key.
no-such-contract = There is no contract { $number }, or not for this API key.
several-orders = There are several orders { $number }. Which one? { $ids }
order-placed = Order { $number } is placed.
order-repeated = Order { $number } was placed before with the same content, on { $when } by { $who }. Nothing changed.
order-shown = Order { $number }, placed on { $when } by { $who }
contract-shown = Contract { $number }
plan = Order { $number } would be placed. Nothing was written.
plan-repeated = Order { $number } was placed before with the same content ({ $id }). Placing it again would change nothing.
customer-new = { $customer }, a new organization
renewal-date = Renewal date
contract-renewal = { $number }, renewal date { $day }
contract-to-come = with a number that is made when the order is placed
manager-new = { $manager }, gets a new User ID
manager-known = { $manager }, has a User ID
team-to-come = a new one, with the contract manager as primary admin
team-new = { $team }, made by this order
team-to-choose = the contract manager chooses: { $teams }
team-not-chosen = not chosen yet by the contract manager
line = { $what }, { $first } to { $last }, { $state }
state-waiting = waiting
state-running = running
state-ended = ended
seats-now = the seats are there at once
seats-later = the seats are there from the first day
confirmation-now = order confirmation to { $email } at once
mail-choose = the question which team, at once
mail-landed = word to the other admins of the team, at once
welcome-now = welcome with the way in, at once
welcome-later = welcome with the way in on { $when }

# Catalog
product = Product
description = Description
product-created = { $name } ({ $slug }) is in the catalog.
privacy-published = The privacy statement of { $product }, version { $version }, is in force.
version = Version
kind = Kind
kind-feature = feature
kind-update = update
kind-security = security
released = Released
builds = Builds
platform = Platform
language = Language
no-builds = No builds yet.
release-created = { $product } { $version } is announced.
article = Article
devices = Devices
offline-days = Days offline
refresh-hours = Hours until it asks anew
offering = Offering
offering-created = is on sale.
offering-changed = is changed.
client-id = Client id
scopes = Scopes
program-registered = { $name } is registered as { $id }.
program-secret = Its secret, shown this once: { $secret }

# Publish
reading = Reading
uploading = Uploading
no-such-product = There is no product { $product }, or not for this API key. See `plats product list`.
no-such-release = { $product } has no release { $version }. Announce it with --create-release, or with `plats release create`.
twice-the-place = Two files for { $platform } and { $language }: a release has one.
build-there = { $build }: the same file is there already ({ $file }). Nothing was sent.
build-taken = { $build }: another file is there ({ $file }). Say --replace if this one is to take its place.
build-published = { $build }: { $file } is published ({ $size }, SHA-256 { $sha256 }).
arrived-otherwise = { $build }: the server has another file than was sent (SHA-256 { $theirs } instead of { $ours }). Give the same command again with --replace.

# Teams
role-primary-admin = primary admin
role-secondary-admin = secondary admin
role-user = user
status-active = active
status-invited = invited
invited-new = { $email } is invited and gets in by the mail ({ $person }).
invited-known = { $email } is in the team and has the mail ({ $person }).
pool = Pool
seats = Seats
assigned = Assigned
free = Free
assigned-to =
    { $count ->
        [one] One person has a seat now.
       *[other] { $count } people have a seat now.
    }
seat-released = The seat of { $person } is free.
no-seat-of = { $person } has no seat of this pool.

# Imports and exports
separator = ,
first-name = First name
last-name = Last name
exported =
    { $count ->
        [one] One person is in { $file }.
       *[other] { $count } people are in { $file }.
    }
import = Import
made = Made
rows = Rows
row = Row
what-happens = What happens, or why not
act-invite = Invite people
act-assign = Assign a product
act-unassign = Take back a product
act-replace = Replace who has a product
act-join = Add to a group
act-part = Take out of a group
act-role = Change roles
act-remove = Remove from the team
import-looking = the rows are being looked at
import-ready = nothing has happened yet
import-running = under way
import-done = done
import-undoing = being undone
import-undone = undone
row-read = Not looked at yet
row-planned = To be carried out
row-left = Not carried out
row-nothing = Is so already
row-faulty = To mend
row-done = Done
row-refused = Refused
row-undone = Undone
row-stays = Not undone
row-meant = Did you mean { $suggestion }?
doing-invite = is invited
doing-role = becomes { $role }
doing-join = into { $group }
doing-part = out of { $group }
doing-assign = gets { $product }
doing-unassign = gives back { $product }
doing-remove = leaves the team
seats-needed = { $product }: { $count } needed, { $free } free
seats-missing = { $product }: { $count } needed, { $free } free, { $missing } missing
seats-freed =
    { $count ->
        [one] { $product }: one becomes free
       *[other] { $product }: { $count } become free
    }
nothing-to-do = There is nothing to do.
all-so =
    { $count ->
        [one] There is nothing to do: the row asks for what is so already.
       *[other] There is nothing to do: all { $count } rows ask for what is so already.
    }
more-problems = There are more: plats import rows { $id } --show problems --all
to-go-on = To go on:
way-confirm = carry it out
way-discard = throw it away
way-stop = stop it
way-undo = undo all of it, within a day
way-to-mend = save the rows to mend, each with its reason
looking-at-rows = Looking at the rows
carrying-out = Carrying out
undoing = Undoing
rows-left =
    { $count ->
        [one] One row was not carried out.
       *[other] { $count } rows were not carried out.
    }
rows-stay =
    { $count ->
        [one] One row could not be undone.
       *[other] { $count } rows could not be undone.
    }
import-discarded = { $id } is thrown away. Nothing has happened.
to-mend-saved = The rows to mend are in { $file }. Mend them and send the file as a new import; what is done stays done.
file-broke-off = The file broke off on its way: { $error }. Give the same command again; that is safe.

# Groups, and changes of members
group = Group
people = People
group-created = The group { $name } is there: { $id }
group-done = Done.
group-people =
    { $count ->
        [0] Nobody came or left: it was so already.
        [one] One person.
       *[other] { $count } people.
    }
seats-given =
    { $count ->
        [one] One seat was given.
       *[other] { $count } seats were given.
    }
seats-taken =
    { $count ->
        [one] One seat was taken back.
       *[other] { $count } seats were taken back.
    }
seats-awaited =
    { $count ->
        [one] One person waits in line for a seat.
       *[other] { $count } people wait in line for a seat.
    }
group-goes-on = The rest follows in the background.
not-in-group = { $person } is not in this group.
no-such-member = { $person } is not in this team.
role-changed = { $person } is now { $role }.
member-removed = { $person } is out of the team. For 30 days this undoes it: plats member return { $team } { $id }
member-returned = { $person } is back in the team.
member-returned-without = { $person } is back in the team, without a free seat of: { $products }
manager-changed = { $person } is now contract manager of { $number }.
