# Ord
order = Order
orders = Order
order-number = Ordernummer
contract = Avtal
contracts = Avtal
customer = Kund
customer-number = Kundnummer
contract-manager = Avtalsansvarig
ordered-by = Beställt av
partner = Återförsäljare
no-partner = Ingen, ordern är direkt
term = Avtalstid
team = Team
product = Produkt
products = Produkter
seats = Platser
start = Start
end = Slut
state = Status
renewal-date = Förnyelsedatum
days-left = Dagar kvar
placed = Lagd
landing = Hamnar i
language = Språk
time-zone = Tidszon

state-waiting = Börjar senare
state-running = Aktiv
state-ended = Avslutad
n-days-left = { $count ->
    [0] sista dagen i dag
    [one] 1 dag kvar
   *[other] { $shown } dagar kvar
  }
team-to-choose = Team inte valt än

# Order
orders-text = De nyaste först.
orders-search = Nummer, kund eller avtalsansvarig
new-order = Ny order
no-orders = Ingen order än
no-orders-text = En order skapar kunden, teamet, avtalet och den avtalsansvarigas User ID.
no-orders-found = Ingen sådan order
no-orders-found-text = Sök på en del av ett nummer, ett namn eller en adress.
placed-by = av { $who }
order-title = Order { $number }
welcome-mail = Välkomstmejl
welcome-sent = Skickat { $when }
welcome-waits = Skickas { $when }
landing-new = Ett nytt team: { $team }
landing-team = { $team }
landing-choose = { $name } väljer mellan flera team

# En ny order
new-order-text = Först ser du vad som kommer att hända. Inget skrivs förrän du lägger ordern.
order-details = Ordern
contract-number = Avtalsnummer
contract-number-hint = Skapas när fältet är tomt.
customer-number-hint = Samma nummer är samma kund.
customer-name = Företagets namn
first-name = Förnamn
last-name = Efternamn
email = E-postadress
time-zone-hint = Till exempel Europe/Stockholm. Avtalets dagar börjar vid midnatt där.
manager-text = Får avtalets mejl, och är primär administratör för det första teamet.
order-lines = Vad som beställs
line-title = Rad { $number }
offering = Erbjudande
offering-choose = Välj ett erbjudande
quantity = Antal platser
start-hint = Tomt: i dag.
term-months = Avtalstid i månader
end-hint = Den sista dagen. I stället för avtalstiden.
another-line = En rad till
preview = Se vad som kommer att hända
change = Ändra
place = Lägg ordern
order-placed = Order { $number } är lagd.
order-repeated = Order { $number } var redan lagd, med samma innehåll. Inget har ändrats.

plan-title = Det här kommer att hända
plan-text = Inget är skrivet än.
plan-repeated = Den här ordern är redan lagd
plan-repeated-text = Med samma innehåll. Att lägga den igen ändrar inget.
plan-organization-new = { $name } blir kund
plan-organization-known = { $name } är redan kund
plan-person-new = { $name } får ett User ID och är avtalsansvarig
plan-person-known = { $name } har redan ett User ID och är avtalsansvarig
plan-landing-new = Ett nytt team skapas, med { $name } som primär administratör
plan-landing-team = Den hamnar i teamet { $team }, och dess administratörer får veta det
plan-landing-choose = { $name } får frågan vilket team det ska bli: { $teams }
plan-welcome-now = Orderbekräftelsen och välkomstmejlet skickas genast
plan-welcome-later = Orderbekräftelsen skickas genast, välkomstmejlet { $when }
plan-starts-now = genast
place-what = Order { $number } åt { $customer }
place-when = Platser, avtal och mejl på en gång.

# Avtal
contracts-text = De som du är avtalsansvarig för.
no-contracts = Inget avtal
no-contracts-text = Här står avtal som du är ansvarig för, med förnyelsedatum.
contract-title = Avtal { $number }
since = sedan { $date }
from-to = { $from } till { $until }
ended-on = avslutades { $date }
starts-on = börjar { $date }
renews-in = { $days }, förnyelsedatum { $date }
subscriptions = Abonnemang
where-it-stands = Hur det står till med avtalet
ordered = Beställt
active = Aktivt
renewal = Förnyelse
together = Tillsammans
who-is-responsible = Vem som ansvarar
manager-does = Avtalsansvarig. Får avtalets mejl.
partner-does = Beställde åt er. { $desk }
choose-team = Välj team
landing-waits = { $count ->
    [one] En order väntar på ett team
   *[other] { $count } order väntar på ett team
  }
landing-waits-text = Du administrerar flera team. Platserna kommer när du har valt.
landing-title = Var ska den hamna?
landing-text = Du administrerar flera team hos { $customer }. Inget går förlorat medan du tänker: avtalet löper, och platserna kommer till det team du väljer.
landing-order = Order { $number }
landing-nothing = Allt har hamnat rätt
landing-nothing-text = Ingen order i avtalet väntar på ett team.
landing-choose-here = Välj det här teamet
landing-new-team = Ett nytt team
landing-new-team-hint = Med dig som primär administratör.
landed = Order { $number } har hamnat i { $team }.
print = Skriv ut
see-contract = Se avtalet

refused-order-number-used = Numret { $number } står för en annan order. Ta ett annat nummer, eller skicka samma innehåll.
refused-landing-chosen = Ordern har redan hamnat i { $team }.
refused-partner-not-named = Du arbetar för flera återförsäljare. Ange vilken ordern gäller.

# Mejl
mail-who-ordered = { $by } har beställt åt { $customer }, och du är avtalsansvarig.
mail-line = { $product }, { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  }
mail-line-in = { $product }, { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } i { $team }
mail-line-days = { $line }, { $from } till { $until }
mail-term = { $from } till { $until }
mail-lines = Vad som är beställt
mail-contract-until = Avtal { $number }, till { $until }.
mail-see-contract = Se avtalet
mail-confirmation-title = Din order { $number } är bekräftad
mail-confirmation-now = Ett andra mejl kommer samtidigt med det här: välkomstmejlet, med din väg in.
mail-confirmation-later = Ett andra mejl, välkomstmejlet med din väg in, kommer { $when }.
mail-welcome-subject = Välkommen till { $vendor }: välj ditt lösenord
mail-welcome-title = Välkommen, { $name }. Välj ditt lösenord
mail-welcome-text = Allt är på plats; bara ditt lösenord saknas.
mail-welcome-before = Har du haft ett konto med den här adressen tidigare? Det förblir ditt, och avtalet finns redan i det.
mail-welcome-known-subject = { $vendor }: ditt avtal för { $customer } är på plats
mail-welcome-known-title = Välkommen, { $name }. Allt är på plats
mail-welcome-known-text = Avtalet finns i kontot som du redan har; logga in som du brukar.
mail-choose-password = Välj ett lösenord
mail-to-account = Till ditt konto
mail-link-note = Länken fungerar en gång, till { $until }. Är den för gammal erbjuder den dig en ny.
mail-what-you-have = Det här har ni
mail-what-next = Det här kommer sedan
mail-step-password = Välj ett lösenord.
mail-step-sign-in = Logga in.
mail-step-invite = Bjud in användare, en och en.
mail-step-seats = Ge dem platser. De får ett mejl med nedladdningen.
mail-choose-title = Välj team för order { $number }
mail-choose-text = { $name }, du administrerar flera team hos { $customer }. Välj i vilket platserna ska finnas; till dess väntar de.
mail-choose-link = Välj team
mail-landed-title = Nya platser i { $team }
mail-landed-text = { $name }, order { $number } åt { $customer } har hamnat i ditt team. Avtalsansvarig är { $manager }.
mail-see-products = Se teamets produkter
mail-landed-footer = Skickat till { $email } eftersom du administrerar { $team }.
mail-footer = Skickat till { $email } eftersom { $by } utsåg dig till avtalsansvarig.
mail-not-you = Inte du?
mail-tell-us = Säg till
