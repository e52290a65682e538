# How a mail fared
mail-queued = Queued
mail-sent = Sent
mail-deferred = Delayed
mail-failed = Not delivered
mail-canceled = Canceled

# Refusals
refusal-mail-not-deferred = This mail is not waiting for another try. To send it again, send a new one.
