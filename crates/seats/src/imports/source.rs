//! Where the rows come from: a file on its way in, or text that was pasted. A file is kept on disk while it is read, and
//! a thousand rows are in memory at a time.

use crate::imports::{
    Aim, Columns, ImportRefusal, NewImport, NewRow, Written, begin_import, discard_import, look_at_rows,
    read_to_the_end, take_rows,
};
use futures_util::{Stream, StreamExt};
use kernel::{Error, ImportId, Result, TeamId};
use roster::{Field, Layout, Limits, Refused};
use std::{
    fs::File,
    io::{Seek, SeekFrom, Write},
    sync::Arc,
};
use tokio::{sync::mpsc, task::spawn_blocking};
use web::Visit;

const AT_ONCE: usize = 1000;
/// A text box is for a few thousand people; more come in a file.
const PASTED: Limits = Limits { bytes: 1 << 20, rows: 10_000, columns: 100, characters: 4096 };
/// What is looked at before the answer, in turns of five hundred rows: the preview of a usual file is there at once.
const LOOKS: usize = 4;

/// What shall be done with the people of a source.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub team: TeamId,
    pub aim: Aim,
    /// The name of the file; empty for pasted text.
    pub name: String,
}

/// Takes a file in, up to the size that is read.
pub(crate) async fn spool<B: AsRef<[u8]>, E>(body: impl Stream<Item = Result<B, E>>) -> Result<File> {
    let mut file = tempfile::tempfile().map_err(Error::fault)?;
    let (mut size, limit) = (0, Limits::default().bytes);
    let mut body = std::pin::pin!(body);
    while let Some(bytes) = body.next().await {
        let bytes = bytes.map_err(|_| file_refused(&Refused::Unread(std::io::Error::other("broken off"))))?;
        size += bytes.as_ref().len() as u64;
        if size > limit {
            return Err(file_refused(&Refused::TooLarge { bytes: size, limit }));
        }
        file.write_all(bytes.as_ref()).map_err(unwritten)?;
    }
    file.seek(SeekFrom::Start(0)).map_err(Error::fault)?;
    Ok(file)
}

fn unwritten(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Error::out_of_space(),
        _ => Error::fault(error),
    }
}

fn file_refused(refused: &Refused) -> Error {
    match refused {
        Refused::Unread(error) if error.kind() == std::io::ErrorKind::StorageFull => Error::out_of_space(),
        refused => ImportRefusal::of_file(refused).into(),
    }
}

/// Reads the file and makes the preview.
pub(crate) async fn import_file(visit: &Visit, asked: Asked, file: File) -> Result<ImportId> {
    let (send, rows) = mpsc::channel(2);
    let reading = spawn_blocking(move || read_file(file, &send));
    let taken = take_in(visit, asked, rows).await;
    reading.await.map_err(Error::fault)?;
    taken
}

pub(crate) async fn import_text(visit: &Visit, asked: Asked, text: &str) -> Result<ImportId> {
    let pasted = roster::paste(text, PASTED).map_err(|refused| match refused {
        Refused::Empty => ImportRefusal::NobodyNamed.into(),
        refused => file_refused(&refused),
    })?;
    let rows = pasted.rows.into_iter().map(NewRow::from).collect();
    import_rows(visit, asked, pasted.layout, rows).await
}

/// People who were picked from a list: the import with its preview, as far as it is made at once.
pub async fn import_members(visit: &Visit, team: TeamId, aim: Aim, rows: Vec<NewRow>) -> Result<ImportId> {
    import_rows(visit, Asked { team, aim, name: String::new() }, Written::plain().layout(), rows).await
}

/// Rows that are in memory already.
async fn import_rows(visit: &Visit, asked: Asked, layout: Layout, rows: Vec<NewRow>) -> Result<ImportId> {
    let (send, parts) = mpsc::channel(1);
    let layout = Arc::new(layout);
    let sent = spawn_blocking(move || {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let part = Part { layout: layout.clone(), rows: rows.by_ref().take(AT_ONCE).collect() };
            if send.blocking_send(Ok(part)).is_err() {
                break;
            }
        }
    });
    let taken = take_in(visit, asked, parts).await;
    sent.await.map_err(Error::fault)?;
    taken
}

/// Rows that came in together; each part knows the form of the table.
struct Part {
    layout: Arc<Layout>,
    rows: Vec<NewRow>,
}

/// Sends until the other side has heard enough. The first part comes after the whole file was looked through.
fn read_file(file: File, send: &mpsc::Sender<Result<Part>>) {
    if let Err(refused) = send_rows(file, send) {
        let _ = send.blocking_send(Err(file_refused(&refused)));
    }
}

fn send_rows(file: File, send: &mpsc::Sender<Result<Part>>) -> Result<(), Refused> {
    let mut roster = roster::read(std::io::BufReader::new(file), Limits::default())?;
    let layout = Arc::new(roster.layout().clone());
    let mut part = vec![];
    for row in roster.rows()? {
        part.push(NewRow::from(row?));
        if part.len() == AT_ONCE {
            let rows = std::mem::take(&mut part);
            if send.blocking_send(Ok(Part { layout: layout.clone(), rows })).is_err() {
                return Ok(());
            }
        }
    }
    let _ = send.blocking_send(Ok(Part { layout, rows: part }));
    Ok(())
}

async fn take_in(visit: &Visit, asked: Asked, mut parts: mpsc::Receiver<Result<Part>>) -> Result<ImportId> {
    let mut begun = None;
    let mut first = 1;
    while let Some(part) = parts.recv().await {
        let taken = match part {
            Ok(part) => take_part(visit, &asked, &mut begun, &mut first, part).await,
            Err(error) => Err(error),
        };
        if let Err(error) = taken {
            give_up(visit, begun).await;
            return Err(error);
        }
    }
    let id = begun.ok_or(ImportRefusal::NobodyNamed)?;
    let ended = visit.command(move |cx| read_to_the_end(cx, id)).await;
    if let Err(error) = ended {
        give_up(visit, begun).await;
        return Err(error);
    }
    for _ in 0..LOOKS {
        if !visit.command(move |cx| look_at_rows(cx, id)).await? {
            break;
        }
    }
    Ok(id)
}

async fn take_part(
    visit: &Visit,
    asked: &Asked,
    begun: &mut Option<ImportId>,
    first: &mut i64,
    part: Part,
) -> Result<()> {
    let id = match *begun {
        Some(id) => id,
        None => *begun.insert(begin(visit, asked, &part.layout).await?),
    };
    let (at, count) = (*first, part.rows.len() as i64);
    visit.command(move |cx| take_rows(cx, id, at, &part.rows)).await?;
    *first += count;
    Ok(())
}

async fn begin(visit: &Visit, asked: &Asked, layout: &Layout) -> Result<ImportId> {
    let has = |field| layout.column_of(field).is_some();
    let new = NewImport {
        team: asked.team,
        aim: asked.aim.clone(),
        source: asked.name.clone(),
        columns: Written::of(layout),
        says: Columns { role: has(Field::Role), groups: has(Field::Groups), products: has(Field::Products) },
    };
    visit.command(move |cx| begin_import(cx, &new)).await
}

/// What cannot be thrown away now is swept later.
async fn give_up(visit: &Visit, begun: Option<ImportId>) {
    if let Some(id) = begun {
        let _ = visit.command(move |cx| discard_import(cx, id)).await;
    }
}
