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

refused-order-number-used = The number { $number } stands for another order. Take another number, or send the same content.
refused-landing-chosen = The order has landed in { $team } already.
refused-partner-not-named = You work for several partners. Say for which one this order is.

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
mail-footer = Sent to { $email } because { $by } named you contract manager.
mail-not-you = Not you?
mail-tell-us = Tell us
