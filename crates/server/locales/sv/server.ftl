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
