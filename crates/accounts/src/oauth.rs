//! OAuth and OpenID for programs.
