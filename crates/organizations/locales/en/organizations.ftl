# Inviting
users = Users
invite-users = Invite users
invite-text = To the team { $team } of { $organization }. This adds to the team; products are given afterwards.
invite-hint = People who are new get an email with a link to choose a password; it works for 7 days. People who have an account are told that they are in the team now.
first-name = First name
last-name = Last name
email = Email address
mail-language = Language of the email
invite-several = Several people, from a file or a list
send-invite = Send invite
cancel = Cancel
invited = { $email } is invited. Give products next.
invitation-sent-anew = A new invitation is on its way; the old link is dead.

# Roles
role = Role
change-role = Change role
role-changed = The role is changed.
role-user-hint = Sees and uses the products that an admin gives.
role-secondary-hint = Has the rights of the primary admin, and need not hold a seat. There may be any number.
role-primary-hint = There is exactly one. The present primary admin becomes a secondary admin.
role-contract-manager = The contract manager is a role of its own, and is changed at the contract:
contracts = Contracts
is-primary = This is the primary admin
is-primary-text = A team always has exactly one. To hand the role over, open the person who is to have it and choose Primary admin there.

# Teams
new-team = New team
new-team-text = In { $organization }. A team has its own people, admins and seats. You become its primary admin.
team-name = Name of the team
create-team = Create the team
team-created = { $name } is created. Invite its people.

# Refusals
refused-already-member = { $email } is in this team already.
refused-already-active = This person has been in already; there is nothing to send anew.
refused-team-name-taken = The organization has a team by this name already.
refused-team-archived = The team { $team } is archived. Bring it back first.
refused-primary-admin-stays = A team always has a primary admin. Make somebody else primary admin first.
refused-removed-too-long-ago = This person was removed more than 30 days ago. Invite the person again.
refused-same-address = The invitation went to this address already. Send it anew instead.

# Mails
mail-invited-subject = { $organization } invites you to { $vendor }
mail-invited-title = Welcome, { $name }. Choose your password
mail-invited-text = Hello { $name }. { $by } has added you to the team { $team } of { $organization }.
mail-invited-button = Choose a password
mail-link-note = The link works once, until { $until }. If it is too old, it offers you a new one.
mail-next = What comes next
mail-next-password = Choose a password.
mail-next-products = Your admin gives you products; you get an email with the download.
mail-next-start = Start the program and sign in with this address.
mail-joined-subject = You are in the team { $team } of { $organization }
mail-joined-text = Hello { $name }. { $by } has added you to the team { $team } of { $organization }. Your account and password stay as they are.
mail-joined-button = To your account
mail-removed-subject = You are no longer in the team { $team } of { $organization }
mail-removed-text = Hello { $name }. { $by } has removed you from the team { $team } of { $organization }. You have no products from it any more.
mail-left-text = Hello { $name }. You have left the team { $team } of { $organization }. You have no products from it any more.
mail-removed-stays = Your account and password stay as they are. If it was a mistake, an admin of the team can bring you back within 30 days.
mail-moved-subject = You are in the team { $team } of { $organization } now
mail-moved-text = Hello { $name }. { $by } has moved you from the team { $before } to the team { $after } of { $organization }. What you work with has come along: nothing has to be installed anew, and nothing was interrupted.
mail-moved-whole = You are no longer in { $before }. Your account and password stay as they are.
mail-moved-part = You are still in { $before }, with what you have there.
mail-secondary-subject = You are now secondary admin of { $team }
mail-secondary-text = Hello { $name }. { $by } has made you secondary admin of the team { $team } of { $organization }.
mail-secondary-may = You invite people, give out products and change roles, as the primary admin does.
mail-dismissed-subject = You are no longer secondary admin of { $team }
mail-dismissed-text = Hello { $name }. { $by } has changed your role in the team { $team } of { $organization }: you are a user now.
mail-dismissed-stays = Your products, account and password stay as they are.
mail-primary-subject = You are now primary admin of { $team }
mail-primary-text = Hello { $name }. You are now primary admin of the team { $team } of { $organization }.
mail-primary-former = { $former } had the role before and is a secondary admin now.
mail-former-subject = { $who } is now primary admin of { $team }; you are secondary admin
mail-former-text = Hello { $name }. { $who } is now primary admin of the team { $team } of { $organization }. You are a secondary admin and may do the same as before.
mail-other-subject = { $who } is now primary admin of { $team }
mail-other-text = Hello { $name }. { $who } is now primary admin of the team { $team } of { $organization }. Your own role stays as it is.
mail-changed-by = The change was made by { $by }.
mail-team-button = To the people of the team
mail-news-footer = Sent to { $email } because it is about your place in the team { $team } of { $organization }.
mail-footer = Sent to { $email } because an admin of { $organization } added you.
