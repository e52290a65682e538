# Logga in
sign-in = Logga in
sign-out = Logga ut
email = E-postadress
password = Lösenord
forgotten = Glömt?
stay-signed-in = Förbli inloggad på den här datorn i 14 dagar
link-too-old = Är länken i välkomstmejlet för gammal?
get-a-new-one = Hämta en ny
no-account = Ny här?
register = Skapa ett konto
register-text = Du får ett mejl med en länk för att välja lösenord. Har ditt företag redan beställt åt dig är det ett och samma konto: inget går förlorat.
have-account = Har du ett konto?
send-link = Skicka en länk
first-name = Förnamn
last-name = Efternamn
forgotten-title = Ett nytt lösenord
forgotten-text = Ange din adress, så skickar vi en länk för att välja ett nytt lösenord.
mail-sent = Titta i din e-post
mail-sent-text = Om adressen stämmer är ett mejl med en länk på väg. Det kommer inom en minut.
mail-sent-hint = Inget där? Titta bland skräpposten, och kontrollera att adressen var rätt. Vi skickar högst fem sådana mejl i timmen.
to-sign-in = Till inloggningen

# Sidan bakom en länk
choose-password = Välkommen, { $name }. Välj ditt lösenord
choose-new-password = Välj ett nytt lösenord
choose-text = För { $email }.
new-password = Nytt lösenord
password-hint = Minst { $least } tecken. Fyra ord som inte hör ihop är bra, och lätta att minnas.
save-and-sign-in = Spara och logga in
link-works-until = Länken fungerar en gång, till { $until }.
link-expired = Länken är för gammal
link-dead = Länken fungerar inte längre
send-new-link = Skicka en ny länk

# Profilen
profile = Profil
personal-details = Personuppgifter
sessions = Var du är inloggad
programs = Program
appearance = Utseende
user-id = User ID
language = Språk
language-hint = För sidorna och för mejl till dig.
time-zone = Tidszon
time-zone-hint = För datum och klockslag. Till exempel Europe/Stockholm.
save = Spara
saved = Sparat.
present-password = Nuvarande lösenord
change-password = Byt lösenord
password-changed = Lösenordet är bytt. Du har loggats ut överallt annars.
password-ends-sessions = Du förblir inloggad här, och loggas ut överallt annars.
this-one = Den här
session-line = Senast sedd { $seen }, sedan { $since }, från { $address }
end-session = Logga ut
end-others = Logga ut överallt annars
session-ended = Utloggad där.
sessions-ended = Utloggad överallt annars.

# Första starten
setup-title = Första starten
setup-text = Du blir den första operatören av detta Plats. Koden skrevs ut när servern startade.
setup-code = Kod
create-operator = Skapa operatören
operator-created = Operatören är skapad. Logga in.

# Leverantörens folk
operators = Operatörer
operators-text = De sköter den här kontoportalen: produkter, order, återförsäljare, nycklar.
add-operator = Lägg till en operatör
name-and-email = Namn och e-post
status = Status
active = Aktiv
invited = Inbjuden
nobody-yet = Ingen än.
add = Lägg till
person-added = Tillagd. Nya personer får ett mejl med en länk.
partners = Återförsäljare
partners-text = Deras medarbetare lägger order åt kunder.
no-partners = Ingen återförsäljare än. Lägg till den första här nedanför.
add-partner = Lägg till en återförsäljare
partner-added = Återförsäljaren är tillagd. Lägg nu till dess medarbetare.
name = Namn
number = Nummer
partner-number = Återförsäljarnummer
license-desk = Licensavdelning
license-desk-hint = Adressen som kunder skriver till om licenser. Får vara tom.
people = Medarbetare
add-person = Lägg till en person
api-keys = API-nycklar
api-keys-text = För program som lägger order eller publicerar paket. En nyckel kan det som dess ägare kan.
no-api-keys = Ingen nyckel än.
new-api-key = Ny nyckel
api-key-name-hint = Vad som använder den, så att du vågar avsluta den en dag.
api-key-made = Nyckeln är skapad
api-key-once = Kopiera den nu; den visas inte igen.
api-key-ended = Nyckeln är avslutad.
acts-for = Handlar för
for-the-vendor = Leverantören
made = Skapad
last-used = Senast använd
end-key = Avsluta
make-key = Skapa nyckeln

# Avslag
refused-wrong-password = Adressen och lösenordet hör inte ihop.
refused-weak-password = Det lösenordet är lätt att gissa. Ta fyra ord som inte hör ihop.
refused-wrong-present-password = Det är inte ditt nuvarande lösenord.
refused-link-used = Du har redan använt länken. Logga in med lösenordet som du valde.
refused-link-expired = Länkar i mejl fungerar en begränsad tid. Vi skickar en ny till samma adress.
refused-link-revoked = En nyare länk har tagit dess plats; titta efter det senaste mejlet. Eller så har din administratör tagit tillbaka inbjudan.
refused-link-unknown = Vi känner inte till länken. Kanske föll en del av den bort på vägen: kopiera hela från mejlet.
refused-operator-exists = Det finns redan en operatör. Logga in, eller be den personen lägga till dig.
refused-wrong-setup-code = Det är inte koden som servern skrev ut.
refused-partner-number-taken = En annan återförsäljare har det numret.

# Mejl
mail-register-subject = Välj ditt lösenord för { $vendor }
mail-register-text = Hej { $name }. Välj ett lösenord för { $email }, så är du inne.
mail-register-button = Välj ett lösenord
mail-reset-subject = Ett nytt lösenord för { $vendor }
mail-reset-text = Hej { $name }. Någon, förmodligen du, vill ha ett nytt lösenord för { $email }.
mail-reset-button = Välj ett nytt lösenord
mail-link-note = Länken fungerar en gång, till { $until }. Är den för gammal erbjuder den en ny.
mail-not-you = Var det inte du? Då behöver du inte göra något: utan länken kommer ingen in.
mail-footer = Skickat till { $email } eftersom någon bad om det på { $vendor }s sidor.
