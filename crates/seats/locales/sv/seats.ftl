# Efter produkt
users = Användare
products = Produkter
by-product = Efter produkt
product = Produkt
assigned = Tilldelade
free = Lediga
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
suspended-text = Platserna räcker inte till alla. Den som är fäst behåller platsen, sedan de som haft den längst. De andra får tillbaka sin i samma ordning, så snart platser tillkommer eller tas tillbaka.
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

# Behålla
contracts-file = Vem som står på vilket avtal (CSV)
contracts = Avtal
when-seats-go = När platser försvinner
pinned = Fäst
pin = Fäst
pin-whom = Fäst platsen för { $person }
unpin = Lossa
unpin-whom = Lossa platsen för { $person }
toast-pinned = Fäst: personen behåller platsen före alla som inte är fästa.
toast-unpinned = Inte längre fäst.

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

# Grupper
by-user = Efter användare
groups = Grupper
groups-sub = Personer som får samma produkter. Den som kommer in i en grupp får dem, den som lämnar den ger dem tillbaka.
no-groups = Inga grupper än
no-groups-text = Skapa en grupp, ange vilka produkter som följer med den och ta in personer. De får produkterna direkt.
new-group = Ny grupp
group-name = Gruppens namn
create-group = Skapa grupp
n-people = { $count ->
    [one] En person
   *[other] { $shown } personer
}
group-brings-nothing = Inga produkter än
group-sub = { $count ->
    [0] Ingen är med i gruppen i teamet { $team } än
    [one] En person i teamet { $team }
   *[other] { $shown } personer i teamet { $team }
}
group-products = Produkter som följer med gruppen
group-brings-nothing-text = Ingen produkt följer med gruppen än.
bring = Lägg till produkten
bring-hint = Alla i gruppen får en plats. Räcker de inte får de som kom först i gruppen dem, och de andra väntar i kö.
bring-no-longer = Dra tillbaka
bring-no-longer-what = Dra tillbaka { $product }
bring-no-longer-title = Dra tillbaka { $product } från { $group }
group-people = Personer i gruppen
group-people-caption = Personer i gruppen { $group }, sorterade på efternamn
group-is-empty = Ingen är med i gruppen än
group-is-empty-text = Ta in personer med deras adresser, här nedanför.
out-of-group = Ta ut ur gruppen
out-of-group-whom = Ta ut { $person } ur gruppen
selected-people = Markerade personer
group-add = Ta in personer
group-addresses = E-postadresser
group-addresses-hint = Till medlemmar i teamet. Skilda med komma, mellanslag eller ny rad; som de är kopierade någon annanstans ifrån.
into-group = Ta in i gruppen
rename-group = Byt namn på gruppen
dissolve = Upplös gruppen
dissolve-title = Upplös { $group }
people-stay = Personerna är kvar i teamet. De behåller det som når dem på annat sätt.
n-lose-it = { $count ->
    [0] Ingen förlorar den.
    [one] En person förlorar den.
   *[other] { $shown } personer förlorar den.
}
cancel = Avbryt
way = Hur
way-direct = given till personen
way-group = med gruppen { $group }
way-default = med teamet
waits-since = I kö sedan { $day }
excepted = Undantag
make-exception = Gör ett undantag
make-exception-for = Gör ett undantag för { $product }
lift-exception = Ta bort undantaget
lift-exception-for = Ta bort undantaget för { $product }
default = För alla i teamet
default-on = Alla i teamet får en plats, även de som kommer senare, utom där ett undantag är gjort för en person. Räcker platserna inte har de som kom först dem, och de andra väntar i kö.
default-off = En plats ges till de personer du väljer, och till dem i grupper som produkten följer med.
set-default = Ge den till alla
end-default = Sluta ge den till alla
toast-default-set = Alla i teamet får nu produkten.
toast-default-ended = Produkten följer inte längre med teamet.
toast-excepted = Undantaget är gjort.
toast-lifted = Undantaget är borttaget.
remove = Ta bort från teamet
remove-title = Ta bort { $person } från teamet
remove-text = { $person } lämnar teamet och dess grupper och får veta det med ett mejl. User ID:t lever vidare, även i andra team.
remove-frees = { $count ->
    [one] En plats blir ledig:
   *[other] De här platserna blir lediga:
}
remove-undo = Du kan ångra det i 30 dagar.
is-primary = { $person } är primär administratör
is-primary-text = Ett team har alltid en. Lämna först över rollen till någon annan: öppna den personen och byt roll.
toast-left = { $person } är inte längre med i teamet.
toast-back = Välkommen tillbaka: roll, grupper och produkter är som förut.
toast-back-without = Välkommen tillbaka. Ingen plats är ledig för { $products }.
left = Nyligen borttagna
left-sub = De som har lämnat teamet de senaste 30 dagarna och kan tas tillbaka med roll, grupper och, så långt platserna räcker, produkter.
left-caption = Personer som har lämnat teamet de senaste 30 dagarna, sorterade på efternamn
left-when = Lämnade
left-by = { $at }, av { $by }
role-before = Tidigare roll
nobody-left = Ingen har lämnat teamet
nobody-left-text = Den som tas bort från teamet kan tas tillbaka härifrån i 30 dagar.
bring-back = Ta tillbaka
bring-back-whom = Ta tillbaka { $person }
correct = Skicka till den här adressen
correct-title = Rätta inbjudan
correct-sub = Inbjudan gick till { $email }. Rätt person får den, med allt som var förberett; den gamla länken slutar gälla.
right-address = Rätt e-postadress
first-name = Förnamn
last-name = Efternamn
toast-corrected = Inbjudan är på väg till { $email }.
toast-group-created = Gruppen { $group } finns nu.
toast-group-renamed = Gruppen heter { $group } nu.
toast-dissolved = Gruppen { $group } är upplöst.
toast-into-group = { $count ->
    [0] Alla var redan med i gruppen.
    [one] En person kom in i gruppen.
   *[other] { $count } personer kom in i gruppen.
}
toast-out-of-group = { $count ->
    [one] En person lämnade gruppen.
   *[other] { $count } personer lämnade gruppen.
}
toast-brings = Produkten följer nu med gruppen.
toast-brings-no-longer = Produkten följer inte längre med gruppen.
seats-given = { $count ->
    [one] En plats gavs ut.
   *[other] { $count } platser gavs ut.
}
seats-awaited = { $count ->
    [one] En person väntar på en plats.
   *[other] { $count } personer väntar på en plats.
}
seats-taken = { $count ->
    [one] En plats togs tillbaka.
   *[other] { $count } platser togs tillbaka.
}
seats-go-on = Resten följer i bakgrunden.

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
refusal-strangers = { $more ->
    [0] Inte med i teamet: { $addresses }. Bjud in dem först, eller rätta adresserna.
   *[other] Inte med i teamet: { $addresses } och { $more } till. Bjud in dem först, eller rätta adresserna.
}
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

# Importer
imports = Importer
imports-sub = Många personer på en gång, ur en fil eller en lista. Du ser vad som skulle hända innan något händer, och kan ångra det i ett dygn.
imports-caption = Teamets importer, de senaste först
new-import = Ny import
no-imports = Inget har importerats än
no-imports-text = Bjud in en hel avdelning, dela ut en produkt eller ändra roller med en fil. Du ser först vad som skulle hända med varje person.
import-what = Import
import-from = { $act }, ur { $source }
import-when = { $at } av { $by }
import-state = Läge
act-invite = Bjud in personer
act-assign = Tilldela en produkt
act-unassign = Ta tillbaka en produkt
act-replace = Byt vilka som har en produkt
act-join = Lägg till i en grupp
act-part = Ta ut ur en grupp
act-role = Ändra roller
act-remove = Ta bort ur teamet
act-invite-text = Till teamet, om du vill med roll, grupper och produkter. Den som redan är med får det som saknas.
act-assign-text = Medlemmar får var sin plats, så långt platserna räcker.
act-unassign-text = Medlemmar lämnar tillbaka sin plats.
act-replace-text = Precis de här personerna har produkten efteråt. Alla andra lämnar tillbaka platsen.
act-join-text = Medlemmar får det gruppen för med sig, eller väntar i kön på det.
act-part-text = Medlemmar förlorar det som bara gruppen ger dem.
act-role-text = Medlemmar blir sekundära administratörer eller användare.
act-remove-text = Medlemmar lämnar teamet och sina platser. Deras User ID finns kvar.
which-act = Vad ska hända?
import-products = Produkter
import-products-hint = Varje person får en plats av dem. En kolumn Produkter i filen läggs till.
import-groups = Grupper
import-role = Roll
as-file-says = Som filen säger
pool-free = { $product }, { $free } lediga
mail-language-new = Språk i mejlen till nya personer
import-file = Välj en CSV-fil
import-file-drop = eller släpp den här
import-file-hint = Upp till { $rows } rader. Förnamn, efternamn och e-post, i valfri ordning, med eller utan rubriker.
import-pasted = Eller klistra in personer
import-pasted-hint = En person per rad, eller adresser efter varandra: Noora, Aalto, noora@bygg.example
import-template = Ladda ner en mall
see-preview = Se vad som skulle hända
import-progress-looking = Raderna gås igenom
import-progress-ready = Inte påbörjad
import-progress-running = Pågår
import-progress-done = Klar
import-progress-undoing = Ångras
import-progress-undone = Ångrad
import-reading-title = { $done } av { $all } rader genomgångna
import-running-title = { $done } av { $all } rader klara
import-undoing-title = { $done } av { $all } rader ångrade
import-goes-on = Det fortsätter av sig självt. Du kan lämna sidan.
import-look-again = Visa hur långt det har kommit
import-nothing-yet = Inget har hänt än
import-nothing-yet-text = Se igenom raderna nedan. Genomför sedan importen, eller släng den.
import-carry-out = { $count ->
    [one] Genomför { $shown } ändring
   *[other] Genomför { $shown } ändringar
}
import-nothing-to-do = Det finns inget att göra
import-nothing-to-do-text = Det raderna ber om är redan så, eller går inte att göra.
import-discard = Släng
import-stop = Stoppa
import-undo = Ångra allt
import-undo-until = Till { $until } kan allt ångras.
import-seats-needed = { $count ->
    [one] { $product }: { $shown } plats behövs, { $free } lediga
   *[other] { $product }: { $shown } platser behövs, { $free } lediga
}
import-seats-freed = { $count ->
    [one] { $product }: { $shown } plats blir ledig
   *[other] { $product }: { $shown } platser blir lediga
}
import-mend-file = Ladda ner raderna att rätta
import-mend-text = { $count ->
    [one] { $shown } rad togs inte med. Rätta den i filen och ladda upp igen; det som är gjort förblir gjort.
   *[other] { $shown } rader togs inte med. Rätta dem i filen och ladda upp igen; det som är gjort förblir gjort.
}
shown-all = Alla
shown-changes = Ändringar
shown-nothing = Inget att göra
shown-problems = Problem
shown-left = Inte genomförda
import-rows-caption = Importens rader
import-row-number = Rad
import-person = Person
import-result = Vad som händer
import-not-in-file = Inte i filen
doing-invite = Bjuds in
doing-role = Blir { $role }
doing-join = In i { $group }
doing-part = Ut ur { $group }
doing-give = Får { $product }
doing-take-back = Lämnar tillbaka { $product }
doing-remove = Lämnar teamet
row-read = Inte genomgången än
row-nothing = Är redan så
row-done = Klart: { $what }
row-undone = Ångrat
row-left = Inte genomfört: { $what }
row-meant = Menade du { $suggestion }?
import-gone-group = en grupp som inte finns kvar
import-gone-product = en produkt som inte finns kvar
no-rows-shown = Inga rader här
no-rows-shown-text = Titta under de andra flikarna.
toast-import-begun = Importen har börjat.
toast-import-discarded = Slängd. Inget har hänt.
toast-import-stopped = Stoppad. Det som hann göras kan ångras.
toast-import-undoing = Den ångras.
several-by-file = Flera, ur en fil eller en lista
refusal-nobody-named = Välj en fil, eller klistra in minst en adress.
refusal-still-reading = Raderna gås fortfarande igenom. Vänta ett ögonblick.
refusal-not-ready = Importen är inte i ett läge där det går. Ladda om sidan för att se hur den står.
refusal-mend-first = { $count ->
    [one] { $count } rad går inte att läsa, så det är oklart vem som ska behålla produkten. Rätta raden och ladda upp filen igen.
   *[other] { $count } rader går inte att läsa, så det är oklart vilka som ska behålla produkten. Rätta raderna och ladda upp filen igen.
}
refusal-nothing-to-do = Det finns inget att genomföra: det raderna ber om är redan så, eller går inte att göra.
refusal-not-done = Bara det som är genomfört kan ångras.
refusal-ended-too-long-ago = Det här genomfördes för mer än ett dygn sedan och kan inte längre ångras på en gång. Ladda upp en fil som säger motsatsen.
refusal-too-many-holders = Fler än { $most } personer skulle förlora produkten. Ta tillbaka den i delar.
refusal-unknown-role = Rollen är okänd. Skriv Användare eller Sekundär administratör.
refusal-role-is-handed-over = Det finns en primär administratör. Rollen lämnas över på personens egen sida.
refusal-unknown-group = Det finns ingen grupp { $name } i teamet.
refusal-unknown-product = Teamet har ingen produkt { $name }.
refusal-several-pools = Det finns flera erbjudanden av { $name }. Skriv erbjudandets namn.
refusal-oneself = Det här är du. Du skulle förlora rätten att genomföra resten.
refusal-primary-admin = Det här är den primära administratören. Lämna över rollen först.
refusal-nothing-said = Raden säger inte vad som ska ändras.
file-empty = Filen är tom.
file-no-rows = Det finns rubriker men ingen person under dem.
file-too-large = Filen är större än { $most }. Dela upp den.
file-workbook = Det här är en arbetsbok eller ett arkiv. Spara bladet som CSV och ladda upp det.
file-binary = Det här är ingen tabell med text. Spara listan som CSV och ladda upp den.
file-broken-text = En del bokstäver är skadade. Spara filen som CSV i UTF-8 och ladda upp den igen.
file-too-many-rows = Det är fler än { $most } rader. Dela upp filen.
file-too-many-columns = Rad { $row } har fler än { $most } kolumner. Är det rätt fil?
file-cell-too-long = Rad { $row }, kolumn { $column } har fler än { $most } tecken. Saknas ett citattecken?
file-unclosed-quote = Citattecknet som börjar på rad { $row } har inget slut.
file-no-address-column = Ingen kolumn innehåller e-postadresser.
file-heading-twice = Kolumn { $first } och { $second } har samma rubrik.
file-unread = Filen kom inte fram hel. Ladda upp den igen.
fault-duplicate = Samma adress finns redan på rad { $first }.
fault-email-several = Det står flera adresser. Skriv en per rad.
fault-formula = Ett namn kan inte börja som en formel.
fault-address-in-name = Det står en adress där namnet ska vara.
fault-user-id-form = Det här är inget User ID.
