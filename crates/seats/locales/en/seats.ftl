# By product
users = Users
products = Products
by-product = By product
by-product-sub = The seats of this team, product by product.
product = Product
assigned = Assigned
free = Free
n-of-m = { $count ->
    [one] { $assigned } of { $capacity } seat assigned
   *[other] { $assigned } of { $capacity } seats assigned
}
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
suspended-text = There are fewer seats than people. Those who came last are suspended. They get their seats back, the longest waiting first, as soon as seats are added or taken back.
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
