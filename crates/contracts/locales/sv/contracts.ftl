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

# Teamets produkter
by-product = Efter produkt
by-product-sub = Teamets platser, produkt för produkt.
n-of-m = { $count ->
    [one] { $assigned } av { $capacity } plats tilldelad
   *[other] { $assigned } av { $capacity } platser tilldelade
  }
n-free = { $count ->
    [0] ingen plats ledig
    [one] { $shown } plats ledig
   *[other] { $shown } platser lediga
  }
n-suspended = { $count ->
    [one] { $shown } person saknar plats
   *[other] { $shown } personer saknar plats
  }
n-end-soon = { $count ->
    [one] { $shown } plats går ut { $date }
   *[other] { $shown } platser går ut { $date }
  }
n-end-soon-first = { $shown } platser går ut, de första { $date }
no-products = Teamet har inga produkter än
no-products-text = Produkterna kommer med en beställning. Så snart en landar i teamet finns platserna här.
assign-seats = Tilldela platser
assign-title = Tilldela { $product }

# När platser försvinner
when-seats-go = När platser försvinner
outlook-sub = { $product } i teamet { $team }: vem som förlorar platsen när abonnemang går ut, som det ser ut i dag.
by-date = Datum för datum
nothing-ends = Inga platser tillkommer eller försvinner
nothing-ends-text = Inget abonnemang på produkten börjar eller går ut. Så snart ett gör det ser du här vem det rör.
turn = Från { $date }: { $count ->
    [one] { $after } plats i stället för { $before }
   *[other] { $after } platser i stället för { $before }
  }
turn-contracts = Genom avtal { $numbers }
nobody-loses = Ingen förlorar sin plats
n-lose = { $count ->
    [one] En person förlorar sin plats
   *[other] { $shown } personer förlorar sin plats
  }
n-regain = { $count ->
    [one] En person som väntar får en plats
   *[other] { $shown } personer som väntar får en plats
  }
who-loses = Vem som förlorar platsen, i den här ordningen
who-loses-text = De som kom sist förlorar den först. Den du fäster behåller den före alla som inte är fästa. Ingen tilldelning försvinner: de väntar, och får tillbaka platsen i samma ordning.
losers-caption = Vem som förlorar platsen för { $product }, den som förlorar den först överst
losers-more = Fler personer än som står här.
name-email = Namn och mejladress
turn-number = Nummer
loses-on = Förlorar den
assigned-since = Tilldelad sedan
act = Gör
who-is-pinned = Vem som är fäst
who-is-pinned-text = De behåller platsen, den som fästes först före de andra.
nobody-pinned = Ingen är fäst. De som har haft platsen längst behåller den.

# Vem som står på vilket avtal
charges-of = Avtal för { $person }
charges-sub = Avtalet och abonnemanget som varje produkt räknas till. För personen ändrar det ingenting.
nothing-charged = Ingen produkt i det här teamet
nothing-charged-text = Så snart personen har en plats ser du här vilket avtal den räknas till.
charged-chosen = Räknas till avtal { $number }, rad { $line }: valt av en administratör.
charged-by-rule = Räknas till avtal { $number }, rad { $line }: enligt regel, det äldsta abonnemanget med utrymme.
charged-to-none = Räknas inte till något avtal: det finns ingen plats för den just nu.
counts-to = Räknas till
by-rule = Enligt regel
by-choice = Valt
how-counted = Hur
counted = Avtal { $number }, rad { $line } ({ $bound } av { $quantity } platser valda)
choose = Välj
line = Rad
toast-bound = Platsen räknas som du valde.
refused-no-seat-to-bind = Personen har ingen plats för produkten.
refused-subscription-full = Lika många är bundna till avtal { $number } som abonnemanget har platser. Välj ett annat, eller lös någon först.

refused-order-number-used = Numret { $number } står för en annan order. Ta ett annat nummer, eller skicka samma innehåll.
refused-landing-chosen = Ordern har redan hamnat i { $team }.
refused-partner-not-named = Du arbetar för flera återförsäljare. Ange vilken ordern gäller.
refused-subscription-ended = Det här abonnemanget är slut: det har inga platser längre.
refused-not-landed = Ordern väntar på att ett team väljs. Välj teamet först.
refused-same-team = Abonnemanget är redan i { $team }.
refused-not-holders = Inte med i teamet, eller utan plats här: { $people }.
refused-nobody-named = Skriv vilka som följer med.
refused-seats-in-use = { $count ->
    [one] En person av dem som stannar arbetar på en plats för { $product } som skulle flyttas. Låt den personen följa med.
   *[other] { $count } personer av dem som stannar arbetar på platser för { $product } som skulle flyttas. Låt fler personer följa med.
  }
refused-no-room = { $count ->
    [one] { $team } skulle få en person mer än platser för { $product }. Välj färre personer eller flytta fler platser.
   *[other] { $team } skulle få { $count } personer mer än platser för { $product }. Välj färre personer eller flytta fler platser.
  }
refused-plan-changed = Något har ändrats under tiden, och något annat skulle hända än det som visades. Titta på det en gång till.
refused-team-in-use = { $subscriptions ->
    [0] Teamet har { $seats ->
        [one] en plats
       *[other] { $seats } platser
      }.
    [one] Teamet har ett abonnemang som inte är slut. Flytta det till ett annat team först.
   *[other] Teamet har { $subscriptions } abonnemang som inte är slut. Flytta dem till ett annat team först.
  }

# Team som förändras
users = Användare
undo = Ångra
team-settings = Teamets inställningar
team-settings-sub = { $team } hos { $organization }
team-name = Teamets namn
rename-team = Spara namnet
team-renamed = Teamet heter { $name } nu.
team-subscriptions = Teamets abonnemang
team-subscriptions-none = Teamet har inget abonnemang
team-subscriptions-none-text = Det som beställs till teamet står här.
n-seats-of = { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  }, till och med { $until }
move = Flytta
move-label = Flytta { $product } till ett annat team
archive = Arkivera teamet
archive-text = Ett arkiverat team tar inte emot personer, platser eller ordrar och syns inte i menyer. Alla är kvar i det, och du kan ta tillbaka det när som helst.
archived-title = { $team } är arkiverat
archived-text = Det tar inte emot personer, platser eller ordrar förrän det tas tillbaka.
archived-done = { $team } är arkiverat.
bring-back = Ta tillbaka teamet
brought-back = { $team } är tillbaka.
archived-teams = Arkiverade team
move-title = Flytta { $product } till ett annat team
move-text = { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } i { $team }, till och med { $until }.
move-no-team = Det finns inget annat team
move-no-team-text = Du kan flytta abonnemanget till ett team hos { $organization } som du administrerar.
move-to = Till teamet
move-seats = Hur många av platserna
move-seats-hint = Med färre än alla blir abonnemanget två, med samma dagar.
move-whose = Vilka som följer med
move-needed = Så många som måste
move-needed-hint = Alla som arbetar kan fortsätta: de som fick sina platser sist följer med så snart platserna som blir kvar inte räcker.
move-nobody = Ingen
move-nobody-hint = Tomma platser flyttas. Det går när tillräckligt många är lediga.
move-chosen = De här personerna
move-people = E-postadresser
move-people-hint = Till personer som har produkten i det här teamet. En per rad eller med kommatecken.
move-preview = Se vad som kommer att hända
move-plan-title = { $product }: från { $from } till { $to }
move-plan-text = Inget har hänt ännu.
move-now = Flytta
move-what = { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } för { $product } till { $team }
move-when = Personer och platser på en gång; ingen avbryts.
plan-will-not-fit = Det här går inte ihop
plan-levels = Platser före och efter
plan-before = Före
plan-after = Efter
plan-used-of = { $used } av { $all } används
plan-people = Vilka som följer med
plan-nobody = Ingen följer med; tomma platser flyttas.
plan-not-started = Abonnemanget har inte börjat. Dess platser kommer till { $team } den första dagen.
plan-more-people = { $count ->
    [one] och en person till
   *[other] och { $shown } personer till
  }
plan-person = Person
plan-ends = Var de hamnar
plan-ends-there = I { $team } med platsen
plan-ends-both = I båda teamen, med platsen i { $team }
plan-ends-line = I { $team }, väntar på en plats
plan-double = Har redan en plats i { $team }: en blir ledig
plan-new-line = Ett abonnemang på { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } med samma dagar skapas för { $team }; { $rest } blir kvar.
plan-rise = { $count ->
    [one] En person som väntar i { $team } får en plats
   *[other] { $shown } personer som väntar i { $team } får en plats
  }
plan-mails = De som följer med får ett mejl; administratörerna i båda teamen och den avtalsansvariga får veta det.
moved-done = { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } för { $product } flyttade till { $team }.

# Vem som ansvarar för ett avtal
manager-of = För avtal { $number }, { $customer }.
manager-change = Ändra
manager-how = Så ändrar ni det
manager-how-self = Den avtalsansvariga lämnar över rollen med Lämna över, till vilken medlem som helst i något av företagets team. Båda får mejl, och återförsäljaren får veta det.
manager-how-apply = Har den avtalsansvariga slutat? Den primära administratören för ett team med platser i avtalet ansöker här, med ett skäl och ett dokument. Den avtalsansvariga får frågan per mejl och har { $days ->
    [one] 1 dag
   *[other] { $days } dagar
  } på sig att godkänna eller invända. En invändning avslutar ansökan.
manager-how-roles = Avtalsansvarig och primär administratör är två roller: den ena kan bytas utan att den andra ändras. Rollerna i ett team byts i teamets användarlista, med Ändra roll.
takeover-then-staff = Efter ett godkännande, eller om inget svar kommer, beslutar återförsäljaren eller leverantören.
takeover-then-itself = Efter ett godkännande, eller om inget svar kommer, går rollen över av sig själv.
contracts-behind = Avtal bakom dina team
contracts-behind-text = Någon annan ansvarar för dem; dina team arbetar med platser från dem.
managed-by = Avtalsansvarig: { $who }

# Lämna över
hand-over = Lämna över
hand-over-text = Avtal { $number } får en ny avtalsansvarig. Därmed lämnar du rollen.
hand-over-admins = Till vem
hand-over-address = Eller till någon annan, med e-postadress
hand-over-address-hint = En medlem i något av { $customer }s team. Bjud in personen först om det behövs.
hand-over-what = Den nya avtalsansvariga får avtalets mejl från och med nu. Rollerna i teamen förblir som de är.
handed-over = { $who } är nu avtalsansvarig.
cancel = Avbryt

# Ansöka om att ta över
apply = Ansök om att ta över
apply-text = Du ansöker om att bli avtalsansvarig för avtal { $number }. { $manager } får frågan och har { $days ->
    [one] 1 dag
   *[other] { $days } dagar
  } på sig att godkänna eller invända.
apply-reason-hint = Varför avtalet behöver en ny avtalsansvarig. Den avtalsansvariga och de som beslutar läser det.
apply-document = Ett dokument som visar det: ett brev från ledningen, eller beskedet att någon har slutat.
choose-document = Välj ett dokument
document-most = PDF, PNG, JPEG eller text, högst { $most }
send-application = Skicka ansökan
applied = Ansökan är skickad. { $who } får frågan.

# Ansökningar
takeovers = Ansökningar om övertagande
takeovers-text = De som vill bli avtalsansvariga. Den äldsta först.
no-takeovers = Ingen ansökan väntar
no-takeovers-text = När en primär administratör ansöker om att ta över ett avtal syns det här.
takeover-title = Övertagande av avtal { $number }
takeover-open = { $who } har ansökt om att ta över avtal { $number }
takeover-open-text = Den avtalsansvariga kan svara till { $until }.
takeover-see = Se ansökan
takeover-steps = Hur långt den har kommit
applicant = Sökande
manager-asked = Avtalsansvarig som får frågan
takeover-reason = Skäl
takeover-document = Dokument
takeover-answer-note = Den avtalsansvarigas ord
takeover-note = Ord till beslutet
takeover-waiting = Väntar på den avtalsansvariga, till { $until }
takeover-agreed = Den avtalsansvariga har godkänt; väntar på beslut
takeover-silent = Inget svar i tid; väntar på beslut
takeover-granted = Beviljad
takeover-refused = Avslagen
takeover-objected = Den avtalsansvariga har invänt
takeover-withdrawn = Återtagen
takeover-lapsed = Förfallen
takeover-over = Avslutad
step-applied = Ansökt
step-answer = Svar
step-until = till { $until }
step-agreed = Godkänt
step-objected = Invändning
step-silent = Inget svar
step-no-answer = Inte besvarad
step-decision = Beslut
withdraw = Återta
takeover-withdrawn-said = Ansökan är återtagen.

answer = Svara
answer-title = Ska { $who } ta över avtal { $number }?
answer-text = Om du godkänner lämnar du över rollen. Om du invänder avslutas ansökan genast.
answer-note = Några ord om det
answer-note-hint = Får lämnas tomt. Den sökande läser det.
agree = Godkänn
agree-hint = För att godkänna kan du behöva ange ditt lösenord en gång till.
object = Invänd
answered = Ditt svar är noterat.

decide = Besluta
decide-title = Vem ska ansvara för avtal { $number }?
decide-text = Se på skälet och dokumentet. När du beviljar ansökan är den sökande genast avtalsansvarig.
decide-note-hint = Får lämnas tomt. Båda sidor läser det.
grant = Bevilja
refuse = Avslå
decided = Beslutet är noterat, och båda sidor får veta det.

refused-already-manager = Du är redan avtalsansvarig för det här avtalet.
refused-not-primary-admin = Bara den primära administratören för ett team med platser i avtalet kan ansöka.
refused-takeover-open = { $by } har redan ansökt. Det finns en ansökan åt gången.
refused-takeover-objected = Den avtalsansvariga har invänt. Ansökan är avslutad.
refused-takeover-granted = Ansökan är redan beviljad.
refused-takeover-refused = Ansökan är redan avslagen.
refused-takeover-withdrawn = Ansökan är återtagen.
refused-takeover-lapsed = Ansökan har förfallit: avtalet har fått en annan avtalsansvarig, eller så är den sökande inte längre primär administratör.
refused-takeover-answered = Ansökan är redan besvarad. De som beslutar har den nu.
refused-answer-too-late = Tiden för ett svar är ute. De som beslutar har ansökan nu.
refused-still-waiting = Den avtalsansvariga har fortfarande tid att svara.
refused-applicant-left = { $name } är inte längre primär administratör för ett team med platser i avtalet.
refused-not-of-organization = Ingen med den adressen eller det User ID:t är medlem i något av företagets team. Bjud in personen först.
refused-document-missing = Välj ett dokument.
refused-document-too-large = Dokumentet är större än { $most }.
refused-document-unknown = Det här är varken PDF, PNG, JPEG eller text i UTF-8.
refused-document-broken = Formuläret kom inte fram i sin helhet. Skicka det en gång till.

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
mail-end-title = Platser i { $team } går ut { $date }
mail-end-text = { $name }, efter { $date } har teamet { $team } färre platser än personer som använder dem. Så här ser det ut i dag för dem som blir utan produkten.
mail-end-pool = { $product }: { $after } platser i stället för { $before }, { $count ->
    [one] en person förlorar den
   *[other] { $lose } personer förlorar den
  }
mail-end-more = { $count ->
    [one] och en till
   *[other] och { $shown } till
  }
mail-end-order = De som kom sist förlorar platsen först. En administratör i teamet kan fästa dem som ska behålla sin. Ingen tilldelning försvinner: så snart det finns platser igen får de tillbaka dem.
mail-end-contracts = Abonnemangen hör till avtal { $numbers }. Där ett annat abonnemang följer utan glapp förlorar ingen något.
mail-end-link = Se vem som förlorar platsen och ändra ordningen
mail-end-footer = Skickat till { $email } därför att du administrerar { $team } eller är avtalsansvarig.
mail-moved-title = { $product }: platser flyttade till { $to }
mail-moved-text = { $name }, { $by } har flyttat { $count ->
    [one] 1 plats
   *[other] { $shown } platser
  } för { $product } från { $from } till { $to }. Avtal { $number }.
mail-moved-people = { $count ->
    [0] Ingen behövde följa med.
    [one] En person följde med. Ingen var utan plats.
   *[other] { $shown } personer följde med. Ingen var utan plats.
  }
mail-moved-footer = Skickat till { $email } för att du administrerar ett av teamen eller är avtalsansvarig.
mail-footer = Skickat till { $email } eftersom { $by } utsåg dig till avtalsansvarig.
mail-not-you = Inte du?
mail-tell-us = Säg till
mail-asked-subject = { $who } vill ta över avtal { $number }
mail-asked-text = Hej { $name }. { $who }, { $email }, har ansökt om att bli avtalsansvarig för avtal { $number } åt { $customer } i ditt ställe.
mail-asked-until = Du kan godkänna eller invända till { $until }. En invändning avslutar ansökan genast.
mail-asked-link = Godkänn eller invänd
mail-reminder-subject = Avtal { $number }: ditt svar före { $until }
mail-applied-subject = Din ansökan om att ta över avtal { $number } har kommit fram
mail-applied-text = Hej { $name }. Din ansökan om att bli avtalsansvarig för avtal { $number } har kommit fram. { $manager } får frågan och kan godkänna eller invända till { $until }.
mail-see-takeover = Se ansökan
mail-answered-subject = Avtal { $number }: din ansökan går vidare
mail-agreed-text = Hej { $name }. { $manager } har godkänt att du tar över avtal { $number }.
mail-silent-text = Hej { $name }. { $manager } har inte svarat i tid på om du tar över avtal { $number }.
mail-decide-subject = Att besluta: { $who } ansöker om avtal { $number }, { $customer }
mail-decide-text = Hej { $name }. { $who } har ansökt om att bli avtalsansvarig för avtal { $number } åt { $customer }.
mail-decide-agreed = { $manager }, som är avtalsansvarig i dag, har godkänt.
mail-decide-silent = { $manager }, som är avtalsansvarig i dag, har inte svarat i tid.
mail-decide-link = Besluta
mail-ended-subject = Avtal { $number }: ansökan är avslutad
mail-objected-text = Hej { $name }. { $manager } har invänt mot din ansökan om att ta över avtal { $number }. Den är avslutad; den avtalsansvariga är densamma.
mail-withdrawn-text = Hej { $name }. { $who } har återtagit ansökan om att ta över avtal { $number }. Du är fortfarande avtalsansvarig.
mail-lapsed-text = Hej { $name }. Din ansökan om att ta över avtal { $number } har förfallit: avtalet har fått en annan avtalsansvarig, eller så är du inte längre primär administratör för ett team med platser i det.
mail-refused-text = Hej { $name }. Ansökan från { $who } om att ta över avtal { $number } har avslagits. { $manager } är fortfarande avtalsansvarig.
mail-new-manager-subject = Du är nu avtalsansvarig för avtal { $number }
mail-new-manager-text = Hej { $name }. Du är nu avtalsansvarig för avtal { $number } åt { $customer }.
mail-new-manager-before = { $before } hade rollen tidigare. Ändrat av { $by }.
mail-new-manager-does = Du får avtalets mejl från och med nu, ser dess datum och kan lämna rollen vidare.
mail-former-manager-subject = Avtal { $number } har en ny avtalsansvarig
mail-former-manager-text = Hej { $name }. { $who } är nu avtalsansvarig för avtal { $number } åt { $customer }. Du får inga fler mejl om det.
mail-former-manager-rest = Dina roller i team förblir som de är. Om det är fel, säg till dem ni köpte av.
mail-changed-by = Ändrat av { $by }.
mail-partner-manager-subject = { $customer }: avtal { $number } har en ny avtalsansvarig
mail-partner-manager-text = Hej { $name }. { $who }, { $email }, är nu avtalsansvarig för avtal { $number } åt { $customer }. Tidigare var det { $before }.
mail-manager-footer = Skickat till { $email } med anledning av avtal { $number } åt { $customer }.
