# Bjuda in
users = Användare
invite-users = Bjud in användare
invite-text = Till teamet { $team } hos { $organization }. Det här lägger till i teamet; produkter delas ut efteråt.
invite-hint = Den som är ny får ett mejl med en länk för att välja lösenord; den gäller i 7 dagar. Den som redan har ett konto får veta att hen är med i teamet.
first-name = Förnamn
last-name = Efternamn
email = E-postadress
mail-language = Mejlets språk
invite-several = Flera personer, ur en fil eller en lista
send-invite = Skicka inbjudan
cancel = Avbryt
invited = { $email } är inbjuden. Dela ut produkter härnäst.
invitation-sent-anew = En ny inbjudan är på väg; den gamla länken är död.

# Roller
role = Roll
change-role = Ändra roll
role-changed = Rollen är ändrad.
role-user-hint = Ser och använder de produkter som en administratör delar ut.
role-secondary-hint = Har samma rättigheter som den primära administratören, och behöver ingen plats. Det får finnas hur många som helst.
role-primary-hint = Det finns exakt en. Den nuvarande primära administratören blir sekundär.
role-contract-manager = Avtalsansvarig är en egen roll och ändras vid avtalet:
contracts = Avtal
is-primary = Det här är den primära administratören
is-primary-text = Ett team har alltid exakt en. För att lämna över rollen öppnar du personen som ska ha den och väljer Primär administratör där.

# Team
new-team = Nytt team
new-team-text = Hos { $organization }. Ett team har sina egna användare, administratörer och platser. Du blir dess primära administratör.
team-name = Teamets namn
create-team = Skapa teamet
team-created = { $name } är skapat. Bjud in dess användare.

# Avslag
refused-already-member = { $email } är redan med i teamet.
refused-already-active = Personen har redan varit inne; det finns inget att skicka på nytt.
refused-team-name-taken = Företaget har redan ett team med det namnet.
refused-team-archived = Teamet { $team } är arkiverat. Ta tillbaka det först.
refused-primary-admin-stays = Ett team har alltid en primär administratör. Gör någon annan till primär administratör först.
refused-removed-too-long-ago = Personen togs bort för mer än 30 dagar sedan. Bjud in personen på nytt.
refused-same-address = Inbjudan har redan gått till den adressen. Skicka den på nytt i stället.

# Mejl
mail-invited-subject = { $organization } bjuder in dig till { $vendor }
mail-invited-title = Välkommen, { $name }. Välj ditt lösenord
mail-invited-text = Hej { $name }. { $by } har lagt till dig i teamet { $team } hos { $organization }.
mail-invited-button = Välj ett lösenord
mail-link-note = Länken fungerar en gång, till { $until }. Är den för gammal erbjuder den en ny.
mail-next = Vad som händer sedan
mail-next-password = Välj ett lösenord.
mail-next-products = Din administratör delar ut produkter; du får ett mejl med nedladdningen.
mail-next-start = Starta programmet och logga in med den här adressen.
mail-joined-subject = Du är med i teamet { $team } hos { $organization }
mail-joined-text = Hej { $name }. { $by } har lagt till dig i teamet { $team } hos { $organization }. Ditt konto och lösenord är som förut.
mail-joined-button = Till ditt konto
mail-removed-subject = Du är inte längre med i teamet { $team } hos { $organization }
mail-removed-text = Hej { $name }. { $by } har tagit bort dig från teamet { $team } hos { $organization }. Du har inga produkter därifrån längre.
mail-left-text = Hej { $name }. Du har lämnat teamet { $team } hos { $organization }. Du har inga produkter därifrån längre.
mail-removed-stays = Ditt konto och lösenord är som förut. Var det ett misstag kan en administratör för teamet ta tillbaka dig inom 30 dagar.
mail-moved-subject = Du är i teamet { $team } hos { $organization } nu
mail-moved-text = Hej { $name }. { $by } har flyttat dig från teamet { $before } till teamet { $after } hos { $organization }. Det du arbetar med har följt med: inget behöver installeras på nytt och inget avbröts.
mail-moved-whole = Du är inte längre med i { $before }. Ditt konto och lösenord är som förut.
mail-moved-part = Du är kvar i { $before } med det du har där.
mail-secondary-subject = Du är nu sekundär administratör för { $team }
mail-secondary-text = Hej { $name }. { $by } har gjort dig till sekundär administratör för teamet { $team } hos { $organization }.
mail-secondary-may = Du bjuder in användare, delar ut produkter och ändrar roller, precis som den primära administratören.
mail-dismissed-subject = Du är inte längre sekundär administratör för { $team }
mail-dismissed-text = Hej { $name }. { $by } har ändrat din roll i teamet { $team } hos { $organization }: du är användare nu.
mail-dismissed-stays = Dina produkter, ditt konto och ditt lösenord är som förut.
mail-primary-subject = Du är nu primär administratör för { $team }
mail-primary-text = Hej { $name }. Du är nu primär administratör för teamet { $team } hos { $organization }.
mail-primary-former = { $former } hade rollen tidigare och är nu sekundär administratör.
mail-former-subject = { $who } är nu primär administratör för { $team }; du är sekundär administratör
mail-former-text = Hej { $name }. { $who } är nu primär administratör för teamet { $team } hos { $organization }. Du är sekundär administratör och får göra samma saker som förut.
mail-other-subject = { $who } är nu primär administratör för { $team }
mail-other-text = Hej { $name }. { $who } är nu primär administratör för teamet { $team } hos { $organization }. Din egen roll är som förut.
mail-changed-by = Ändringen gjordes av { $by }.
mail-team-button = Till teamets användare
mail-news-footer = Skickat till { $email } eftersom det gäller din plats i teamet { $team } hos { $organization }.
mail-footer = Skickat till { $email } eftersom en administratör hos { $organization } lade till dig.
