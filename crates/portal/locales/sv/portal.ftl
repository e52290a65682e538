# Navigering
nav-home = Hem
nav-products = Produkter och tjänster
nav-manage = Hantera
nav-users = Användare
nav-by-user = Efter användare
nav-by-product = Efter produkt
nav-contracts = Avtal
nav-vendor = Leverantör
nav-partner = Återförsäljare
nav-overview = Översikt
nav-vendor-products = Produkter
nav-orders = Beställningar
nav-organizations = Företag
nav-partners = Återförsäljare
nav-programs = Program
nav-api-keys = API-nycklar
nav-mails = Mejl
nav-licensing = Licensnycklar
nav-operators = Operatörer

# Hem
good-morning = God morgon, { $name }
good-forenoon = God förmiddag, { $name }
good-afternoon = God eftermiddag, { $name }
good-evening = God kväll, { $name }
good-night = Hej, { $name }
today = { $day }.
today-needs = { $count ->
    [0] { $day }. Inget väntar på dig; allt sköter sig självt.
    [1] { $day }. En sak väntar på dig; resten sköter sig självt.
    [2] { $day }. Två saker väntar på dig; resten sköter sig självt.
    [3] { $day }. Tre saker väntar på dig; resten sköter sig självt.
    [4] { $day }. Fyra saker väntar på dig; resten sköter sig självt.
    [5] { $day }. Fem saker väntar på dig; resten sköter sig självt.
   *[other] { $day }. { $count } saker väntar på dig; resten sköter sig självt.
}
needs-you = Väntar på dig
your-programs = Dina program
all-products = Alla produkter och tjänster
new-versions = Nya versioner
all = Alla
your-devices = Dina enheter
manage = Hantera
offline-until = offline till { $day }

# Väntar på dig
need-landing = Välj team för beställning { $order }
need-landing-text = { $organization }, avtal { $contract }. Platserna hamnar i det team som du väljer.
choose-team = Välj team
need-takeover = { $who } vill ta över avtal { $contract }
need-takeover-text = Du kan godkänna eller invända till { $until }.
answer = Svara
need-decisions = { $count ->
    [one] En ansökan om att ta över ett avtal väntar på beslut
   *[other] { $count } ansökningar om att ta över ett avtal väntar på beslut
  }
look-at-them = Titta på dem
need-invitation = En inbjudan kom inte fram
open-person = Titta på den
need-more-invitations = { $count ->
    [one] En inbjudan till kom inte fram
   *[other] { $count } inbjudningar till kom inte fram
}
see-who = Se vilka
need-expired = { $count ->
    [one] En inbjudan har gått ut
   *[other] { $count } inbjudningar har gått ut
}
need-expired-many = Fler än { $count } inbjudningar har gått ut
need-expired-text = { $names }, i teamet { $team }.
two-names = { $one } och { $two }
names-and-more = { $one }, { $two } och { $count ->
    [one] en till
   *[other] { $count } till
}
need-mail = Ett mejl kom inte fram
need-mail-text = ”{ $subject }” till { $to }
see-mails = Se mejlen
need-mails = { $count ->
    [one] Ett mejl kom inte fram
   *[other] { $count } mejl kom inte fram
}
need-mails-many = Fler än { $count } mejl kom inte fram
need-mails-text = De senaste två veckorna, till användare hos alla företag.

# Program
security-update = Säkerhetsuppdatering
suspended = Ingen plats just nu
suspended-text = Teamet { $team } har färre platser än användare. Du får tillbaka din när en blir ledig; en administratör kan hjälpa dig.
no-release-yet = Inget att ladda ner än
no-release-text = Den första versionen dyker upp här. Din plats väntar.
on-no-device = Inte på någon enhet än
update-security = Uppdatera: den nya versionen täpper till ett säkerhetshål
version-ready = { $version } är klar
ready = Redo
seat-of = plats i teamet { $team }
seat-of-in = Plats i teamet { $team }, { $organization }
download = Ladda ner
download-product = Ladda ner { $product }
download-build = Ladda ner { $product }, { $platform }, { $language }
update-to = Uppdatera till { $version }
other-versions = Andra versioner och språk
products-sub = { $count ->
    [0] Det som du får använda dyker upp här.
    [one] En produkt hör till din inloggning.
   *[other] { $count } produkter hör till din inloggning.
}
versions = Versioner
versions-of = Versioner av { $product }
older-versions = { $count ->
    [one] En äldre version
   *[other] { $count } äldre versioner
}
no-files = Den här versionen har inga filer än.
suits-you = För den här datorn
start-title = Så börjar du
start-install = Ladda ner och installera filen för ditt system.
start-program = Starta { $product }. Första gången behövs internet.
start-privacy = Läs och godkänn integritetspolicyn.
start-sign-in = Logga in med { $email }. Programmet hittar din plats av sig självt.
start-policy = { $devices ->
    [one] På en enhet
   *[other] På upp till { $devices } enheter
}; utan internet i { $days ->
    [one] en dag
   *[other] { $days } dagar
} i taget.
refused-suspended = { $product } kan inte laddas ner just nu: teamet { $team } har färre platser än användare. Fråga en administratör i teamet.

# Utan program
user-without = Inga produkter än
user-without-text = En administratör i ditt team delar ut dem. Du får ett mejl så snart en är din.
your-admins = De kan ge dig en produkt
write = Skriv
write-to = Skriv till { $email }
ask-subject = Kan jag få en plats?
admin-without = Inga egna produkter
admin-without-text = Som administratör behöver du ingen plats. Vill du själv arbeta med en produkt i teamet { $team } delar du ut en till dig.
assign-products = Tilldela produkter
partner-without = Välkommen
partner-without-text = Lägg en beställning åt en kund: den skapar företaget, avtalet och det första kontot.
place-order = Lägg en beställning
manager-without = Inga egna produkter
manager-without-text = Som avtalsansvarig ser du dina avtal och när de ska förnyas.
your-contracts = Dina avtal
stranger = Inget hör till det här kontot än
stranger-text = Platser och inbjudningar till { $email } dyker upp här av sig själva. Väntar du på något: kontrollera att ditt företag använde den här adressen.
first-steps = De första stegen
step-product = Skapa en produkt
step-product-text = Det ni gör: ett namn, versioner, och filer för varje system.
step-offering = Skapa ett erbjudande
step-offering-text = Det en beställning pekar på: artikelnummer, produkt, hur många enheter.
step-partner = Lägg till en återförsäljare
step-partner-text = Återförsäljare beställer åt sina kunder. Hoppa över det om ni säljer själva.
step-order = Lägg den första beställningen
step-order-text = Den skapar kunden, avtalet, platserna och det första kontot.
begin = Börja
done = Klart

# Användare
users = Användare
nav-groups = Grupper
nav-imports = Importer
nav-team-settings = Teamets inställningar
group = Grupp
groups = Grupper
comes-along = Följer med
remove = Ta bort
correct-address = Rätta adressen
users-sub = { $count ->
    [one] En användare i { $team }, { $organization }
   *[other] { $shown } användare i { $team }, { $organization }
}
export = Exportera
export-these = Som CSV, de som stämmer
export-all = Som CSV, alla
invite = Bjud in användare
search-people = Namn, e-post eller User ID
filter = Filtrera
status = Status
role = Roll
product = Produkt
products = Produkter
standing-active = Aktiv
standing-invited = Inbjuden
standing-expired = Inbjudan har gått ut
standing-mail-failed = Mejlet kom inte fram
standing-removed = Nyligen borttagen
people-caption = Teamets användare, { $order }
name-and-email = Namn och e-post
last-seen = Senast sedd
people-sorted = { $count ->
    [one] En användare
   *[other] { $shown } användare, { $order }
}
people-some = { $count ->
    [0] Ingen av { $total } användare
    [one] En av { $total } användare
   *[other] { $count } av { $total } användare, { $order }
}
people-filtered = De som stämmer, av { $total } användare, { $order }
order-name = sorterade efter efternamn
order-name-down = sorterade efter efternamn bakifrån
order-seen = de som inte setts på länge först
order-seen-down = de senast sedda först
order-since = de som varit med längst först
order-since-down = de nyaste först
sort-by = Sortera efter
sort-name = Efternamn
sort-seen = Senast sedd
sort-since = Nyaste medlemmar
nobody-matches = Ingen stämmer
nobody-matches-text = Sök på början av ett namn eller av en del av e-postadressen, eller på ett helt User ID.
undo = Ångra
undo-removal = Ångra borttagningen av { $person }
removed-caption = De som lämnat teamet de senaste 30 dagarna, sorterade efter efternamn
removed-sub = De som lämnat teamet de senaste 30 dagarna, sorterade efter efternamn
removed-when = Borttagen
removed-by = { $at } av { $by }
nobody-removed = Ingen har tagits bort
nobody-removed-text = Den som lämnar teamet står här i 30 dagar och kan tas tillbaka.
show-all = Visa alla
nobody = Här är ingen än
nobody-text = Bjud in dem som ska arbeta med era produkter. Det kostar ingen plats.
nobody-here = Efter den här kommer ingen

# Panelen
overview = Översikt
emails = Mejl
all-users = Alla användare
change-role = Ändra roll
seats = Platser
no-seats = Ingen plats än. Tilldela produkter för att ge en.
member-since = Medlem sedan
language = Språk
user-id = User ID
invitation-failed = Inbjudan kom inte fram
invitation-expired = Inbjudan har gått ut
not-been-in = Har inte varit inne än
invitation-sent = Skickad { $at }.
invitation-until = Länken fungerar till { $at }.
no-invitation = Kontot skapades av en beställning. En länk för att välja lösenord kom med välkomstmejlet.
invite-anew = Skicka en ny inbjudan
invite-now = Skicka en inbjudan
suspended-short = Vilande
has-seat = Har en plats
take-back = Ta tillbaka
take-back-product = Ta tillbaka: { $product }
no-mails = Inget mejl har skickats från det här företaget.
csv-first-name = Förnamn
csv-last-name = Efternamn
csv-email = E-post

# Leverantör
overview-sub = { $vendor } i korthet
all-orders = Alla beställningar
all-mails = Alla mejl
latest-orders = Senaste beställningarna
failed-mails = Mejl som inte kom fram
no-failed-mails = Alla mejl har kommit fram.
organizations = Företag
people = Personer
orders = Beställningar
of-seats = av { $count } platser tilldelade
no-orders = Inga beställningar än.
no-orders-text = Den första beställningen skapar kunden, avtalet och det första kontot.
waits-for-landing = Väntar på ett team
search-mails = Början av en e-postadress
mails-sub = Alla mejl härifrån och hur det gick för dem. Ett försenat mejl försöker igen i tre dagar.
no-such-mails = Inga sådana mejl
next-try = Nytt försök { $at }.
try-now = Försök nu
tried-again = Mejlet är på väg igen.
organization = Företag
customer-number = Kundnummer
customer-is = Kundnummer { $number }
teams = Team
team = Team
contracts = Avtal
contract = Avtal
contract-manager = Avtalsansvarig
partner = Återförsäljare
renewal-date = Förnyelsedatum
ended = Avslutat
organizations-sub = Kunder kommer till med sin första beställning.
search-organizations = Namn eller kundnummer
no-organizations = Inga företag än
no-organizations-text = En kunds första beställning skapar ett.
no-such-organization = Inget företag stämmer
n-of-m = { $n } av { $m }
no-teams = Inga team
no-contracts = Inga avtal

# Flera på en gång
select-all = Markera alla på sidan
select-person = Markera { $person }
selected-people = Markerade användare
act-on-all = Gör något med alla
act-on-all-these = Gör något med alla som stämmer
cancel = Avbryt
picked = Markerade användare
picked-some = { $shown } användare: { $names } med flera
picked-more = Fler än { $shown } användare: { $names } med flera
nobody-picked = Ingen är markerad
nobody-picked-text = Kryssa först i rutorna för några i listan.
picked-undo = Under ett dygn kan allt ångras.
picked-pool = { $product } ({ $free } lediga)
picked-under-way = Det är igång. Sidan visar hur långt det har kommit.
picked-invited = { $count ->
    [one] En inbjudan skickas igen
   *[other] { $count } inbjudningar skickas igen
}
pick-assign = Tilldela en produkt
pick-assign-text = Alla får en plats för produkten och ett mejl. Ingen får två.
pick-unassign = Ta tillbaka en produkt
pick-unassign-text = Platserna blir lediga genast. Det som följer med en grupp blir kvar.
pick-join = Lägg till i en grupp
pick-join-text = Alla får gruppens produkter.
pick-role-text = Sekundära administratörer får göra allt som den primära får. Alla vars roll ändras får ett mejl.
pick-resend = Skicka inbjudan igen
pick-resend-text = De som inte har varit inne får ett nytt mejl med en ny länk. Den gamla länken slutar gälla.
pick-remove = Ta bort ur teamet
pick-remove-text = De förlorar sina platser och ser inte teamet längre. Deras User ID blir kvar.
refused-nobody = Ingen av de markerade är med i teamet.
refused-nobody-waits = Alla har varit inne: ingen väntar på en inbjudan.
refused-too-many = Det är fler än { $most } användare. Välj färre med ett filter, och ta resten efteråt.

# Sök
search = Sök
search-everything = Användare, produkter, avtal
search-hint = En del av ett namn, början av en e-postadress, eller ett nummer.
find-own = Din egen
find-pools = Platser
find-seats = { $assigned } av { $capacity } platser tilldelade
nothing-found = Inget hittades för ”{ $words }”
nothing-found-text = Prova en del av namnet, början av e-postadressen, eller ett nummer.
