# By product
users = Users
products = Products
by-product = By product
product = Product
assigned = Assigned
free = Free
n-suspended = { $count ->
    [one] { $shown } person has no seat
   *[other] { $shown } people have no seat
}
no-products = This team has no products yet
no-products-text = Products come with an order. As soon as one lands in this team, its seats are here.

# A product
pool-sub = { $offering }, in the team { $team }
assign-seats = Assign seats
of-seats-assigned = { $count ->
    [one] of { $capacity } seat assigned
   *[other] of { $capacity } seats assigned
}
n-free = { $count ->
    [0] no seat free
    [one] { $shown } seat free
   *[other] { $shown } seats free
}
suspended = Suspended
suspended-title = { $count ->
    [one] { $shown } person has no seat at the moment
   *[other] { $shown } people have no seat at the moment
}
suspended-text = There are fewer seats than people. Who is pinned keeps the seat, then those who have had it longest. The others get theirs back in the same order, as soon as seats are added or taken back.
full-title = Every seat is assigned
full-text = To make room for somebody else, take a seat back, or order more seats.
who-has-a-seat = Who has a seat
holders-caption = Who has a seat of { $product }, sorted by last name
name-email = Name and email
state = State
since = Since
last-seen = Last seen
act = Act
has-a-seat = Has a seat
suspended-since = Suspended since { $day }
take-back = Take back
take-back-of = Take back the seat of { $person }
take-back-product = Take back { $product }
select-all = Select every person on this page
select-person = Select { $person }
selected-seats = Selected seats
search-people = Name, email or User ID
nobody-title = Nobody has a seat yet
nobody-text = { $count ->
    [0] There are no seats at the moment.
    [one] { $shown } seat is free.
   *[other] { $shown } seats are free.
}
nobody-found = Nobody found
nobody-found-text = Try a part of the name or of the address.

# Keeping
contracts-file = Which person is on which contract (CSV)
contracts = Contracts
when-seats-go = When seats go
pinned = Pinned
pin = Pin
pin-whom = Pin the seat of { $person }
unpin = Unpin
unpin-whom = Unpin the seat of { $person }
toast-pinned = Pinned: this person keeps the seat before all who are not.
toast-unpinned = No longer pinned.

# Assigning
assign-title = Assign { $product }
assign-sub = { $count ->
    [0] No seat free in the team { $team }
    [one] { $shown } seat free in the team { $team }
   *[other] { $shown } seats free in the team { $team }
}
assign-mails = Each person you tick on this page gets an email, at once and in their own language.
candidates-caption = Members of the team without a seat of { $product }, sorted by last name
everybody-has-one = Everybody in the team has a seat
everybody-text = To give a seat to somebody else, invite them to the team first.
see-people = See the people
see-who-has-one = See who has a seat
products-of = Products of { $person }
select-all-products = Select every product
select-product = Select { $product }
no-seat-free = No seat free
tick-products = Tick the products to assign
products-mail = One email tells the person, at once and in their own language.
assign-products = Assign products

# Groups
by-user = By user
groups = Groups
groups-sub = People who get the same products. Whoever comes into a group gets them, whoever leaves it gives them back.
no-groups = No groups yet
no-groups-text = Make a group, say which products come with it, and take people in. They get the products at once.
new-group = New group
group-name = Name of the group
create-group = Create group
n-people = { $count ->
    [one] One person
   *[other] { $shown } people
}
group-brings-nothing = No products yet
group-sub = { $count ->
    [0] Nobody is in this group of the team { $team } yet
    [one] One person of the team { $team }
   *[other] { $shown } people of the team { $team }
}
group-products = Products that come with the group
group-brings-nothing-text = No product comes with this group yet.
bring = Add the product
bring-hint = Everybody in the group gets a seat. If there are too few, the first in the group get them and the others wait in line.
bring-no-longer = Withdraw
bring-no-longer-what = Withdraw { $product }
bring-no-longer-title = Withdraw { $product } from { $group }
group-people = People in the group
group-people-caption = People in the group { $group }, sorted by last name
group-is-empty = Nobody is in this group yet
group-is-empty-text = Take people in by their addresses, below.
out-of-group = Out of the group
out-of-group-whom = Take { $person } out of the group
selected-people = Selected people
group-add = Take people in
group-addresses = Email addresses
group-addresses-hint = Of members of the team. Parted by commas, spaces or lines; as they are copied from elsewhere.
into-group = Take into the group
rename-group = Rename the group
dissolve = Dissolve the group
dissolve-title = Dissolve { $group }
people-stay = The people stay in the team. They keep what comes to them by another way.
n-lose-it = { $count ->
    [0] Nobody loses it.
    [one] One person loses it.
   *[other] { $shown } people lose it.
}
cancel = Cancel
way = How
way-direct = given to the person
way-group = with the group { $group }
way-default = with the team
waits-since = In line since { $day }
excepted = Exception
make-exception = Make an exception
make-exception-for = Make an exception for { $product }
lift-exception = Lift the exception
lift-exception-for = Lift the exception for { $product }
default = For everybody in the team
default-on = Everybody in the team gets a seat, those who come later too, except where an exception is made for a person. If there are too few, those who came first have them and the others wait in line.
default-off = A seat is given to the persons that you choose, and to the people of groups that the product comes with.
set-default = Give it to everybody
end-default = No longer give it to everybody
toast-default-set = Everybody in the team gets this product now.
toast-default-ended = This product no longer comes with the team.
toast-excepted = The exception is made.
toast-lifted = The exception is lifted.
remove = Remove from the team
remove-title = Remove { $person } from the team
remove-text = { $person } leaves this team and its groups, and hears of it by email. The User ID lives on, in other teams too.
remove-frees = { $count ->
    [one] One seat becomes free:
   *[other] These seats become free:
}
remove-undo = You can undo this for 30 days.
is-primary = { $person } is the primary admin
is-primary-text = A team always has one. Hand the role over to somebody else first: open that person, change the role.
toast-left = { $person } is no longer in the team.
toast-back = Welcome back: role, groups and products are as before.
toast-back-without = Welcome back. No seat is free for { $products }.
left = Recently removed
left-sub = Who left the team in the last 30 days, and can be brought back with role, groups and, as far as seats are free, products.
left-caption = People who left the team in the last 30 days, sorted by last name
left-when = Left
left-by = { $at }, by { $by }
role-before = Role before
nobody-left = Nobody has left
nobody-left-text = Whoever is removed from the team can be brought back from here for 30 days.
bring-back = Bring back
bring-back-whom = Bring { $person } back
correct = Send to this address
correct-title = Correct the invitation
correct-sub = The invitation went to { $email }. The right person gets it, with all that was prepared; the old link stops working.
right-address = The right email address
first-name = First name
last-name = Last name
toast-corrected = The invitation is on its way to { $email }.
toast-group-created = The group { $group } is there.
toast-group-renamed = The group is called { $group } now.
toast-dissolved = The group { $group } is dissolved.
toast-into-group = { $count ->
    [0] They were all in the group already.
    [one] One person came into the group.
   *[other] { $count } people came into the group.
}
toast-out-of-group = { $count ->
    [one] One person left the group.
   *[other] { $count } people left the group.
}
toast-brings = The product comes with the group now.
toast-brings-no-longer = The product no longer comes with the group.
seats-given = { $count ->
    [one] One seat was given.
   *[other] { $count } seats were given.
}
seats-awaited = { $count ->
    [one] One person waits for a seat.
   *[other] { $count } people wait for a seat.
}
seats-taken = { $count ->
    [one] One seat was taken back.
   *[other] { $count } seats were taken back.
}
seats-go-on = The rest follows in the background.

# Said once
undo = Undo
toast-assigned = { $count ->
    [one] One more person has a seat. The email is on its way.
   *[other] { $count } more people have a seat. The emails are on their way.
}
toast-products = { $count ->
    [one] One product assigned. The email is on its way.
   *[other] { $count } products assigned. The email is on its way.
}
toast-taken-back = { $person } no longer has { $product }.
toast-taken-back-many = { $count } people no longer have { $product }.
toast-restored = { $count ->
    [one] The seat is back where it was.
   *[other] { $count } seats are back where they were.
}

# Refusals
refusal-no-free-seat = { $product } has no free seat. Take one back, or order more.
refusal-seats-missing = { $free ->
    [0] { $wanted } seats of { $product } are needed and none is free, so nobody got one. Choose fewer people, take seats back, or order more.
    [one] { $wanted } seats of { $product } are needed and { $free } is free: { $missing } missing, so nobody got one. Choose fewer people, take seats back, or order more.
   *[other] { $wanted } seats of { $product } are needed and { $free } are free: { $missing } missing, so nobody got one. Choose fewer people, take seats back, or order more.
}
refusal-already-assigned = { $person } already has a seat of { $product }.
refusal-not-a-member = This person is not in the team. Invite them first.
refusal-not-assigned = This person has no seat here any more.
refusal-nobody-chosen = Tick at least one person.
refusal-nothing-chosen = Tick at least one product.
refusal-comes-along = { $count ->
    [one] { $person } has { $product } by the group { $groups }. Take the person out of the group, or make an exception for this product on the page of the person's products.
   *[other] { $person } has { $product } by the groups { $groups }. Take the person out of them, or make an exception for this product on the page of the person's products.
}
refusal-comes-by-default = { $person } has { $product } because everybody in the team gets it. Make an exception on the page of the person's products, or end the default.
refusal-strangers = { $more ->
    [0] Not in the team: { $addresses }. Invite them first, or mend the addresses.
   *[other] Not in the team: { $addresses } and { $more } more. Invite them first, or mend the addresses.
}
refusal-group-name-taken = The team has a group by this name already.
refusal-too-many-groups = A team has at most { $most } groups.

# The mail
mail-title = You can use { $products } now
two-products = { $one } and { $two }
more-products = { $count ->
    [one] one product
   *[other] { $count } products
}
mail-preheader = Download, start, sign in: that is all.
mail-given = Hello { $name }, { $organization } has given you { $products }, in the team { $team }.
mail-list = What you can use
mail-link = Open your products
mail-start = Download from there, start the program and sign in with this address.
mail-footer = Sent because an administrator of { $organization } assigned this to you.

# Imports
imports = Imports
imports-sub = Many people at once, out of a file or a list. You see what would happen before anything does, and can undo it for a day.
imports-caption = Imports of this team, newest first
new-import = New import
no-imports = Nothing was imported yet
no-imports-text = Invite a whole department, give out a product or change roles with one file. You see first what would happen to each person.
import-what = Import
import-from = { $act }, from { $source }
import-when = { $at } by { $by }
import-state = State
act-invite = Invite people
act-assign = Assign a product
act-unassign = Take back a product
act-replace = Replace who has a product
act-join = Add to a group
act-part = Take out of a group
act-role = Change roles
act-remove = Remove from the team
act-invite-text = Into the team, with a role, groups and products if you like. Who is there already gets what is missing.
act-assign-text = Members get a seat each, as far as seats are free.
act-unassign-text = Members give their seat back.
act-replace-text = Exactly these people have the product afterwards. Everybody else gives the seat back.
act-join-text = Members get what the group brings, or wait in line for it.
act-part-text = Members lose what only the group brings them.
act-role-text = Members become secondary admins or users.
act-remove-text = Members leave the team and give their seats back. The User ID lives on.
which-act = What shall happen?
import-products = Products
import-products-hint = Each person gets a seat of them. A column Products in the file adds to that.
import-groups = Groups
import-role = Role
as-file-says = As the file says
pool-free = { $product }, { $free } free
mail-language-new = Language of the mails to new people
import-file = Choose a CSV file
import-file-drop = or drop it here
import-file-hint = Up to { $rows } rows. First name, last name and email, in any order, with or without headings.
import-pasted = Or paste people
import-pasted-hint = One person a line, or addresses in a row: Noora, Aalto, noora@bygg.example
import-template = Download a template
see-preview = See what would happen
import-progress-looking = Looking at the rows
import-progress-ready = Not begun
import-progress-running = Under way
import-progress-done = Done
import-progress-undoing = Being undone
import-progress-undone = Undone
import-reading-title = { $done } of { $all } rows looked at
import-running-title = { $done } of { $all } rows done
import-undoing-title = { $done } of { $all } rows undone
import-goes-on = It goes on by itself. You may leave this page.
import-look-again = Show how far it is
import-nothing-yet = Nothing has happened yet
import-nothing-yet-text = Look at the rows below. Then carry it out, or discard it.
import-carry-out = { $count ->
    [one] Carry out { $shown } change
   *[other] Carry out { $shown } changes
}
import-nothing-to-do = There is nothing to do
import-nothing-to-do-text = What the rows ask for is so already, or cannot be done.
import-discard = Discard
import-stop = Stop
import-undo = Undo everything
import-undo-until = Until { $until } all of it can be undone.
import-seats-needed = { $count ->
    [one] { $product }: { $shown } seat is needed, { $free } free
   *[other] { $product }: { $shown } seats are needed, { $free } free
}
import-seats-freed = { $count ->
    [one] { $product }: { $shown } seat becomes free
   *[other] { $product }: { $shown } seats become free
}
import-mend-file = Download the rows to mend
import-mend-text = { $count ->
    [one] { $shown } row was not taken. Mend it in the file and upload it again; what is done stays done.
   *[other] { $shown } rows were not taken. Mend them in the file and upload it again; what is done stays done.
}
shown-all = All
shown-changes = Changes
shown-nothing = Nothing to do
shown-problems = Problems
shown-left = Not carried out
import-rows-caption = Rows of the import
import-row-number = Row
import-person = Person
import-result = What happens
import-not-in-file = Not in the file
doing-invite = Is invited
doing-role = Becomes { $role }
doing-join = Into { $group }
doing-part = Out of { $group }
doing-give = Gets { $product }
doing-take-back = Gives back { $product }
doing-remove = Leaves the team
row-read = Not looked at yet
row-nothing = Is so already
row-done = Done: { $what }
row-undone = Undone
row-left = Not carried out: { $what }
row-meant = Did you mean { $suggestion }?
import-gone-group = a group that is gone
import-gone-product = a product that is gone
no-rows-shown = No rows here
no-rows-shown-text = Look at the other tabs.
toast-import-begun = The import has begun.
toast-import-discarded = Discarded. Nothing has happened.
toast-import-stopped = Stopped. What was done can be undone.
toast-import-undoing = It is being undone.
several-by-file = Several, from a file or a list
refusal-nobody-named = Choose a file, or paste at least one address.
refusal-still-reading = The rows are still being looked at. Wait a moment.
refusal-not-ready = The import is not where this can be done to it. Load the page again to see how it stands.
refusal-mend-first = { $count ->
    [one] { $count } row cannot be read, so it is not known who shall keep the product. Mend the row and upload the file again.
   *[other] { $count } rows cannot be read, so it is not known who shall keep the product. Mend the rows and upload the file again.
}
refusal-nothing-to-do = There is nothing to carry out: what the rows ask for is so already, or cannot be done.
refusal-not-done = Only what was carried out can be undone.
refusal-ended-too-long-ago = This was carried out more than a day ago and can no longer be undone at once. Upload a file that says the opposite.
refusal-too-many-holders = More than { $most } people would lose the product. Take it back in parts.
refusal-unknown-role = This role is not known. Write User or Secondary admin.
refusal-role-is-handed-over = There is one primary admin. The role is handed over on the person’s own page.
refusal-unknown-group = There is no group { $name } in this team.
refusal-unknown-product = This team has no product { $name }.
refusal-several-pools = There are several offerings of { $name }. Write the name of the offering.
refusal-oneself = This is you. You would lose the right to carry out the rest.
refusal-primary-admin = This is the primary admin. Hand the role over first.
refusal-nothing-said = The row does not say what to change.
file-empty = The file is empty.
file-no-rows = There are headings and nobody below them.
file-too-large = The file is larger than { $most }. Split it.
file-workbook = This is a workbook or an archive. Save the sheet as CSV and upload that.
file-binary = This is not a table of text. Save the list as CSV and upload that.
file-broken-text = Some letters are damaged. Save the file as CSV in UTF-8 and upload it again.
file-too-many-rows = There are more than { $most } rows. Split the file.
file-too-many-columns = Row { $row } has more than { $most } columns. Is it the right file?
file-cell-too-long = Row { $row }, column { $column } has more than { $most } letters. Is a quote missing?
file-unclosed-quote = The quote that begins in row { $row } has no end.
file-no-address-column = No column holds email addresses.
file-heading-twice = The columns { $first } and { $second } have the same heading.
file-unread = The file did not arrive whole. Upload it again.
fault-duplicate = The same address is in row { $first } already.
fault-email-several = There are several addresses. Write one a row.
fault-formula = A name cannot begin like a formula.
fault-address-in-name = There is an address where the name should be.
fault-user-id-form = This is not a User ID.
