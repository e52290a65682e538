//! What an operator does with the real program besides serving: demo, worker, backup, doctor.

mod backup;
mod demo;
mod doctor;
mod house;
mod init;
mod log;
mod seed;
mod worker;
