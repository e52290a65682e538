//! Stories of people who bring lists of other people.

mod chance;
mod files;
mod headings;
mod mending;
mod pasting;
mod refusing;
mod rows;
mod world;
