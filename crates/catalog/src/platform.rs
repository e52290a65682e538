//! What a build runs on.

use kernel::FieldError;
use std::{fmt, str::FromStr};

/// Operating system and processor.
///
/// ```
/// use catalog::Platform;
/// let platform: Platform = "macos-arm64".parse().unwrap();
/// assert_eq!(platform.to_string(), "macos-arm64");
/// assert_eq!(platform.display_name(), "macOS, Apple silicon");
/// assert_eq!("beos-x86".parse::<Platform>().unwrap_err().code, "unknown");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Platform {
    WindowsX64,
    WindowsArm64,
    MacosX64,
    MacosArm64,
    LinuxX64,
    LinuxArm64,
}

impl Platform {
    pub const ALL: [Platform; 6] = [
        Platform::WindowsX64,
        Platform::WindowsArm64,
        Platform::MacosX64,
        Platform::MacosArm64,
        Platform::LinuxX64,
        Platform::LinuxArm64,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Platform::WindowsX64 => "windows-x64",
            Platform::WindowsArm64 => "windows-arm64",
            Platform::MacosX64 => "macos-x64",
            Platform::MacosArm64 => "macos-arm64",
            Platform::LinuxX64 => "linux-x64",
            Platform::LinuxArm64 => "linux-arm64",
        }
    }
    /// The same in all languages: names of products.
    pub const fn display_name(self) -> &'static str {
        match self {
            Platform::WindowsX64 => "Windows, 64-bit",
            Platform::WindowsArm64 => "Windows, ARM",
            Platform::MacosX64 => "macOS, Intel",
            Platform::MacosArm64 => "macOS, Apple silicon",
            Platform::LinuxX64 => "Linux, 64-bit",
            Platform::LinuxArm64 => "Linux, ARM",
        }
    }
}

impl FromStr for Platform {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let known = Platform::ALL.into_iter().find(|platform| platform.as_str() == text.trim());
        known.ok_or_else(|| FieldError::new("platform", if text.is_empty() { "missing" } else { "unknown" }))
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
