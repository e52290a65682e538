//! The real program as a supervisor runs it: started, listened to, told to stop, killed.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::Duration,
};

/// A slow machine under load takes long to start; a test that waits longer has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program; it is killed when the test lets go of it.
pub struct Program {
    child: Child,
    heard: Receiver<String>,
    log: Vec<String>,
}

impl Program {
    /// `platsd serve` with the settings, as soon as it listens; and the url where it does.
    pub fn serve(program: &str, settings: &Path, more: &[&str]) -> (Program, String) {
        let mut command = Command::new(program);
        command.arg("serve").arg("--config").arg(settings).args(more);
        Program::listening(command)
    }

    /// The same under a limit of its own for the size of files, which [`Program::limit_files`] sets: a write beyond it
    /// fails as on a full disk instead of ending the program.
    pub fn serve_limited(program: &str, settings: &Path) -> (Program, String) {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" serve --config \"$1\"", program]).arg(settings);
        Program::listening(command)
    }

    /// `platsd worker` with the settings, as soon as it works.
    pub fn work(program: &str, settings: &Path) -> Program {
        let mut command = Command::new(program);
        command.arg("worker").arg("--config").arg(settings);
        let mut program = Program::start(command);
        program.said("Plats works");
        program
    }

    fn listening(command: Command) -> (Program, String) {
        let mut program = Program::start(command);
        let line = program.said("Plats serves");
        let listens = line.rsplit_once("listen=").map(|(_, address)| address.trim());
        let url = format!("http://{}", listens.expect("the log names the address"));
        (program, url)
    }

    fn start(mut command: Command) -> Program {
        command.env("RUST_LOG", "info").env("NO_COLOR", "1").stdin(Stdio::null());
        let mut child =
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a program to start");
        let lines = BufReader::new(child.stderr.take().expect("what it says")).lines();
        let (say, heard) = channel();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| say.send(line)));
        Program { child, heard, log: vec![] }
    }

    /// Waits until it says these words, and gives the line.
    pub fn said(&mut self, words: &str) -> String {
        loop {
            match self.heard.recv_timeout(PATIENCE) {
                Ok(line) => self.log.push(line),
                Err(_) => panic!("the program did not say {words:?}:\n{}", self.log.join("\n")),
            }
            if let Some(line) = self.log.last().filter(|line| line.contains(words)) {
                return line.clone();
            }
        }
    }

    /// Waits for its end.
    pub fn ended(&mut self) -> ExitStatus {
        self.ended_within(PATIENCE).unwrap_or_else(|| panic!("it does not end:\n{}", self.log.join("\n")))
    }

    /// None when it goes on for longer, counted from what it said last.
    pub fn ended_within(&mut self, patience: Duration) -> Option<ExitStatus> {
        loop {
            match self.heard.recv_timeout(patience) {
                Ok(line) => self.log.push(line),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().ok(),
                Err(RecvTimeoutError::Timeout) => return None,
            }
        }
    }

    /// All that it said so far.
    pub fn log(&mut self) -> &[String] {
        self.log.extend(self.heard.try_iter());
        &self.log
    }

    /// SIGKILL: no last word, no cleaning up.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("it runs");
        self.ended();
        std::mem::take(&mut self.log)
    }

    /// SIGTERM.
    pub fn terminate(&self) {
        self.shell("kill -TERM \"$0\"", "");
    }

    /// No file of the program may grow beyond so many bytes; None takes the limit away.
    pub fn limit_files(&self, most: Option<u64>) {
        let most = most.map_or("unlimited".to_owned(), |most| most.to_string());
        self.shell("prlimit --pid \"$0\" --fsize=\"$1\":", &most);
    }

    fn shell(&self, script: &str, argument: &str) {
        let pid = self.child.id().to_string();
        let done = Command::new("sh").args(["-c", script, &pid, argument]).status().expect("a shell");
        assert!(done.success(), "{script}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            eprintln!("{}", self.log().join("\n"));
        }
    }
}
