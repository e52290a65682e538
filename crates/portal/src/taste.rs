//! Which build of a release suits the visitor: the system that the browser names, then the language.

use catalog::{Build, Platform};
use kernel::Lang;

/// What the visitor's machine runs, likeliest first; empty where no build runs (phones) or nothing is said.
///
/// Browsers do not tell the processor of a Mac, so the newer kind comes first.
pub(crate) fn platforms(user_agent: &str) -> &'static [Platform] {
    use Platform::*;
    let says = |word| user_agent.contains(word);
    match () {
        () if says("Android") || says("iPhone") || says("iPad") => &[],
        () if says("Windows") && says("ARM64") => &[WindowsArm64, WindowsX64],
        () if says("Windows") => &[WindowsX64, WindowsArm64],
        () if says("Macintosh") => &[MacosArm64, MacosX64],
        () if says("Linux") && (says("aarch64") || says("arm64")) => &[LinuxArm64, LinuxX64],
        () if says("Linux") => &[LinuxX64, LinuxArm64],
        () => &[],
    }
}

/// The best first.
pub(crate) fn sort(builds: &mut [Build], user_agent: &str, lang: Lang) {
    let wanted = platforms(user_agent);
    builds.sort_by_key(|build| {
        let platform = wanted.iter().position(|platform| *platform == build.platform).unwrap_or(wanted.len());
        let language = match build.language.as_str() {
            tag if tag.split('-').next() == Some(lang.tag()) => 0,
            "mul" => 1,
            "en" => 2,
            _ => 3,
        };
        (platform, language, build.platform, build.language.clone())
    });
}

/// Whether the build runs on what the visitor sits at, as far as one can tell.
pub(crate) fn suits(build: &Build, user_agent: &str) -> bool {
    platforms(user_agent).contains(&build.platform)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_names_its_system() {
        use Platform::*;
        let cases: [(&str, &[Platform]); 5] = [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140", &[WindowsX64, WindowsArm64]),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", &[MacosArm64, MacosX64]),
            ("Mozilla/5.0 (X11; Linux aarch64) Firefox/140", &[LinuxArm64, LinuxX64]),
            ("Mozilla/5.0 (Linux; Android 15) Chrome/140", &[]),
            ("", &[]),
        ];
        for (user_agent, wanted) in cases {
            assert_eq!(platforms(user_agent), wanted, "{user_agent}");
        }
    }
}
