# Ord
products = Produkter
product = Produkt
offerings = Erbjudanden
offering = Erbjudande
releases = Versioner
builds = Filer
name = Namn
slug = Kortnamn
sku = Artikelnummer
version = Version
kind = Sort
notes = Nyheter
released = Släppt
released-on = Släppt den { $date }
description = Beskrivning
icon = Teckning
icon-letters = Två bokstäver ur namnet
file = Fil
platform = Plattform
language = Språk
languages = Språk
size = Storlek
sha256 = SHA-256
uploaded = Uppladdad
published = Publicerad
since = I katalogen sedan
latest-release = Senaste version
preview = Förhandsversion
privacy = Integritetspolicy
policy = Vad en licens tillåter
license-model = Licensmodell
devices = Enheter
offline = Offline
days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
none-yet = Ingen än
no-files = Inga filer än
edit = Ändra
save = Spara
saved = Sparat.
cancel = Avbryt

# Sorter
kind-feature = Nyheter
kind-update = Uppdatering
kind-security = Säkerhet
kind-feature-hint = Ger något nytt
kind-update-hint = Rättar och putsar, inget att lära sig
kind-security-hint = Täpper till ett hål, alla uppmanas att installera den snart
model-named = Namngiven användare
model-named-hint = Platsen tillhör en person, på den personens enheter

# Paketens språk
language-mul = Flera språk
language-en = Engelska
language-sv = Svenska
language-nb = Norska
language-da = Danska
language-fi = Finska
language-de = Tyska
language-nl = Nederländska
language-fr = Franska
language-es = Spanska
language-it = Italienska
language-pl = Polska

# Produkter
products-text = Det ni gör. Varje produkt har versioner att hämta och erbjudanden att beställa.
products-caption = Produkter efter kortnamn
new-product = Ny produkt
new-product-text = Versioner och erbjudanden kommer sedan.
create-product = Skapa produkten
product-created = { $name } finns i katalogen. Nästa steg är den första versionen.
no-products = Inga produkter än
no-products-text = Beskriv det första programmet som era kunder hämtar härifrån.
slug-form = a–z, 0–9 och bindestreck
slug-hint = Används i adresser och av själva programmet, till exempel ritbord. Kan inte ändras senare.
description-hint = En eller två meningar som visas bredvid namnet.
edit-product = Ändra produkten
edit-product-text = Kortnamnet ligger fast: programmen byggs med det.

# Versioner
releases-caption = Versioner, nyast först
new-release = Ny version
new-release-text = Kunderna ser den genast. Filerna kommer i nästa steg.
create-release = Skapa versionen
release-created = Versionen finns. Lägg nu till filerna.
no-releases = Inga versioner än
no-releases-text = Skapa den första versionen och lägg sedan till en fil för varje plattform.
version-hint = Till exempel 2027.1. Med bindestreck är det en förhandsversion: 2027.2-beta.
version-hint-latest = Den senaste är { $version }. Med bindestreck är det en förhandsversion: 2027.2-beta.
notes-hint = För dem som använder programmet. En tom rad börjar ett nytt stycke.

# Paket
builds-caption = Filer efter plattform och språk
no-builds = Inga filer än
no-builds-text = Ingen kan hämta versionen förrän den har en fil.
upload = Lägg till en fil
upload-act = Ladda upp
upload-most = Högst { $most }
choose-file = Välj en fil
or-drop = eller släpp den här
replace = Ersätt filen som finns
replace-hint = Annars lämnas en annan fil för samma plattform och språk i fred
not-uploaded = Filen togs inte emot
bad-file-name = Filnamnet innehåller tecken som vissa system inte kan spara. Byt namn på filen och försök igen.
build-added = { $file } kan nu hämtas.
build-same = Precis samma { $file } fanns redan.
by-command = Från en byggserver
by-command-text = Kommandoraden laddar upp med en API-nyckel, visar hur långt den kommit och jämför SHA-256. Att köra den två gånger gör ingen skada.

# Integritetspolicyer
new-statement = Ny integritetspolicy
new-statement-text = Den läses och godkänns innan programmet berättar något om enheten. En ny version måste godkännas på nytt.
no-statement = Ingen integritetspolicy än
no-statement-text = Utan den kan ingen starta programmet: den visas före den första licensen.
statement-version-now = Nu gäller { $version }.
statement-version-first = Till exempel 2026-11 eller 1.
statement-text-in = Text, { $language }
statement-sv-hint = Utan den ser svenska läsare den engelska texten.
publish-statement = Publicera
statement-published = Integritetspolicyn gäller nu.

# Erbjudanden
offerings-text = Det som en orderrad pekar på: en produkt med sin licensmodell och vad licensen tillåter.
offerings-caption = Erbjudanden efter artikelnummer
new-offering = Nytt erbjudande
new-offering-text = En order anger det med artikelnumret.
create-offering = Skapa erbjudandet
offering-created = { $name } kan nu beställas.
no-offerings = Inga erbjudanden än
no-offerings-text = En order måste ha något att peka på. Lägg ut produkten under ett artikelnummer.
product-first = Först behövs en produkt
product-first-text = Ett erbjudande säljer en produkt. Beskriv produkten och kom sedan tillbaka.
offering-name-hint = Så som det står på en orderbekräftelse, till exempel Ritbord, namngiven användare, 1 år.
sku-hint = Bokstäver, siffror, bindestreck och punkter, till exempel RIT-NAMED-1Y. Kan inte ändras senare.
policy-text = Ändringar gäller från varje enhets nästa kontakt. Det som redan har getts ut ligger fast.
max-devices = Enheter per person
max-devices-hint = På hur många enheter en person får arbeta. Vanligen 3.
offline-days = Dagar offline
offline-days-hint = Hur länge programmet fungerar utan anslutning. Vanligen 30.
refresh-hours = Timmar mellan kontrollerna
refresh-hours-hint = Hur ofta ett anslutet program frågar på nytt, tidigare än dagarna offline tar slut. Vanligen 24.

# Hämtning
expired-title = Länken har gått ut
expired-text = Länkar gäller i tio minuter. Hämta en ny så fortsätter hämtningen där den stannade.
expired-act = Hämta en ny länk

# Avslag
refused-slug-taken = En annan produkt har det kortnamnet. Välj ett annat.
refused-sku-taken = Ett annat erbjudande har det artikelnumret. Välj ett annat.
refused-version-taken = Den versionen finns redan.
refused-statement-taken = Den versionen har en annan text, som har godkänts. Ge den nya texten en ny version.
refused-build-taken = Versionen har en annan fil för samma plattform och språk. Säg till att den ska ersättas, eller gör en ny version.
refused-digest-mismatch = Filen som kom fram är inte den som skickades: SHA-256 skiljer sig. Ladda upp den igen.
refused-no-file = Välj en fil först.
refused-empty-file = Filen är tom.
refused-file-too-large = Filen är större än { $most }.
refused-upload-broken = Uppladdningen bröts. Inget sparades; försök igen.
refused-download-expired = Länken har gått ut. Hämta en ny på produktens sida, så fortsätter hämtningen där den stannade.
refused-download-not-genuine = Länken är inte hel. Hämta en ny på produktens sida.
