# Hur det gick för ett mejl
mail-queued = I kö
mail-sent = Skickat
mail-deferred = Försenat
mail-failed = Kom inte fram
mail-canceled = Inställt

# Avslag
refusal-mail-not-deferred = Det här mejlet väntar inte på ett nytt försök. Skicka ett nytt i stället.
