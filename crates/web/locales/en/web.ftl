skip = Skip to content

# The frame
nav = Main
menu = Menu
your-teams = Your teams
switch-team = Switch team:
search = Search
search-for = Search people, products, contracts
key-search = to search
key-close = to close
sign-in = Sign in
sign-out = Sign out
profile = Profile
password = Password
sessions = Where you are signed in
appearance = Appearance
your-account = Your account: { $name }
help = Help
help-support = Help and support
scheme-device = As the device
scheme-light = Light
scheme-dark = Dark
chair = Drawing of a spindle-back chair with its measures

# Parts
crumbs = Breadcrumb
close = Close
cancel = Cancel
clear = Clear
remove-filter = remove the filter
picked = selected
pages = Pages
previous = Previous
next = Next
letters = Jump to a letter
meter-label = Seats
meter = { $assigned } of { $capacity } seats assigned, { $free } free
meter-ending = {"; "}{ $count ->
    [one] { $shown } ends
   *[other] { $shown } end
}
meter-waiting = {"; "}{ $count ->
    [one] { $shown } person waits
   *[other] { $shown } people wait
}

# Times
never = Never
now = Now
yesterday = Yesterday
just-now = just now
minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
yesterday-in-a-sentence = yesterday
days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
on-date = on { $date }

# Roles
role-operator = Operator
role-partner = Partner
role-contract-manager = Contract manager
role-primary-admin = Primary admin
role-secondary-admin = Secondary admin
role-user = User

# Refusals
error-not-found = There is no such page
error-not-found-advice = It may have moved, or it belongs to a team that you are not in. Check the address, or go on from the start.
error-not-offered = This address does not offer that
error-not-offered-advice = Go on from the start, or from the page that you came from.
api-no-such-address = The API has no such address
api-no-such-address-advice = All addresses are described in /api/v1/openapi.json.
api-not-found = There is no such thing, or it is not for you to know
api-not-found-parts = Check these parts of the address, and whose key you use: { $parts }.
api-not-found-caller = Check whose key you use.
error-forbidden = You may not do this
error-forbidden-advice = Your role does not allow it. Ask an admin of your team.
error-form-from-elsewhere = This came from another site. Open the page here anew, and send the form from there
error-sign-in = Sign in first
error-fresh-sign-in = Sign in once more
error-fresh-sign-in-advice = This needs a sign-in that is at most ten minutes old.
error-invalid = Something in the request is missing or wrong
error-too-large = This is more than fits into one request
error-too-large-advice = Send less at a time; nothing was changed.
error-too-many = Too many tries
error-too-many-advice = Wait a little, then try again.
error-busy = The server has more to do than it can right now
error-busy-advice = Try again in a moment; nothing was changed.
error-out-of-space = The server has no space left to store this
error-out-of-space-advice = Nothing was changed, and what is there can be read. Tell support, and try again when there is space.
error-internal = Something went wrong with us
error-internal-advice = Nothing was changed. Try again; if it happens again, tell support the number below.
error-request = Request { $id }
error-home = To the start

field-missing = Fill this in.
field-too-long = At most { $most } characters.
field-too-short = At least { $least } characters.
field-too-small = Not less than { $least }.
field-too-large = Not more than { $most }.
field-too-many = At most { $most } at a time.
field-unreadable = This contains characters that cannot be read. Type it anew.
field-email-form = This is not an email address. It looks like name@company.com.
field-email-letters = An email address has only the letters a to z, digits and signs; another alphabet slipped in.
field-not-a-number = A number, please.
field-not-understood = This could not be understood.
field-unknown = There is nothing by that name.
field-taken = That is in use already.
field-in-the-past = This lies in the past.
field-before-start = This lies before the start.
field-too-far = This lies too far ahead.
field-one-of-two = Fill in one of the two, not both.
field-time-zone = This is not a time zone. It looks like Europe/Stockholm.
field-digest-form = This is not a SHA-256 digest.
field-language-form = This is not a language. It looks like sv or en-GB; mul is one file for several.
field-sku-form = Use letters, digits, dots and hyphens; begin and end with a letter or a digit.
field-slug-form = Use small letters, digits and single hyphens.
field-slug-reserved = This word leads to a page already. Choose another one.
field-version-form = This is not a version. It looks like 2027.1 or 2027.2-beta.

# Mails
mail-copy = Or copy this address:
mail-questions = Questions:

# Conversations
your-message = Your message
attach = Attach a file
send = Send
