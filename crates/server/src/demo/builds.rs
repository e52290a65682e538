//! The files that the demo's people download: small, real archives, the same bytes every time.

use flate2::{Compression, GzBuilder};
use kernel::{Error, Result};
use std::fmt::Write;
use tar::{Builder, Header};

/// What a file is a build of.
pub(super) struct Build<'a> {
    pub product: &'a str,
    pub slug: &'a str,
    pub version: &'a str,
    pub platform: &'a str,
    pub language: &'a str,
    /// How to start the real thing against this demo.
    pub start: &'a str,
}

impl Build<'_> {
    pub fn file_name(&self) -> String {
        format!("{}.tar.gz", self.folder())
    }
    fn folder(&self) -> String {
        format!("{}-{}-{}-{}", self.slug, self.version, self.platform, self.language)
    }

    /// A gzipped tar with a text to read and a drawing to look at.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
        let mut archive = Builder::new(gzip);
        let read_me = if self.language == "sv" { "LÄS MIG.txt" } else { "READ ME.txt" };
        for (name, text) in [(read_me, self.read_me()), ("chair.svg", self.drawing())] {
            let mut header = Header::new_gnu();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(RELEASE_DAY);
            let path = format!("{}/{name}", self.folder());
            archive.append_data(&mut header, path, text.as_bytes()).map_err(Error::fault)?;
        }
        archive.into_inner().and_then(flate2::write::GzEncoder::finish).map_err(Error::fault)
    }

    fn read_me(&self) -> String {
        let Build { product, version, platform, start, .. } = self;
        match self.language {
            "sv" => format!(
                "{product} {version} för {platform}\n\nDet här är demots fil: det finns inget att installera.\n\
                 Så här startar du programmet Ritbord mot demot:\n\n    {start}\n"
            ),
            _ => format!(
                "{product} {version} for {platform}\n\nThis is the demo's file: there is nothing to install.\n\
                 This starts the program Ritbord against the demo:\n\n    {start}\n"
            ),
        }
    }

    /// A sheet of spindle-back chairs, no two the same. What is drawn follows from the name of the file alone.
    fn drawing(&self) -> String {
        let mut number =
            self.folder().bytes().fold(17_u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte));
        let mut next = |most: u32| {
            number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (number >> 16) % most
        };
        let mut svg = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4200 2970\" fill=\"none\" stroke=\"black\">\n",
        );
        for at in 0..CHAIRS {
            let (x, y) = (60 + at % 20 * 205, 60 + at / 20 * 280);
            let (width, height) = (110 + next(50), 200 + next(40));
            let seat = y + height / 2 + next(20);
            let _ =
                writeln!(svg, "<g><path d=\"M{x} {y}v{height}m{width} 0v-{height}M{x} {seat}h{width}\"/>");
            for spindle in 1..=4 + next(4) {
                let _ = writeln!(svg, "<path d=\"M{} {y}V{seat}\"/>", x + spindle * width / 9);
            }
            let _ = writeln!(svg, "<text x=\"{x}\" y=\"{}\">{width} × {height}</text></g>", y + height + 24);
        }
        svg + "</svg>\n"
    }
}

const CHAIRS: u32 = 200;
/// 2026-01-01: a date that no run changes.
const RELEASE_DAY: u64 = 1_767_225_600;

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_build_is_a_real_archive_and_the_same_every_time() {
        let build = Build {
            product: "Ritbord",
            slug: "ritbord",
            version: "2027.1",
            platform: "linux-x64",
            language: "sv",
            start: "ritbord --server http://localhost:8080",
        };
        let bytes = build.bytes().unwrap();
        assert_eq!(bytes, build.bytes().unwrap());
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&bytes[..]));
        let mut names = vec![];
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            names.push(entry.path().unwrap().display().to_string());
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            assert!(!text.is_empty());
        }
        assert_eq!(
            names,
            ["ritbord-2027.1-linux-x64-sv/LÄS MIG.txt", "ritbord-2027.1-linux-x64-sv/chair.svg"]
        );
        assert_ne!(bytes, Build { platform: "windows-x64", ..build }.bytes().unwrap());
    }
}
