//! Which encoding a stream is in, and its text as UTF-8, a piece at a time.

use crate::Refused;
use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read, Seek};

/// What is held of a stream at a time.
const PIECE: usize = 16 * 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// As the standard calls it.
    pub fn name(self) -> &'static str {
        self.of_the_standard().name()
    }

    fn of_the_standard(self) -> &'static encoding_rs::Encoding {
        match self {
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1252 => WINDOWS_1252,
        }
    }

    /// Reads all of the stream: one letter at its end can show that it is not UTF-8. Damaged UTF-8 is refused, since
    /// it would be taken for Windows-1252 and every `å` for `Ã¥`: it has more letters that are well-formed than not.
    pub(crate) fn find(source: &mut (impl Read + Seek)) -> Result<Encoding, Refused> {
        source.rewind()?;
        let mut head = Vec::with_capacity(PIECE);
        source.by_ref().take(PIECE as u64).read_to_end(&mut head)?;
        no_other_kind_of_file(&head)?;
        match head[..] {
            [] => return Err(Refused::Empty),
            [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
            _ => {}
        }
        if let Some(encoding) = by_its_zeros(&head)? {
            return Ok(encoding);
        }
        source.rewind()?;
        let (well, ill) = letters(source)?;
        match (well, ill) {
            (_, 0) => Ok(Encoding::Utf8),
            _ if head.starts_with(b"\xef\xbb\xbf") || well >= ill => Err(Refused::BrokenText),
            _ => Ok(Encoding::Windows1252),
        }
    }
}

/// What a file begins with that programs write instead of a table.
fn no_other_kind_of_file(head: &[u8]) -> Result<(), Refused> {
    let begins = |signatures: &[&[u8]]| signatures.iter().any(|signature| head.starts_with(signature));
    match () {
        () if begins(&[b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"]) => Err(Refused::Workbook),
        () if begins(&[b"%PDF-"]) => Err(Refused::Pdf),
        () if begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"]) => {
            Err(Refused::Image)
        }
        () if begins(&[b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"]) => Err(Refused::Binary),
        () => Ok(()),
    }
}

/// UTF-16 without a mark: every second byte of most letters is zero, and no other one is.
fn by_its_zeros(head: &[u8]) -> Result<Option<Encoding>, Refused> {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = |count: usize| 4 * count >= head.len();
    match (zeros(0), zeros(1)) {
        (0, 0) => Ok(None),
        (0, odd) if most(odd) => Ok(Some(Encoding::Utf16Le)),
        (even, 0) if most(even) => Ok(Some(Encoding::Utf16Be)),
        _ => Err(Refused::Binary),
    }
}

/// How many letters beyond ASCII are well-formed UTF-8, and how many are not.
fn letters(source: &mut impl Read) -> Result<(u64, u64), Refused> {
    let (mut well, mut ill) = (0, 0);
    let mut piece = vec![0; PIECE];
    let mut kept = 0;
    loop {
        let read = some(source, &mut piece[kept..])?;
        let held = kept + read;
        // The beginning of a letter at the end of a piece waits for its rest; at the end of the stream there is none.
        kept = if read == 0 { 0 } else { beginning_of_a_letter(&piece[..held]) };
        for chunk in piece[..held - kept].utf8_chunks() {
            well += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
            ill += u64::from(!chunk.invalid().is_empty());
        }
        if read == 0 {
            return Ok((well, ill));
        }
        piece.copy_within(held - kept..held, 0);
    }
}

/// The length of the letter that begins in the last three bytes and goes on behind them, if one does.
fn beginning_of_a_letter(piece: &[u8]) -> usize {
    let needs = |byte: u8| match byte {
        0xc0.. => 2 + usize::from(byte >= 0xe0) + usize::from(byte >= 0xf0),
        _ => 1,
    };
    let last = piece.iter().rev().take(3).enumerate().find(|(_, byte)| **byte & 0xc0 != 0x80);
    last.map_or(0, |(behind, byte)| if needs(*byte) > behind + 1 { behind + 1 } else { 0 })
}

fn some(source: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

/// The text of a stream, without its mark.
pub(crate) struct Text<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    pub(crate) held: usize,
    ended: bool,
}

impl<R: Read + Seek> Text<R> {
    pub(crate) fn new(mut source: R, encoding: Encoding) -> Result<Self, Refused> {
        source.rewind()?;
        let decoder = encoding.of_the_standard().new_decoder_with_bom_removal();
        let room = decoder.max_utf8_buffer_length(PIECE).unwrap_or(4 * PIECE);
        let (raw, text) = (vec![0; PIECE], vec![0; room]);
        Ok(Text { source, decoder, raw, text, at: 0, held: 0, ended: false })
    }

    /// What is not consumed yet; nothing at the end.
    pub(crate) fn piece(&mut self) -> Result<&[u8], Refused> {
        while self.at == self.held && !self.ended {
            self.fill()?;
        }
        Ok(&self.text[self.at..self.held])
    }

    pub(crate) fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }

    fn fill(&mut self) -> Result<(), Refused> {
        let read = some(&mut self.source, &mut self.raw)?;
        self.ended = read == 0;
        let (_, _, written, broken) =
            self.decoder.decode_to_utf8(&self.raw[..read], &mut self.text, self.ended);
        (self.at, self.held) = (0, written);
        if broken {
            return Err(Refused::BrokenText);
        }
        if self.text[..written].contains(&0) {
            return Err(Refused::Binary);
        }
        Ok(())
    }
}
