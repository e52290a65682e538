# Enheter
devices = Enheter
devices-sub = Datorerna som du arbetar på med dina program.
in-use = Används
freed = Frigjorda, men kanske ännu utan nät
freed-hint = De här tar ingen plats längre. Ett program där som får nät loggas ut; ett som förblir utan nät fungerar till sin dag.
offline-until = fungerar utan nät till { $date }
freed-until = Fungerar utan nät till { $date }
asked = Hörde av sig { $seen }
end = Avsluta
end-which = Avsluta: { $device }
unnamed = Enhet utan namn
unnamed-system = Enheten med { $system }
use = { $product }: { $used } av { $most ->
    [one] { $most } enhet
   *[other] { $most } enheter
}.
use-full = { $product }: { $used } av { $most ->
    [one] { $most } enhet
   *[other] { $most } enheter
}. Avsluta en för att använda en annan.
no-devices = Du arbetar inte på någon enhet än
no-devices-text = Starta ett program och logga in, så visas enheten här.
to-products = Mina produkter
device-freed = Platsen för { $device } är fri för en annan enhet. Programmen där loggas ut; utan nät fungerar de till { $date }.
device-was-free = { $device } var redan fri.

# Nycklar, för den som driver Plats
licensing = Licenser
licensing-sub = Nycklarna som signerar licensbevis.
root-key = Rotnyckel
root-public = Publik nyckel
root-hint = Bygg in den i dina program. Den går i god för licensnycklarna, så de kan bytas utan ett nytt bygge.
lease-keys = Licensnycklar
key-current = Signerar nu
set-signed = Nycklarna signerades den { $at }.
set-link = Den signerade listan

# Avslag
refusal-no-seat = Du har ingen plats för { $product }. Be din administratör om en.
refusal-seat-suspended = Det finns färre platser för { $product } än personer, och din är pausad. Fråga din administratör.
refusal-seat-taken-back = Din plats för { $product } har tagits tillbaka. Be din administratör om en.
refusal-too-many-devices = Du arbetar redan på { $most ->
    [one] en enhet, så många som
   *[other] { $most } enheter, så många som
} din licens tillåter. Avsluta en under Enheter på ditt konto.
refusal-privacy-not-accepted = Godkänn först integritetsinformationen i version { $current }.
refusal-session-ended = Du har loggats ut på den här enheten. Logga in igen.
refusal-key-reused = Samma Idempotency-Key kom med en annan begäran. Skapa en ny nyckel för varje begäran.
