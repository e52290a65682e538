skip = Hoppa till innehållet

# Ramen
nav = Huvudmeny
menu = Meny
your-teams = Dina team
switch-team = Byt team:
search = Sök
search-for = Sök användare, produkter, avtal
key-search = för att söka
key-close = för att stänga
sign-in = Logga in
sign-out = Logga ut
profile = Profil
password = Lösenord
sessions = Där du är inloggad
appearance = Utseende
your-account = Ditt konto: { $name }
help = Hjälp
help-support = Hjälp och support
scheme-device = Som enheten
scheme-light = Ljust
scheme-dark = Mörkt
chair = Ritning av en pinnstol med sina mått

# Delarna
crumbs = Sökväg
close = Stäng
cancel = Avbryt
clear = Rensa
remove-filter = ta bort filtret
picked = markerade
pages = Sidor
previous = Föregående
next = Nästa
letters = Hoppa till en bokstav
meter-label = Platser
meter = { $assigned } av { $capacity } platser tilldelade, { $free } lediga
meter-ending = {"; "}{ $count ->
    [one] { $shown } upphör
   *[other] { $shown } upphör
}
meter-waiting = {"; "}{ $count ->
    [one] { $shown } person väntar
   *[other] { $shown } personer väntar
}

# Tider
never = Aldrig
now = Nu
yesterday = I går
just-now = nyss
minutes-ago = för { $count ->
    [one] { $count } minut
   *[other] { $count } minuter
} sedan
hours-ago = för { $count ->
    [one] { $count } timme
   *[other] { $count } timmar
} sedan
yesterday-in-a-sentence = i går
days-ago = för { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
} sedan
on-date = den { $date }

# Roller
role-operator = Operatör
role-partner = Återförsäljare
role-contract-manager = Avtalsansvarig
role-primary-admin = Primär administratör
role-secondary-admin = Sekundär administratör
role-user = Användare

# Avslag
error-not-found = Sidan finns inte
error-not-found-advice = Den kan ha flyttat, eller höra till ett team som du inte är med i. Kontrollera adressen, eller fortsätt från början.
error-not-offered = Det går inte att göra på den här adressen
error-not-offered-advice = Fortsätt från början, eller från sidan du kom från.
api-no-such-address = API:et har ingen sådan adress
api-no-such-address-advice = Alla adresser beskrivs i /api/v1/openapi.json.
api-not-found = Det finns inget sådant, eller så är det inte för dig att veta
api-not-found-parts = Kontrollera de här delarna av adressen, och vems nyckel du använder: { $parts }.
api-not-found-caller = Kontrollera vems nyckel du använder.
error-forbidden = Det får du inte göra
error-forbidden-advice = Din roll tillåter det inte. Fråga en administratör i ditt team.
error-form-from-elsewhere = Det här kom från en annan webbplats. Öppna sidan här på nytt, och skicka formuläret därifrån
error-sign-in = Logga in först
error-fresh-sign-in = Logga in en gång till
error-fresh-sign-in-advice = Det här kräver en inloggning som är högst tio minuter gammal.
error-invalid = Något i frågan saknas eller är fel
error-too-large = Det här är mer än som ryms i en fråga
error-too-large-advice = Skicka mindre åt gången; ingenting har ändrats.
error-too-many = För många försök
error-too-many-advice = Vänta lite och försök igen.
error-busy = Servern har mer att göra än den hinner just nu
error-busy-advice = Försök igen om en stund; ingenting har ändrats.
error-out-of-space = Servern har ingen plats kvar att spara det här på
error-out-of-space-advice = Ingenting har ändrats, och det som finns går att läsa. Säg till supporten, och försök igen när det finns plats.
error-internal = Något gick fel hos oss
error-internal-advice = Ingenting har ändrats. Försök igen; händer det på nytt, ge supporten numret här nedanför.
error-request = Fråga { $id }
error-home = Till början

field-missing = Fyll i detta.
field-too-long = Högst { $most } tecken.
field-too-short = Minst { $least } tecken.
field-too-small = Inte mindre än { $least }.
field-too-large = Inte mer än { $most }.
field-too-many = Högst { $most } åt gången.
field-unreadable = Här finns tecken som inte går att läsa. Skriv det på nytt.
field-email-form = Det är ingen e-postadress. En sådan ser ut som namn@foretag.se.
field-email-letters = En e-postadress har bara bokstäverna a till z, siffror och tecken; ett annat alfabet har smugit sig in.
field-not-a-number = Ett tal, tack.
field-not-understood = Det gick inte att förstå.
field-unknown = Det finns inget med det namnet.
field-taken = Det är redan upptaget.
field-in-the-past = Det ligger i det förflutna.
field-before-start = Det här ligger före början.
field-too-far = Det här ligger för långt fram.
field-one-of-two = Fyll i en av de två, inte båda.
field-time-zone = Det är ingen tidszon. En sådan ser ut som Europe/Stockholm.
field-digest-form = Det är ingen SHA-256-summa.
field-language-form = Det är inget språk. Ett sådant ser ut som sv eller en-GB; mul är en fil för flera.
field-sku-form = Använd bokstäver, siffror, punkter och bindestreck; börja och sluta med en bokstav eller siffra.
field-slug-form = Använd små bokstäver, siffror och enkla bindestreck.
field-slug-reserved = Ordet leder redan till en sida. Välj ett annat.
field-version-form = Det är ingen version. En sådan ser ut som 2027.1 eller 2027.2-beta.

# Mejl
mail-copy = Eller kopiera den här adressen:
mail-questions = Frågor:

# Samtal
your-message = Ditt meddelande
attach = Bifoga en fil
send = Skicka
