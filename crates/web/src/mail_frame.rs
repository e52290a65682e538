//! The frame around every mail.
