# Devices
devices = Devices
devices-sub = The machines on which you work with your programs.
in-use = In use
freed = Freed, and perhaps still offline
freed-hint = These take no place any more. A program there that comes online is signed out; one that stays offline works until its day.
offline-until = works offline until { $date }
freed-until = Works offline until { $date }
asked = Asked { $seen }
end = End
end-which = End: { $device }
unnamed = Device without a name
unnamed-system = The { $system } device
use = { $product }: { $used } of { $most ->
    [one] { $most } device
   *[other] { $most } devices
}.
use-full = { $product }: { $used } of { $most ->
    [one] { $most } device
   *[other] { $most } devices
}. End one to use another.
no-devices = You work on no device yet
no-devices-text = Start a program and sign in: the device shows up here.
to-products = My products
device-freed = { $device } is free for another device. Its programs are signed out; offline they work until { $date }.
device-was-free = { $device } was free already.

# Keys, for the operator
licensing = Licensing
licensing-sub = The keys that sign leases.
root-key = Root key
root-public = Public key
root-hint = Build this into your programs. It vouches for the lease keys, so these can change without a new build.
lease-keys = Lease keys
key-current = Signs now
set-signed = The set was signed on { $at }.
set-link = The signed set

# Refusals
refusal-no-seat = You have no seat for { $product }. Ask your administrator for one.
refusal-seat-suspended = There are fewer seats for { $product } than people, and yours is on hold. Ask your administrator.
refusal-seat-taken-back = Your seat for { $product } was taken back. Ask your administrator for one.
refusal-too-many-devices = You work on { $most ->
    [one] one device already, as many as
   *[other] { $most } devices already, as many as
} your license allows. End one under Devices in your account.
refusal-privacy-not-accepted = Accept the privacy statement in its version { $current } first.
refusal-session-ended = You were signed out on this device. Sign in again.
refusal-key-reused = The same Idempotency-Key came with another request. Draw a new key for each request.
