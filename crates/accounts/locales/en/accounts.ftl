# Signing in
sign-in = Sign in
sign-out = Sign out
email = Email address
password = Password
forgotten = Forgotten?
stay-signed-in = Stay signed in on this computer for 14 days
link-too-old = Is the link in your welcome email too old?
get-a-new-one = Get a new one
no-account = New here?
register = Create an account
register-text = You get an email with a link to choose a password. If your company has ordered for you already, it is all one account: nothing gets lost.
have-account = You have an account?
send-link = Send me a link
first-name = First name
last-name = Last name
forgotten-title = A new password
forgotten-text = Tell us your address; we send a link to choose a new password.
mail-sent = Look into your email
mail-sent-text = If the address is right, a message with a link is on its way. It comes within a minute.
mail-sent-hint = Nothing there? Look among the unwanted mail, and check that the address was right. We send at most five such messages an hour.
to-sign-in = To the sign-in page

# The page behind a link
choose-password = Welcome, { $name }. Choose your password
choose-new-password = Choose a new password
choose-text = For { $email }.
new-password = New password
password-hint = At least { $least } characters. Four words that do not belong together are good, and easy to remember.
save-and-sign-in = Save and sign in
link-works-until = The link works once, until { $until }.
link-expired = This link is too old
link-dead = This link does not work any more
send-new-link = Send me a new link

# The profile
profile = Profile
personal-details = Personal details
sessions = Where you are signed in
programs = Programs
appearance = Appearance
user-id = User ID
language = Language
language-hint = For the pages and for mail to you.
time-zone = Time zone
time-zone-hint = For dates and times. Such as Europe/Stockholm.
save = Save
saved = Saved.
present-password = Present password
change-password = Change password
password-changed = The password is changed. You were signed out everywhere else.
password-ends-sessions = You stay signed in here, and are signed out everywhere else.
this-one = This one
session-line = Last seen { $seen }, since { $since }, from { $address }
end-session = Sign out
end-others = Sign out everywhere else
session-ended = Signed out there.
sessions-ended = Signed out everywhere else.

# First start
setup-title = First start
setup-text = You become the first operator of this Plats. The code was printed when the server started.
setup-code = Code
create-operator = Create the operator
operator-created = The operator is created. Sign in.

# The vendor's people
operators = Operators
operators-text = They run this account portal: products, orders, partners, keys.
add-operator = Add an operator
name-and-email = Name and email
status = Status
active = Active
invited = Invited
nobody-yet = Nobody yet.
add = Add
person-added = Added. New people get an email with a link.
partners = Partners
partners-text = Resellers. Their people place orders for customers.
no-partners = No partner yet. Add the first one below.
add-partner = Add a partner
partner-added = The partner is added. Add its people now.
name = Name
number = Number
partner-number = Partner number
license-desk = License desk
license-desk-hint = The address that customers write to about licenses. May be empty.
people = People
add-person = Add a person
api-keys = API keys
api-keys-text = For programs that place orders or publish builds. A key can do what its owner can.
no-api-keys = No key yet.
new-api-key = New key
api-key-name-hint = What uses it, so that you dare to end it one day.
api-key-made = The key is made
api-key-once = Copy it now; it is not shown again.
api-key-ended = The key is ended.
acts-for = Acts for
for-the-vendor = The vendor
made = Made
last-used = Last used
end-key = End
make-key = Make the key

# Refusals
refused-wrong-password = Address and password do not belong together.
refused-weak-password = This password is easily guessed. Take four words that do not belong together.
refused-wrong-present-password = This is not your present password.
refused-link-used = You have used this link already. Sign in with the password that you chose.
refused-link-expired = Links from mails work for a limited time. We send a new one to the same address.
refused-link-revoked = A newer link has taken its place; look for the latest email. Or your admin has taken the invitation back.
refused-link-unknown = We do not know this link. Perhaps a part of it got lost on the way: copy all of it from the email.
refused-operator-exists = There is an operator already. Sign in, or ask that person to add you.
refused-wrong-setup-code = This is not the code that the server printed.
refused-partner-number-taken = Another partner has this number.

# Mails
mail-register-subject = Choose your password for { $vendor }
mail-register-text = Hello { $name }. Choose a password for { $email }, and you are in.
mail-register-button = Choose a password
mail-reset-subject = A new password for { $vendor }
mail-reset-text = Hello { $name }. Somebody, probably you, wants a new password for { $email }.
mail-reset-button = Choose a new password
mail-link-note = The link works once, until { $until }. If it is too old, it offers you a new one.
mail-not-you = It was not you? Then do nothing: without the link nobody gets in.
mail-footer = Sent to { $email } because somebody asked for it on the pages of { $vendor }.
