# Navigation
nav-home = Home
nav-products = Products and services
nav-manage = Manage
nav-users = Users
nav-by-user = By user
nav-by-product = By product
nav-contracts = Contracts
nav-vendor = Vendor
nav-partner = Partner
nav-overview = Overview
nav-vendor-products = Products
nav-orders = Orders
nav-organizations = Organizations
nav-partners = Partners
nav-programs = Programs
nav-api-keys = API keys
nav-mails = Emails
nav-licensing = Licensing keys
nav-operators = Operators

# Home
good-morning = Good morning, { $name }
good-forenoon = Good morning, { $name }
good-afternoon = Good afternoon, { $name }
good-evening = Good evening, { $name }
good-night = Hello, { $name }
today = { $day }.
today-needs = { $count ->
    [0] { $day }. Nothing needs you; everything runs by itself.
    [1] { $day }. One thing needs you; the rest runs by itself.
    [2] { $day }. Two things need you; the rest runs by itself.
    [3] { $day }. Three things need you; the rest runs by itself.
    [4] { $day }. Four things need you; the rest runs by itself.
    [5] { $day }. Five things need you; the rest runs by itself.
   *[other] { $day }. { $count } things need you; the rest runs by itself.
}
needs-you = Needs you
your-programs = Your programs
all-products = All products and services
new-versions = New versions
all = All
your-devices = Your devices
manage = Manage
offline-until = offline until { $day }

# Needs you
need-landing = Choose the team for order { $order }
need-landing-text = { $organization }, contract { $contract }. Its seats appear in the team that you choose.
choose-team = Choose a team
need-takeover = { $who } wants to take over contract { $contract }
need-takeover-text = You can agree or object until { $until }.
answer = Answer
need-decisions = { $count ->
    [one] One application to take over a contract waits for a decision
   *[other] { $count } applications to take over a contract wait for a decision
  }
look-at-them = Look at them
need-invitation = An invitation did not arrive
open-person = Look at it
need-more-invitations = { $count ->
    [one] One more invitation did not arrive
   *[other] { $count } more invitations did not arrive
}
see-who = See who
need-expired = { $count ->
    [one] An invitation has expired
   *[other] { $count } invitations have expired
}
need-expired-many = More than { $count } invitations have expired
need-expired-text = { $names }, in the team { $team }.
two-names = { $one } and { $two }
names-and-more = { $one }, { $two } and { $count ->
    [one] one more
   *[other] { $count } more
}
need-mail = An email did not arrive
need-mail-text = “{ $subject }” to { $to }
see-mails = See the emails
need-mails = { $count ->
    [one] An email did not arrive
   *[other] { $count } emails did not arrive
}
need-mails-many = More than { $count } emails did not arrive
need-mails-text = In the last two weeks, to people of all organizations.

# Programs
security-update = Security update
suspended = No seat at the moment
suspended-text = The team { $team } has fewer seats than people. You get yours back when one is free; an admin can help.
no-release-yet = Nothing to download yet
no-release-text = The first version will appear here. Your seat is waiting.
on-no-device = Not on any device yet
update-security = Update: the new version closes a security hole
version-ready = { $version } is ready
ready = Ready
seat-of = seat of the team { $team }
seat-of-in = Seat of the team { $team }, { $organization }
download = Download
download-product = Download { $product }
download-build = Download { $product }, { $platform }, { $language }
update-to = Update to { $version }
other-versions = Other versions and languages
products-sub = { $count ->
    [0] What you may use appears here.
    [one] One product is tied to your sign-in.
   *[other] { $count } products are tied to your sign-in.
}
versions = Versions
versions-of = Versions of { $product }
older-versions = { $count ->
    [one] One older version
   *[other] { $count } older versions
}
no-files = This version has no files yet.
suits-you = For this computer
start-title = How to start
start-install = Download and install the file for your system.
start-program = Start { $product }. It needs the internet the first time.
start-privacy = Read and accept the privacy statement.
start-sign-in = Sign in with { $email }. The program finds your seat by itself.
start-policy = { $devices ->
    [one] On one device
   *[other] On up to { $devices } devices
}; without the internet for { $days ->
    [one] one day
   *[other] { $days } days
} at a time.
refused-suspended = { $product } cannot be downloaded at the moment: the team { $team } has fewer seats than people. Ask an admin of the team.

# Without programs
user-without = No products yet
user-without-text = An admin of your team gives them out. You get an email as soon as one is yours.
your-admins = Who can give you a product
write = Write
write-to = Write to { $email }
ask-subject = May I have a seat?
admin-without = No products of your own
admin-without-text = As an admin you need no seat. To work with a product of the team { $team } yourself, give yourself one.
assign-products = Assign products
partner-without = Welcome
partner-without-text = Place an order for a customer: it creates the organization, the contract and the first account.
place-order = Place an order
manager-without = No products of your own
manager-without-text = As contract manager you see your contracts and their renewal dates.
your-contracts = Your contracts
stranger = Nothing is tied to this account yet
stranger-text = Seats and invitations that are sent to { $email } appear here by themselves. If you expect something, check that your company used this address.
first-steps = First steps
step-product = Create a product
step-product-text = What you make: a name, versions, and files for each system.
step-offering = Create an offering
step-offering-text = What an order names: an article number, the product, how many devices.
step-partner = Add a partner
step-partner-text = Resellers place orders for their customers. Leave it out if you sell by yourself.
step-order = Place the first order
step-order-text = It creates the customer, the contract, the seats and the first account.
begin = Begin
done = Done

# Users
users = Users
nav-groups = Groups
nav-imports = Imports
nav-team-settings = Team settings
group = Group
groups = Groups
comes-along = Comes along
remove = Remove
correct-address = Correct the address
users-sub = { $count ->
    [one] One person in { $team }, { $organization }
   *[other] { $shown } people in { $team }, { $organization }
}
export = Export
export-these = As CSV, those that match
export-all = As CSV, everybody
invite = Invite users
search-people = Name, email or User ID
filter = Filter
status = Status
role = Role
product = Product
products = Products
standing-active = Active
standing-invited = Invited
standing-expired = Invitation expired
standing-mail-failed = Email failed
standing-removed = Recently removed
people-caption = People of the team, { $order }
name-and-email = Name and email
last-seen = Last seen
people-sorted = { $count ->
    [one] One person
   *[other] { $shown } people, { $order }
}
people-some = { $count ->
    [0] Nobody of { $total } people
    [one] One of { $total } people
   *[other] { $count } of { $total } people, { $order }
}
people-filtered = Those who match, of { $total } people, { $order }
order-name = sorted by last name
order-name-down = sorted by last name from the end
order-seen = those seen longest ago first
order-seen-down = those seen last first
order-since = those in the team longest first
order-since-down = the newest members first
sort-by = Sort by
sort-name = Last name
sort-seen = Last seen
sort-since = Newest members
nobody-matches = Nobody matches
nobody-matches-text = Search for the beginning of a name or of a part of the email address, or for a whole User ID.
undo = Undo
undo-removal = Undo the removal of { $person }
removed-caption = People who left the team in the last 30 days, sorted by last name
removed-sub = Those who left the team in the last 30 days, sorted by last name
removed-when = Removed
removed-by = { $at } by { $by }
nobody-removed = Nobody was removed
nobody-removed-text = Whoever leaves the team stands here for 30 days and can be brought back.
show-all = Show all
nobody = Nobody is here yet
nobody-text = Invite the people who are to work with your products. It costs no seat.
nobody-here = Nobody comes after this

# Panel
overview = Overview
emails = Emails
all-users = All users
change-role = Change role
seats = Seats
no-seats = No seat yet. Assign products to give one.
member-since = Member since
language = Language
user-id = User ID
invitation-failed = The invitation did not arrive
invitation-expired = The invitation has expired
not-been-in = Has not been in yet
invitation-sent = Sent on { $at }.
invitation-until = The link works until { $at }.
no-invitation = The account was created by an order. A link to choose a password came with the welcome email.
invite-anew = Send a new invitation
invite-now = Send an invitation
suspended-short = Suspended
has-seat = Has a seat
take-back = Take back
take-back-product = Take back: { $product }
no-mails = No email has been sent from this organization.
csv-first-name = First name
csv-last-name = Last name
csv-email = Email

# Vendor
overview-sub = { $vendor } at a glance
all-orders = All orders
all-mails = All emails
latest-orders = Latest orders
failed-mails = Emails that did not arrive
no-failed-mails = Every email has arrived.
organizations = Organizations
people = People
orders = Orders
of-seats = of { $count } seats assigned
no-orders = No orders yet.
no-orders-text = The first order creates the customer, the contract and the first account.
waits-for-landing = Waits for a team
search-mails = Beginning of an email address
mails-sub = Every email of this house and how it fared. A delayed one is tried again for three days.
no-such-mails = No such emails
next-try = Tried again on { $at }.
try-now = Try now
tried-again = The email is on its way again.
organization = Organization
customer-number = Customer number
customer-is = Customer number { $number }
teams = Teams
team = Team
contracts = Contracts
contract = Contract
contract-manager = Contract manager
partner = Partner
renewal-date = Renewal date
ended = Ended
organizations-sub = Customers come into being with their first order.
search-organizations = Name or customer number
no-organizations = No organizations yet
no-organizations-text = The first order of a customer creates one.
no-such-organization = No organization matches
n-of-m = { $n } of { $m }
no-teams = No teams
no-contracts = No contracts

# Several people at once
select-all = Select all on this page
select-person = Select { $person }
selected-people = Selected people
act-on-all = Do something with all of them
act-on-all-these = Do something with all that match
cancel = Cancel
picked = Selected people
picked-some = { $shown } people: { $names } and others
picked-more = More than { $shown } people: { $names } and others
nobody-picked = Nobody is selected
nobody-picked-text = Tick the boxes of people in the list first.
picked-undo = For a day all of it can be undone.
picked-pool = { $product } ({ $free } free)
picked-under-way = It is under way. The page shows how far it is.
picked-invited = { $count ->
    [one] One invitation is sent again
   *[other] { $count } invitations are sent again
}
pick-assign = Assign a product
pick-assign-text = Everybody gets a seat of the product and a mail. Nobody gets a second one.
pick-unassign = Take a product back
pick-unassign-text = The seats become free at once. What comes along with a group stays.
pick-join = Add to a group
pick-join-text = Everybody gets the products of the group.
pick-role-text = Secondary admins may do all that the primary admin may. Everybody whose role changes gets a mail.
pick-resend = Send invitations again
pick-resend-text = Those who have not been in get a new mail with a new link. The old link stops working.
pick-remove = Remove from the team
pick-remove-text = They lose their seats and see the team no more. The User ID stays theirs.
refused-nobody = Nobody of those who were selected is in the team.
refused-nobody-waits = All of them have been in: nobody waits for an invitation.
refused-too-many = That is more than { $most } people. Choose fewer by a filter, and the rest after them.

# Search
search = Search
search-everything = People, products, contracts
search-hint = A part of a name, the beginning of an email address, or a number.
find-own = Your own
find-pools = Seats
find-seats = { $assigned } of { $capacity } seats assigned
nothing-found = Nothing found for “{ $words }”
nothing-found-text = Try a part of the name, the beginning of the email address, or a number.
