# Words
order = Order
orders = Orders
order-number = Order number
contract = Contract
contracts = Contracts
customer = Customer
customer-number = Customer number
contract-manager = Contract manager
ordered-by = Ordered by
partner = Partner
no-partner = None, the order is direct
term = Term
team = Team
product = Product
products = Products
seats = Seats
start = Start
end = End
state = State
renewal-date = Renewal date
days-left = Days left
placed = Placed
landing = Lands in
language = Language
time-zone = Time zone

state-waiting = Starts later
state-running = Active
state-ended = Ended
n-days-left = { $count ->
    [0] last day today
    [one] 1 day left
   *[other] { $shown } days left
  }
team-to-choose = Team not chosen yet

# Orders
orders-text = Newest first.
orders-search = Number, customer or contract manager
new-order = New order
no-orders = No order yet
no-orders-text = An order makes the customer, the team, the contract and the User ID of its contract manager.
no-orders-found = No order like that
no-orders-found-text = Search for a part of a number, a name or an address.
placed-by = by { $who }
order-title = Order { $number }
welcome-mail = Welcome email
welcome-sent = Sent { $when }
welcome-waits = Leaves { $when }
landing-new = A new team: { $team }
landing-team = { $team }
landing-choose = { $name } chooses between several teams

# A new order
new-order-text = First you see what will happen. Nothing is written before you place it.
order-details = The order
contract-number = Contract number
contract-number-hint = Made up when left empty.
customer-number-hint = The same number is the same customer.
customer-name = Name of the company
first-name = First name
last-name = Last name
email = Email
time-zone-hint = For example Europe/Stockholm. The days of the contract begin at midnight there.
manager-text = Gets the emails of the contract, and is the primary admin of the first team.
order-lines = What is ordered
line-title = Line { $number }
offering = Offering
offering-choose = Choose an offering
quantity = Number of seats
start-hint = Left empty: today.
term-months = Term in months
end-hint = The last day. Instead of the term.
another-line = Another line
preview = See what will happen
change = Change
place = Place the order
order-placed = Order { $number } is placed.
order-repeated = Order { $number } was placed before, with the same content. Nothing has changed.

plan-title = This will happen
plan-text = Nothing has been written yet.
plan-repeated = This order was placed before
plan-repeated-text = With the same content. Placing it again changes nothing.
plan-organization-new = { $name } becomes a customer
plan-organization-known = { $name } is a customer already
plan-person-new = { $name } gets a User ID, and is contract manager
plan-person-known = { $name } has a User ID already, and is contract manager
plan-landing-new = A new team is made, and { $name } is its primary admin
plan-landing-team = It lands in the team { $team }, and its admins are told
plan-landing-choose = { $name } is asked to choose the team: { $teams }
plan-welcome-now = The order confirmation and the welcome leave at once
plan-welcome-later = The order confirmation leaves at once, the welcome { $when }
plan-starts-now = at once
place-what = Order { $number } for { $customer }
place-when = Seats, contract and emails in one go.

# Contracts
contracts-text = Those whose contract manager you are.
no-contracts = No contract
no-contracts-text = Contracts whose manager you are stand here, with their renewal dates.
contract-title = Contract { $number }
since = since { $date }
from-to = { $from } to { $until }
ended-on = ended on { $date }
starts-on = starts on { $date }
renews-in = { $days }, renewal date { $date }
subscriptions = Subscriptions
where-it-stands = Where the contract stands
ordered = Ordered
active = Active
renewal = Renewal
together = Together
who-is-responsible = Who is responsible
manager-does = Contract manager. Gets the emails of this contract.
partner-does = Ordered for you. { $desk }
choose-team = Choose the team
landing-waits = { $count ->
    [one] One order waits for a team
   *[other] { $count } orders wait for a team
  }
landing-waits-text = You administer several teams. The seats come when you have chosen.
landing-title = Where shall it land?
landing-text = You administer several teams of { $customer }. Nothing is lost while you think: the contract runs, the seats come into the team that you choose.
landing-order = Order { $number }
landing-nothing = Everything has landed
landing-nothing-text = No order of this contract waits for a team.
landing-choose-here = Choose this team
landing-new-team = A new team
landing-new-team-hint = With you as its primary admin.
landed = Order { $number } has landed in { $team }.
print = Print
see-contract = See the contract

# Products of a team
by-product = By product
by-product-sub = The seats of this team, product by product.
n-of-m = { $count ->
    [one] { $assigned } of { $capacity } seat assigned
   *[other] { $assigned } of { $capacity } seats assigned
  }
n-free = { $count ->
    [0] no seat free
    [one] { $shown } seat free
   *[other] { $shown } seats free
  }
n-suspended = { $count ->
    [one] { $shown } person has no seat
   *[other] { $shown } people have no seat
  }
n-end-soon = { $count ->
    [one] { $shown } seat ends on { $date }
   *[other] { $shown } seats end on { $date }
  }
n-end-soon-first = { $shown } seats end, the first on { $date }
no-products = This team has no products yet
no-products-text = Products come with an order. As soon as one lands in this team, its seats are here.
assign-seats = Assign seats
assign-title = Assign { $product }

# When seats go
when-seats-go = When seats go
outlook-sub = { $product } in the team { $team }: who loses the seat when subscriptions end, as it stands today.
by-date = Date by date
nothing-ends = No seats come or go
nothing-ends-text = No subscription of this product starts or ends. As soon as one does, you see here who is affected.
turn = From { $date }: { $count ->
    [one] { $after } seat instead of { $before }
   *[other] { $after } seats instead of { $before }
  }
turn-contracts = By contract { $numbers }
nobody-loses = Nobody loses the seat
n-lose = { $count ->
    [one] One person loses the seat
   *[other] { $shown } people lose the seat
  }
n-regain = { $count ->
    [one] One person who waits gets a seat
   *[other] { $shown } people who wait get a seat
  }
who-loses = Who loses the seat, in this order
who-loses-text = Those who came last lose it first. Whoever you pin keeps it before all who are not pinned. Nobody's assignment disappears: they wait, and get the seat back in the same order.
losers-caption = Who loses the seat of { $product }, the first to lose it first
losers-more = More people than are listed here.
name-email = Name and email
turn-number = Place
loses-on = Loses it on
assigned-since = Assigned since
act = Act
who-is-pinned = Who is pinned
who-is-pinned-text = They keep the seat, the first pinned first.
nobody-pinned = Nobody is pinned. Those who have had the seat longest keep it.

# Which person is on which contract
charges-of = Contracts of { $person }
charges-sub = The contract and the subscription that each product counts to. This changes nothing for the person.
nothing-charged = No product in this team
nothing-charged-text = As soon as the person has a seat, you see here which contract it counts to.
charged-chosen = Counts to contract { $number }, line { $line }: chosen by an administrator.
charged-by-rule = Counts to contract { $number }, line { $line }: by rule, the oldest subscription that has room.
charged-to-none = Counts to no contract: there is no seat for it at the moment.
counts-to = Counts to
by-rule = By rule
by-choice = Chosen
how-counted = How
counted = Contract { $number }, line { $line } ({ $bound } of { $quantity } seats chosen)
choose = Choose
line = Line
toast-bound = The seat counts as you chose.
refused-no-seat-to-bind = This person has no seat of the product.
refused-subscription-full = As many people are bound to contract { $number } as the subscription has seats. Choose another, or take somebody out first.

refused-order-number-used = The number { $number } stands for another order. Take another number, or send the same content.
refused-landing-chosen = The order has landed in { $team } already.
refused-partner-not-named = You work for several partners. Say for which one this order is.
refused-subscription-ended = This subscription has ended: it has no seats any more.
refused-not-landed = The order waits for the choice of a team. Choose the team first.
refused-same-team = The subscription is in { $team } already.
refused-not-holders = Not in the team, or without a seat here: { $people }.
refused-nobody-named = Say who comes along.
refused-seats-in-use = { $count ->
    [one] One person of those who stay works on a seat of { $product } that would go. Let that person come along.
   *[other] { $count } people of those who stay work on seats of { $product } that would go. Let more people come along.
  }
refused-no-room = { $count ->
    [one] { $team } would have one person more on { $product } than seats. Choose fewer people, or move more seats.
   *[other] { $team } would have { $count } people more on { $product } than seats. Choose fewer people, or move more seats.
  }
refused-plan-changed = Something has changed in the meantime, and something else would happen than was shown. Look at it again.
refused-team-in-use = { $subscriptions ->
    [0] The team has { $seats ->
        [one] one seat
       *[other] { $seats } seats
      }.
    [one] The team has a subscription that has not ended. Move it to another team first.
   *[other] The team has { $subscriptions } subscriptions that have not ended. Move them to another team first.
  }

# Teams that change
users = Users
undo = Undo
team-settings = Team settings
team-settings-sub = { $team } of { $organization }
team-name = Name of the team
rename-team = Save the name
team-renamed = The team is called { $name } now.
team-subscriptions = Subscriptions of the team
team-subscriptions-none = The team has no subscription
team-subscriptions-none-text = What is ordered for the team stands here.
n-seats-of = { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  }, until { $until }
move = Move
move-label = Move { $product } to another team
archive = Archive the team
archive-text = An archived team takes no people, seats and orders, and menus leave it out. People stay in it, and you can bring it back at any time.
archived-title = { $team } is archived
archived-text = It takes no people, seats and orders until it is brought back.
archived-done = { $team } is archived.
bring-back = Bring the team back
brought-back = { $team } is back.
archived-teams = Archived teams
move-title = Move { $product } to another team
move-text = { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } in { $team }, until { $until }.
move-no-team = There is no other team
move-no-team-text = You can move the subscription to a team of { $organization } that you administer.
move-to = To the team
move-seats = How many of the seats
move-seats-hint = With fewer than all, the subscription becomes two, with the same days.
move-whose = Who comes along
move-needed = As many as have to
move-needed-hint = Everybody who works goes on working: those who got their seats last come along, as soon as the seats that stay are not enough.
move-nobody = Nobody
move-nobody-hint = Empty seats go. It works when enough are free.
move-chosen = These people
move-people = Email addresses
move-people-hint = Of people who have the product in this team. One a line, or with commas.
move-preview = See what will happen
move-plan-title = { $product }: from { $from } to { $to }
move-plan-text = Nothing has happened yet.
move-now = Move
move-what = { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } of { $product } to { $team }
move-when = People and seats at once; nobody is interrupted.
plan-will-not-fit = This does not fit
plan-levels = Seats before and after
plan-before = Before
plan-after = After
plan-used-of = { $used } of { $all } used
plan-people = Who comes along
plan-nobody = Nobody comes along; empty seats go.
plan-not-started = The subscription has not started. Its seats come into { $team } on its first day.
plan-more-people = { $count ->
    [one] and one more person
   *[other] and { $shown } more people
  }
plan-person = Person
plan-ends = Where they end
plan-ends-there = In { $team } with the seat
plan-ends-both = In both teams, with the seat in { $team }
plan-ends-line = In { $team }, waiting for a seat
plan-double = Has a seat in { $team } already: one becomes free
plan-new-line = A subscription of { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } with the same days is made for { $team }; { $rest } stay.
plan-rise = { $count ->
    [one] One person who waits in { $team } gets a seat
   *[other] { $shown } people who wait in { $team } get a seat
  }
plan-mails = Who comes along gets an email; the admins of both teams and the contract manager are told.
moved-done = { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } of { $product } moved to { $team }.

# Who manages a contract
manager-of = Of contract { $number }, { $customer }.
manager-change = Change
manager-how = How to change it
manager-how-self = The contract manager hands the role on with Hand over, to any member of a team of the company. Both get an email, and the partner is told.
manager-how-apply = Has the contract manager left? The primary admin of a team with seats of the contract applies here, with a reason and a document. The contract manager is asked by email and has { $days ->
    [one] 1 day
   *[other] { $days } days
  } to agree or object. An objection ends the application.
manager-how-roles = The contract manager and the primary admin of a team are two roles: changing one leaves the other as it is. The roles in a team are changed in its list of users, with Change role.
takeover-then-staff = After agreement or silence, people at the partner or the vendor decide.
takeover-then-itself = After agreement or silence, the role goes over by itself.
contracts-behind = Contracts behind your teams
contracts-behind-text = Somebody else manages these; your teams work with seats of them.
managed-by = Managed by { $who }

# Hand over
hand-over = Hand over
hand-over-text = Contract { $number } gets another contract manager. You lose the role with it.
hand-over-admins = To whom
hand-over-address = Or to somebody else, by email address
hand-over-address-hint = A member of a team of { $customer }. Invite the person first if need be.
hand-over-what = The new contract manager gets the emails of the contract from now on. Roles in teams stay as they are.
handed-over = { $who } is contract manager now.
cancel = Cancel

# Apply to take over
apply = Apply to take over
apply-text = You apply to become manager of contract { $number }. { $manager } is asked, and has { $days ->
    [one] 1 day
   *[other] { $days } days
  } to agree or object.
apply-reason-hint = Why the contract needs another manager. The contract manager and those who decide read it.
apply-document = A document that shows it: a letter of the management, or the note that somebody has left.
choose-document = Choose a document
document-most = PDF, PNG, JPEG or text, { $most } at most
send-application = Send the application
applied = The application is sent. { $who } is asked.

# Applications
takeovers = Applications to take over
takeovers-text = Whoever wants to become manager of a contract. The oldest first.
no-takeovers = No application is open
no-takeovers-text = When a primary admin applies to take over a contract, it stands here.
takeover-title = Take over contract { $number }
takeover-open = { $who } has applied to take over contract { $number }
takeover-open-text = The contract manager can answer until { $until }.
takeover-see = See the application
takeover-steps = How far it is
applicant = Applicant
manager-asked = Contract manager who is asked
takeover-reason = Reason
takeover-document = Document
takeover-answer-note = The contract manager's words
takeover-note = Words with the decision
takeover-waiting = Waits for the contract manager, until { $until }
takeover-agreed = The contract manager agreed; waits for a decision
takeover-silent = No answer in time; waits for a decision
takeover-granted = Granted
takeover-refused = Refused
takeover-objected = The contract manager objected
takeover-withdrawn = Withdrawn
takeover-lapsed = Lapsed
takeover-over = Ended
step-applied = Applied
step-answer = Answer
step-until = until { $until }
step-agreed = Agreed
step-objected = Objected
step-silent = No answer
step-no-answer = Not answered
step-decision = Decision
withdraw = Withdraw
takeover-withdrawn-said = The application is withdrawn.

answer = Answer
answer-title = Shall { $who } take over contract { $number }?
answer-text = If you agree, you hand the role over. If you object, the application ends at once.
answer-note = A word about it
answer-note-hint = May be left empty. The applicant reads it.
agree = Agree
agree-hint = To agree you may be asked for your password once more.
object = Object
answered = Your answer is noted.

decide = Decide
decide-title = Who is to manage contract { $number }?
decide-text = Look at the reason and the document. When you grant it, the applicant is contract manager at once.
decide-note-hint = May be left empty. Both sides read it.
grant = Grant
refuse = Refuse
decided = The decision is noted, and both sides are told.

refused-already-manager = You manage this contract already.
refused-not-primary-admin = Only the primary admin of a team with seats of this contract can apply.
refused-takeover-open = { $by } has applied already. There is one application at a time.
refused-takeover-objected = The contract manager has objected. The application has ended.
refused-takeover-granted = The application was granted already.
refused-takeover-refused = The application was refused already.
refused-takeover-withdrawn = The application was withdrawn.
refused-takeover-lapsed = The application has lapsed: the contract has another manager by now, or the applicant is not primary admin any more.
refused-takeover-answered = The application was answered already. Those who decide have it now.
refused-answer-too-late = The time for an answer is over. Those who decide have the application now.
refused-still-waiting = The contract manager still has time to answer.
refused-applicant-left = { $name } is not primary admin of a team with seats of this contract any more.
refused-not-of-organization = Nobody with this address or User ID is a member of a team of the company. Invite the person first.
refused-document-missing = Choose a document.
refused-document-too-large = The document is larger than { $most }.
refused-document-unknown = This is neither PDF, PNG, JPEG nor text in UTF-8.
refused-document-broken = The form did not arrive whole. Send it once more.

# Mails
mail-who-ordered = { $by } has ordered for { $customer }, and you are its contract manager.
mail-line = { $product }, { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  }
mail-line-in = { $product }, { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } in { $team }
mail-line-days = { $line }, { $from } to { $until }
mail-term = { $from } to { $until }
mail-lines = What is ordered
mail-contract-until = Contract { $number }, until { $until }.
mail-see-contract = See the contract
mail-confirmation-title = Your order { $number } is confirmed
mail-confirmation-now = A second email has come with this one: the welcome, with your way in.
mail-confirmation-later = A second email, the welcome with your way in, comes { $when }.
mail-welcome-subject = Welcome to { $vendor }: choose your password
mail-welcome-title = Welcome, { $name }. Choose your password
mail-welcome-text = Everything is in place; only your password is missing.
mail-welcome-before = You have had an account with this address before? It stays yours, and the contract is in it already.
mail-welcome-known-subject = { $vendor }: your contract for { $customer } is in place
mail-welcome-known-title = Welcome, { $name }. Everything is in place
mail-welcome-known-text = The contract is in the account that you have; sign in as you are used to.
mail-choose-password = Choose a password
mail-to-account = To your account
mail-link-note = The link works once, until { $until }. If it is too old, it offers you a new one.
mail-what-you-have = What you have
mail-what-next = What comes next
mail-step-password = Choose a password.
mail-step-sign-in = Sign in.
mail-step-invite = Invite people, one by one.
mail-step-seats = Give them seats. They get an email with the download.
mail-choose-title = Choose the team for order { $number }
mail-choose-text = { $name }, you administer several teams of { $customer }. Say in which one the seats are to be; until then they wait.
mail-choose-link = Choose the team
mail-landed-title = New seats in { $team }
mail-landed-text = { $name }, order { $number } for { $customer } has landed in your team. The contract manager is { $manager }.
mail-see-products = See the products of the team
mail-landed-footer = Sent to { $email } because you administer { $team }.
mail-end-title = Seats in { $team } end on { $date }
mail-end-text = { $name }, after { $date } the team { $team } has fewer seats than people who use them. This is who will be without the product, as it stands today.
mail-end-pool = { $product }: { $after } seats instead of { $before }, { $count ->
    [one] one person loses it
   *[other] { $lose } people lose it
  }
mail-end-more = { $count ->
    [one] and one more
   *[other] and { $shown } more
  }
mail-end-order = Those who came last lose the seat first. An administrator of the team can pin the people who are to keep theirs. Nobody's assignment disappears: as soon as there are seats again, they get them back.
mail-end-contracts = The subscriptions are of contract { $numbers }. Where another subscription follows without a gap, nobody loses anything.
mail-end-link = See who loses the seat, and change the order
mail-end-footer = Sent to { $email } because you administer { $team }, or manage the contract.
mail-moved-title = { $product }: seats moved to { $to }
mail-moved-text = { $name }, { $by } has moved { $count ->
    [one] 1 seat
   *[other] { $shown } seats
  } of { $product } from { $from } to { $to }. Contract { $number }.
mail-moved-people = { $count ->
    [0] Nobody had to move with them.
    [one] One person went along. Nobody was without a seat.
   *[other] { $shown } people went along. Nobody was without a seat.
  }
mail-moved-footer = Sent to { $email } because you administer one of the teams, or manage the contract.
mail-footer = Sent to { $email } because { $by } named you contract manager.
mail-not-you = Not you?
mail-tell-us = Tell us
mail-asked-subject = { $who } wants to take over contract { $number }
mail-asked-text = Hello { $name }. { $who }, { $email }, has applied to become contract manager of contract { $number } for { $customer } in your place.
mail-asked-until = You can agree or object until { $until }. An objection ends the application at once.
mail-asked-link = Agree or object
mail-reminder-subject = Contract { $number }: your answer until { $until }
mail-applied-subject = Your application to take over contract { $number } has arrived
mail-applied-text = Hello { $name }. Your application to become contract manager of contract { $number } has arrived. { $manager } is asked, and can agree or object until { $until }.
mail-see-takeover = See the application
mail-answered-subject = Contract { $number }: your application goes on
mail-agreed-text = Hello { $name }. { $manager } has agreed that you take over contract { $number }.
mail-silent-text = Hello { $name }. { $manager } has not answered in time whether you take over contract { $number }.
mail-decide-subject = To decide: { $who } applies for contract { $number }, { $customer }
mail-decide-text = Hello { $name }. { $who } has applied to become contract manager of contract { $number } for { $customer }.
mail-decide-agreed = { $manager }, the present contract manager, has agreed.
mail-decide-silent = { $manager }, the present contract manager, has not answered in time.
mail-decide-link = Decide
mail-ended-subject = Contract { $number }: the application has ended
mail-objected-text = Hello { $name }. { $manager } has objected to your application to take over contract { $number }. It has ended; the contract manager stays.
mail-withdrawn-text = Hello { $name }. { $who } has withdrawn the application to take over contract { $number }. You stay contract manager.
mail-lapsed-text = Hello { $name }. Your application to take over contract { $number } has lapsed: the contract has another manager now, or you are not primary admin of a team with seats of it any more.
mail-refused-text = Hello { $name }. The application of { $who } to take over contract { $number } was refused. { $manager } stays contract manager.
mail-new-manager-subject = You are now contract manager of contract { $number }
mail-new-manager-text = Hello { $name }. You are now contract manager of contract { $number } for { $customer }.
mail-new-manager-before = { $before } had the role before. Changed by { $by }.
mail-new-manager-does = You get the emails of this contract from now on, see its dates, and can hand the role on.
mail-former-manager-subject = Contract { $number } has another contract manager
mail-former-manager-text = Hello { $name }. { $who } is now contract manager of contract { $number } for { $customer }. You get no more emails about it.
mail-former-manager-rest = Your roles in teams stay as they are. If this is a mistake, tell those you bought from.
mail-changed-by = Changed by { $by }.
mail-partner-manager-subject = { $customer }: contract { $number } has another contract manager
mail-partner-manager-text = Hello { $name }. { $who }, { $email }, is now contract manager of contract { $number } for { $customer }. Before it was { $before }.
mail-manager-footer = Sent to { $email } because of contract { $number } for { $customer }.
