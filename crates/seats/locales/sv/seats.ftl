# Efter produkt
users = Användare
products = Produkter
by-product = Efter produkt
by-product-sub = Teamets platser, produkt för produkt.
product = Produkt
assigned = Tilldelade
free = Lediga
n-of-m = { $count ->
    [one] { $assigned } av { $capacity } plats tilldelad
   *[other] { $assigned } av { $capacity } platser tilldelade
}
n-suspended = { $count ->
    [one] { $shown } person saknar plats
   *[other] { $shown } personer saknar plats
}
no-products = Teamet har inga produkter än
no-products-text = Produkterna kommer med en beställning. Så snart en landar i teamet finns platserna här.

# En produkt
pool-sub = { $offering }, i teamet { $team }
assign-seats = Tilldela platser
of-seats-assigned = { $count ->
    [one] av { $capacity } plats tilldelad
   *[other] av { $capacity } platser tilldelade
}
n-free = { $count ->
    [0] ingen plats ledig
    [one] { $shown } plats ledig
   *[other] { $shown } platser lediga
}
suspended = Vilande
suspended-title = { $count ->
    [one] { $shown } person saknar plats just nu
   *[other] { $shown } personer saknar plats just nu
}
suspended-text = Platserna räcker inte till alla. De som kom sist vilar. De får tillbaka sina platser, den som väntat längst först, så snart platser tillkommer eller tas tillbaka.
full-title = Alla platser är tilldelade
full-text = Ta tillbaka en plats eller beställ fler för att ge rum åt någon annan.
who-has-a-seat = Vilka som har plats
holders-caption = Vilka som har plats i { $product }, sorterade på efternamn
name-email = Namn och e-post
state = Läge
since = Sedan
last-seen = Senast här
act = Gör
has-a-seat = Har plats
suspended-since = Vilande sedan { $day }
take-back = Ta tillbaka
take-back-of = Ta tillbaka platsen från { $person }
take-back-product = Ta tillbaka { $product }
select-all = Markera alla på sidan
select-person = Markera { $person }
selected-seats = Markerade platser
search-people = Namn, e-post eller User ID
nobody-title = Ingen har någon plats än
nobody-text = { $count ->
    [0] Just nu finns inga platser.
    [one] { $shown } plats är ledig.
   *[other] { $shown } platser är lediga.
}
nobody-found = Ingen hittades
nobody-found-text = Prova en del av namnet eller adressen.

# Tilldela
assign-title = Tilldela { $product }
assign-sub = { $count ->
    [0] Ingen ledig plats i teamet { $team }
    [one] { $shown } ledig plats i teamet { $team }
   *[other] { $shown } lediga platser i teamet { $team }
}
assign-mails = Var och en som du kryssar för på den här sidan får ett mejl direkt, på sitt eget språk.
candidates-caption = Teamets medlemmar utan plats i { $product }, sorterade på efternamn
everybody-has-one = Alla i teamet har en plats
everybody-text = Bjud in fler till teamet för att ge dem en plats.
see-people = Se användarna
see-who-has-one = Se vilka som har plats
products-of = Produkter för { $person }
select-all-products = Markera alla produkter
select-product = Markera { $product }
no-seat-free = Ingen plats ledig
tick-products = Kryssa för de produkter som ska tilldelas
products-mail = Ett enda mejl talar om det, direkt och på personens eget språk.
assign-products = Tilldela produkter

# Sägs en gång
undo = Ångra
toast-assigned = { $count ->
    [one] En person till har fått plats. Mejlet är på väg.
   *[other] { $count } personer till har fått plats. Mejlen är på väg.
}
toast-products = { $count ->
    [one] En produkt tilldelad. Mejlet är på väg.
   *[other] { $count } produkter tilldelade. Mejlet är på väg.
}
toast-taken-back = { $person } har inte längre { $product }.
toast-taken-back-many = { $count } personer har inte längre { $product }.
toast-restored = { $count ->
    [one] Platsen är tillbaka där den var.
   *[other] { $count } platser är tillbaka där de var.
}

# Nej
refusal-no-free-seat = { $product } har ingen ledig plats. Ta tillbaka en eller beställ fler.
refusal-seats-missing = { $free ->
    [0] Det behövs { $wanted } platser i { $product } och ingen är ledig, så ingen fick någon. Välj färre, ta tillbaka platser eller beställ fler.
    [one] Det behövs { $wanted } platser i { $product } och { $free } är ledig: { $missing } saknas, så ingen fick någon. Välj färre, ta tillbaka platser eller beställ fler.
   *[other] Det behövs { $wanted } platser i { $product } och { $free } är lediga: { $missing } saknas, så ingen fick någon. Välj färre, ta tillbaka platser eller beställ fler.
}
refusal-already-assigned = { $person } har redan en plats i { $product }.
refusal-not-a-member = Personen är inte med i teamet. Bjud in henne eller honom först.
refusal-not-assigned = Personen har inte längre någon plats här.
refusal-nobody-chosen = Kryssa för minst en person.
refusal-nothing-chosen = Kryssa för minst en produkt.
refusal-comes-along = { $count ->
    [one] { $person } har { $product } genom gruppen { $groups }. Ta ut personen ur gruppen, eller gör ett undantag för produkten på sidan med personens produkter.
   *[other] { $person } har { $product } genom grupperna { $groups }. Ta ut personen ur dem, eller gör ett undantag för produkten på sidan med personens produkter.
}
refusal-comes-by-default = { $person } har { $product } för att alla i teamet får den. Gör ett undantag på sidan med personens produkter, eller sluta ge den till alla.
refusal-group-name-taken = Teamet har redan en grupp med det namnet.
refusal-too-many-groups = Ett team har högst { $most } grupper.

# Mejlet
mail-title = Nu kan du använda { $products }
two-products = { $one } och { $two }
more-products = { $count ->
    [one] en produkt
   *[other] { $count } produkter
}
mail-preheader = Hämta, starta, logga in: mer är det inte.
mail-given = Hej { $name }, { $organization } har gett dig { $products } i teamet { $team }.
mail-list = Det här kan du använda
mail-link = Öppna dina produkter
mail-start = Hämta programmet där, starta det och logga in med den här adressen.
mail-footer = Du får mejlet för att en administratör på { $organization } har tilldelat dig detta.
