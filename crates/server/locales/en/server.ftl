# The pages of the demo
demo = Demo
people = People
people-sub = Everybody here is made up. Sign in as any of them.
password-of-all = The password of all of them
name-and-email = Name and email
role = Role
where = Where

# The mailbox of the demo
mailbox = Mailbox of the demo
mailbox-sub = { $count ->
    [one] One mail. None leaves this machine.
   *[other] { $count } mails. None leaves this machine.
}
mailbox-search = Address, name or subject
to-sign-in = Sign in
subject = Subject
to = To
sent = Sent
no-mail = No mail
sides = The two sides of a mail
as-html = Drawn
as-text = Plain text
to-whom = To { $name }, { $email }
