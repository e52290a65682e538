# Den här datorn
not-written = Utmatningen kan inte skrivas: { $error }
unreadable = { $file } kan inte läsas: { $error }
not-a-file = { $file } är ingen fil.
empty-file = { $file } är tom.
file-changed = { $file } ändrades medan den skickades. Ge samma kommando igen.
not-json = { $file } är inte JSON: { $error }
no-server = Vilken server? Kör `plats configure`, eller ange --server URL eller PLATS_SERVER.
no-key = Med vilken API-nyckel? Kör `plats configure`, eller ange --api-key-file FILE eller PLATS_API_KEY.
not-a-key = Det här är ingen API-nyckel: den är tom, eller har blanksteg eller radbrytningar i sig.
not-a-url = { $url } är ingen adress till en server, som https://account.vendor.example
not-encrypted = { $url } är inte krypterad, och API-nyckeln skulle gå i klartext. Använd https://
key-of-another-server = Den sparade API-nyckeln gäller { $saved } och skickas inte till { $server }. Ange --api-key-file eller PLATS_API_KEY, eller spara en egen profil: plats configure --profile NAME
no-profile = Det finns ingen profil { $name }. Spara den: plats configure --profile { $name }
profile-name = En profils namn består av bokstäver, siffror, - och _, högst 40.
profile-open = { $file } kan läsas av andra, och en API-nyckel ligger i den. Kör: chmod 600 { $file }
profile-broken = { $file } går inte att förstå. Spara den på nytt: plats configure
no-config-folder = Det finns ingen mapp för inställningar: varken XDG_CONFIG_HOME eller HOME säger var.
not-saved = { $file } kan inte sparas: { $error }
not-asked = Det går inte att fråga i terminalen: { $error }
ask-server = { "Server (https://...): " }
ask-key = { "API-nyckel (den visas inte): " }
key-of-vendor = Nyckeln heter { $name } och handlar för leverantören, { $vendor }.
key-of-partner = Nyckeln heter { $name } och handlar för återförsäljaren { $partner }.
key-of-person = Det här är { $name } och handlar för { $person }.
configured = Sparat i { $file }. Nästa kommandon talar med { $server }.

# Servern
no-such-host = Det finns ingen dator med det namnet: { $server }
no-connection = Det går inte att ansluta till { $server }.
nobody-listens = Ingenting lyssnar på { $server }.
too-slow = { $server } svarade inte i tid.
unreachable = { $server } kan inte nås: { $error }
broke-off = Förbindelsen med { $server } bröts. Ge samma kommando igen; det är ofarligt.
broke-off-unknown = Förbindelsen med { $server } bröts. Se efter om det blev gjort innan du ger kommandot igen.
moved = Servern hänvisar till en annan adress: { $place }. Om den är rätt, ange den med --server.
not-plats = Det här svarar inte som en Plats-server. Är adressen rätt?
unknown-key = Servern känner inte den här API-nyckeln. Den kan ha avslutats, eller höra till en annan server.
cannot-now = Servern kan inte svara nu (status { $status }). Försök igen senare.
in-the-log = I serverns logg heter det här svaret { $id }.
whole-request = Förfrågan som helhet: { $sentence }

# Listor
nothing-there = Det finns ingenting.
there-is-more = Det finns mer: --cursor { $next } visar nästa sida, --all visar allt.
name = Namn
email = E-post
role = Roll
status = Status
since = Sedan
size = Storlek
file = Fil

# Ordrar och avtal
order = Order
placed = Lagd
customer = Kund
contract = Avtal
partner = Återförsäljare
manager = Avtalsansvarig
team = Team
lines = Rader
mails = Mejl
no-such-order = Det finns ingen order { $number }, eller inte för den här API-nyckeln.
no-such-contract = Det finns inget avtal { $number }, eller inte för den här API-nyckeln.
several-orders = Det finns flera ordrar { $number }. Vilken? { $ids }
order-placed = Order { $number } är lagd.
order-repeated = Order { $number } har lagts förut med samma innehåll, { $when } av { $who }. Ingenting ändrades.
order-shown = Order { $number }, lagd { $when } av { $who }
contract-shown = Avtal { $number }
plan = Order { $number } skulle läggas. Ingenting har skrivits.
plan-repeated = Order { $number } har lagts förut med samma innehåll ({ $id }). Att lägga den igen skulle inte ändra något.
customer-new = { $customer }, ett nytt företag
renewal-date = Förnyelsedatum
contract-renewal = { $number }, förnyelsedatum { $day }
contract-to-come = med ett nummer som skapas när ordern läggs
manager-new = { $manager }, får ett nytt User ID
manager-known = { $manager }, har ett User ID
team-to-come = ett nytt, med den avtalsansvariga som primär administratör
team-new = { $team }, skapat av den här ordern
team-to-choose = den avtalsansvariga väljer: { $teams }
team-not-chosen = inte valt än av den avtalsansvariga
line = { $what }, { $first } till { $last }, { $state }
state-waiting = väntar
state-running = löper
state-ended = avslutad
seats-now = platserna finns genast
seats-later = platserna finns från första dagen
confirmation-now = orderbekräftelse till { $email } genast
mail-choose = frågan om vilket team, genast
mail-landed = besked till teamets andra administratörer, genast
welcome-now = välkomstmejl med vägen in, genast
welcome-later = välkomstmejl med vägen in { $when }

# Katalogen
product = Produkt
description = Beskrivning
product-created = { $name } ({ $slug }) finns i katalogen.
privacy-published = Integritetspolicyn för { $product }, version { $version }, gäller nu.
version = Version
kind = Slag
kind-feature = funktioner
kind-update = uppdatering
kind-security = säkerhet
released = Släppt
builds = Paket
platform = Plattform
language = Språk
no-builds = Inga paket än.
release-created = { $product } { $version } är tillkännagiven.
article = Artikel
devices = Enheter
offline-days = Dagar utan nät
refresh-hours = Timmar till ny fråga
offering = Erbjudande
offering-created = är till salu.
offering-changed = är ändrat.
client-id = Klient-id
scopes = Scopes
program-registered = { $name } är registrerat som { $id }.
program-secret = Dess hemlighet, som visas bara nu: { $secret }

# Publicera
reading = Läser
uploading = Laddar upp
no-such-product = Det finns ingen produkt { $product }, eller inte för den här API-nyckeln. Se `plats product list`.
no-such-release = { $product } har ingen version { $version }. Tillkännage den med --create-release, eller med `plats release create`.
twice-the-place = Två filer för { $platform } och { $language }: en version har en.
build-there = { $build }: samma fil finns redan ({ $file }). Ingenting skickades.
build-taken = { $build }: en annan fil finns där ({ $file }). Ange --replace om den här ska ta dess plats.
build-published = { $build }: { $file } är publicerad ({ $size }, SHA-256 { $sha256 }).
arrived-otherwise = { $build }: servern har en annan fil än den som skickades (SHA-256 { $theirs } i stället för { $ours }). Ge samma kommando igen med --replace.

# Team
role-primary-admin = primär administratör
role-secondary-admin = sekundär administratör
role-user = användare
status-active = aktiv
status-invited = inbjuden
invited-new = { $email } är inbjuden och kommer in med mejlet ({ $person }).
invited-known = { $email } är med i teamet och har fått mejlet ({ $person }).
pool = Pool
seats = Platser
assigned = Tilldelade
free = Lediga
assigned-to =
    { $count ->
        [one] En person har en plats nu.
       *[other] { $count } personer har en plats nu.
    }
seat-released = Platsen för { $person } är ledig.
no-seat-of = { $person } har ingen plats i den här poolen.

# Import och export
separator = ;
first-name = Förnamn
last-name = Efternamn
exported =
    { $count ->
        [one] En person finns i { $file }.
       *[other] { $count } personer finns i { $file }.
    }
import = Import
made = Skapad
rows = Rader
row = Rad
what-happens = Vad som händer, eller varför inte
act-invite = Bjud in personer
act-assign = Tilldela en produkt
act-unassign = Ta tillbaka en produkt
act-replace = Byt vilka som har en produkt
act-join = Lägg till i en grupp
act-part = Ta ut ur en grupp
act-role = Ändra roller
act-remove = Ta bort ur teamet
import-looking = raderna gås igenom
import-ready = ingenting har hänt än
import-running = pågår
import-done = klar
import-undoing = ångras
import-undone = ångrad
row-read = Inte genomgångna än
row-planned = Ska genomföras
row-left = Inte genomförda
row-nothing = Redan så
row-faulty = Att rätta
row-done = Klart
row-refused = Nekat
row-undone = Ångrat
row-stays = Inte ångrat
row-meant = Menade du { $suggestion }?
doing-invite = bjuds in
doing-role = blir { $role }
doing-join = in i { $group }
doing-part = ut ur { $group }
doing-assign = får { $product }
doing-unassign = lämnar tillbaka { $product }
doing-remove = lämnar teamet
seats-needed = { $product }: { $count } behövs, { $free } lediga
seats-missing = { $product }: { $count } behövs, { $free } lediga, { $missing } saknas
seats-freed =
    { $count ->
        [one] { $product }: en blir ledig
       *[other] { $product }: { $count } blir lediga
    }
nothing-to-do = Det finns inget att göra.
all-so =
    { $count ->
        [one] Det finns inget att göra: det raden ber om är redan så.
       *[other] Det finns inget att göra: det alla { $count } rader ber om är redan så.
    }
more-problems = Det finns fler: plats import rows { $id } --show problems --all
to-go-on = Gå vidare:
way-confirm = genomför den
way-discard = släng den
way-stop = stoppa den
way-undo = ångra allt, inom ett dygn
way-to-mend = spara raderna att rätta, var och en med sitt skäl
looking-at-rows = Raderna gås igenom
carrying-out = Genomförs
undoing = Ångras
rows-left =
    { $count ->
        [one] En rad genomfördes inte.
       *[other] { $count } rader genomfördes inte.
    }
rows-stay =
    { $count ->
        [one] En rad kunde inte ångras.
       *[other] { $count } rader kunde inte ångras.
    }
import-discarded = { $id } är slängd. Ingenting har hänt.
to-mend-saved = Raderna att rätta finns i { $file }. Rätta dem och skicka filen som en ny import; det som är gjort förblir gjort.
file-broke-off = Filen bröts på vägen: { $error }. Ge samma kommando igen; det är ofarligt.

# Grupper, och ändringar av medlemmar
group = Grupp
people = Personer
group-created = Gruppen { $name } finns nu: { $id }
group-done = Klart.
group-people =
    { $count ->
        [0] Ingen kom eller gick: det var redan så.
        [one] En person.
       *[other] { $count } personer.
    }
seats-given =
    { $count ->
        [one] En plats tilldelades.
       *[other] { $count } platser tilldelades.
    }
seats-taken =
    { $count ->
        [one] En plats togs tillbaka.
       *[other] { $count } platser togs tillbaka.
    }
seats-awaited =
    { $count ->
        [one] En person står i kö för en plats.
       *[other] { $count } personer står i kö för en plats.
    }
group-goes-on = Resten följer i bakgrunden.
not-in-group = { $person } är inte med i gruppen.
no-such-member = { $person } är inte med i teamet.
role-changed = { $person } är nu { $role }.
member-removed = { $person } är borttagen ur teamet. I 30 dagar kan det ångras: plats member return { $team } { $id }
member-returned = { $person } är tillbaka i teamet.
member-returned-without = { $person } är tillbaka i teamet, utan ledig plats i: { $products }
manager-changed = { $person } är nu avtalsansvarig för { $number }.
