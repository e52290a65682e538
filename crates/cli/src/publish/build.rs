//! One file and its place in a release: compared with what is there, sent, compared with what arrived.

use super::label;
use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    local,
    table::clean,
    upload,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use i18n_embed_fl::fl;
use indicatif::HumanBytes;
use std::{fs, path::PathBuf, str::FromStr};
use wire::catalog::{self, Release};

/// Where a file belongs.
#[derive(Debug, Clone)]
pub struct Place {
    pub platform: String,
    pub language: String,
    pub file: PathBuf,
}

impl Place {
    pub fn is_same(&self, other: &Place) -> bool {
        self.platform == other.platform && self.language.eq_ignore_ascii_case(&other.language)
    }
    fn holds(&self, build: &&catalog::Build) -> bool {
        build.platform == self.platform && build.language.eq_ignore_ascii_case(&self.language)
    }
}

impl FromStr for Place {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('=').and_then(|(place, file)| Some((place.split_once('/')?, file)));
        match parts {
            Some(((platform, language), file)) if ![platform, language, file].contains(&"") => {
                Ok(Place { platform: platform.into(), language: language.into(), file: file.into() })
            }
            _ => Err("it should look like windows-x64/mul=Setup.msi".into()),
        }
    }
}

/// A file that was read once.
pub struct Build {
    place: Place,
    file_name: String,
    size: u64,
    sha256: [u8; 32],
}

impl Build {
    pub fn read(cx: &Context, place: Place) -> Result<Build> {
        let shown = || place.file.display().to_string();
        let facts =
            fs::metadata(&place.file).map_err(|error| local::unreadable(&place.file, &error, cx.t))?;
        let file_name = place.file.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let (true, Some(file_name)) = (facts.is_file(), file_name) else {
            return Err(Failure::usage(fl!(cx.t, "not-a-file", file = shown())));
        };
        if facts.len() == 0 {
            return Err(Failure::usage(fl!(cx.t, "empty-file", file = shown())));
        }
        let sha256 = upload::digest(cx.t, &place.file, facts.len())
            .map_err(|fault| Failure::usage(fault.to_string()))?;
        Ok(Build { file_name, size: facts.len(), sha256, place })
    }

    /// What happened, in a sentence.
    pub fn publish(&self, (cx, http): (&Context, &Http), release: &Release, replace: bool) -> Result<String> {
        let (t, build) = (cx.t, label(release, &self.place));
        let there = release.builds.iter().find(|build| self.place.holds(build));
        match there {
            Some(there) if there.sha256 == self.hex() && (there.file_name == self.file_name || !replace) => {
                return Ok(fl!(t, "build-there", build = build, file = clean(&there.file_name)));
            }
            Some(there) if !replace => {
                let file = clean(&there.file_name);
                return Err(Failure::Denied(
                    fl!(t, "build-taken", build = build, file = file),
                    String::new(),
                ));
            }
            _ => {}
        }
        let stored = self.send(cx, http, (release, replace))?;
        if stored.sha256 != self.hex() {
            let sentence =
                fl!(t, "arrived-otherwise", build = build, theirs = clean(&stored.sha256), ours = self.hex());
            return Err(Failure::Unanswered(sentence, String::new()));
        }
        let size = HumanBytes(self.size).to_string();
        let file = clean(&stored.file_name);
        Ok(fl!(t, "build-published", build = build, file = file, size = size, sha256 = self.hex()))
    }

    fn send(
        &self,
        cx: &Context,
        http: &Http,
        (release, replace): (&Release, bool),
    ) -> Result<catalog::Build> {
        let Place { platform, language, file } = &self.place;
        let mut ask = Ask::put([
            "products",
            &release.product,
            "releases",
            &release.version,
            "builds",
            platform,
            language,
        ])
        .query("file_name", &self.file_name);
        if replace {
            ask = ask.query("replace", "true");
        }
        let announced = format!("sha-256=:{}:", STANDARD.encode(self.sha256));
        let open = || upload::measured(cx.t, file, self.size);
        http.put_file(&ask, (self.size, &announced), open)?.parse(cx.t)
    }

    fn hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_platform_language_and_file() {
        let place: Place = "windows-x64/mul=dist/a=b/Setup.msi".parse().unwrap();
        assert_eq!((place.platform.as_str(), place.language.as_str()), ("windows-x64", "mul"));
        assert_eq!(place.file, PathBuf::from("dist/a=b/Setup.msi"));
        for bad in ["Setup.msi", "windows-x64=Setup.msi", "/mul=Setup.msi", "windows-x64/=x", "a/b="] {
            assert!(bad.parse::<Place>().is_err(), "{bad}");
        }
    }
}
