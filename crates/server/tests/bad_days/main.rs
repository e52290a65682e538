//! What the real program does on bad days: killed, cut off from the mail server, out of space, told to stop.

mod crowd;
mod found;
mod full;
mod house;
mod imported;
mod killed;
mod load;
mod mail_down;
mod opening;
mod slow;
mod stopped;
