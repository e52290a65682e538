# Demots sidor
demo = Demo
people = Personer
people-sub = Alla här är påhittade. Logga in som vem du vill.
password-of-all = Lösenordet för dem alla
name-and-email = Namn och e-post
role = Roll
where = Var

# Demots brevlåda
mailbox = Demots brevlåda
mailbox-sub = { $count ->
    [one] Ett mejl. Inget lämnar den här datorn.
   *[other] { $count } mejl. Inget lämnar den här datorn.
}
mailbox-search = Adress, namn eller ämne
to-sign-in = Logga in
subject = Ämne
to = Till
sent = Skickat
no-mail = Inga mejl
sides = Mejlets två sidor
as-html = Formgivet
as-text = Ren text
to-whom = Till { $name }, { $email }
