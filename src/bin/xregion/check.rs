//! Checking files.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, StdoutLock, Write, stdin, stdout};
use std::process::ExitCode;

use xregion::jsonl::{LONGEST_LINE, Lines, judge_text};

use crate::arguments::Arguments;
use crate::complain;
use crate::output::{Verdict, failed};
use crate::progress::Progress;
use crate::told::reason;

/// How much is read at once.
const CHUNK: usize = 1 << 18;

/// What programs for other systems put in front of a text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

#[derive(Default)]
struct Totals {
    valid: usize,
    invalid: usize,
    with_warnings: usize,
}

/// What ends the work on a file.
enum Stop {
    /// The file cannot be read: others may.
    Input(&'static str),
    /// Nothing more can be written.
    Output(io::Error),
}

struct Check<'a> {
    asked: &'a Arguments,
    out: BufWriter<StdoutLock<'static>>,
    progress: Progress,
    totals: Totals,
}

pub(crate) fn run(asked: &Arguments) -> ExitCode {
    let out = BufWriter::new(stdout().lock());
    let mut check = Check { asked, out, progress: Progress::new(), totals: Totals::default() };
    let mut is_read = true;
    for file in &asked.files {
        let checked = check.file(file);
        check.progress.clear();
        match checked {
            Ok(()) => {}
            Err(Stop::Input(reason)) => {
                complain(&format!("{}: {reason}", file.to_string_lossy()));
                is_read = false;
            }
            Err(Stop::Output(error)) => return failed(&error),
        }
    }
    check.conclude(is_read)
}

impl Check<'_> {
    fn file(&mut self, file: &OsStr) -> Result<(), Stop> {
        let name = file.to_string_lossy();
        let mut input: Box<dyn Read> = match &*name {
            "-" => Box::new(stdin().lock()),
            _ => Box::new(File::open(file).map_err(|error| Stop::Input(reason(&error)))?),
        };
        match self.asked.is_whole.unwrap_or_else(|| name.ends_with(".json")) {
            true => self.whole(&name, &mut input)?,
            false => self.lines(&name, &mut input)?,
        }
        self.flush()
    }

    fn lines(&mut self, name: &str, input: &mut dyn Read) -> Result<(), Stop> {
        let mut lines = Lines::new(self.asked.operation, &self.asked.context);
        let mut chunk = vec![0; CHUNK];
        let read = loop {
            match input.read(&mut chunk) {
                Ok(0) => break Ok(()),
                Ok(length) => {
                    for line in lines.push(chunk.get(..length).unwrap_or_default()) {
                        self.tell(&Verdict {
                            file: name,
                            line: Some(line.number),
                            text: &line.text,
                            report: &line.report,
                        })?;
                    }
                    self.flush()?;
                    self.progress.show(name, lines.summary());
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => break Err(Stop::Input(reason(&error))),
            }
        };
        // What a file that breaks off ends with is no line.
        if read.is_ok()
            && let Some(line) = lines.finish()
        {
            self.tell(&Verdict { file: name, line: Some(line.number), text: &line.text, report: &line.report })?;
        }
        read
    }

    fn whole(&mut self, name: &str, input: &mut dyn Read) -> Result<(), Stop> {
        let mut text = Vec::new();
        let most = LONGEST_LINE as u64 + 1;
        input.take(most).read_to_end(&mut text).map_err(|error| Stop::Input(reason(&error)))?;
        if text.len() > LONGEST_LINE {
            return Err(Stop::Input("it is too large for one request"));
        }
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
        let report = judge_text(self.asked.operation, text, &self.asked.context);
        self.tell(&Verdict { file: name, line: None, text, report: &report })
    }

    fn tell(&mut self, verdict: &Verdict<'_>) -> Result<(), Stop> {
        let report = verdict.report;
        *if report.is_ok() { &mut self.totals.valid } else { &mut self.totals.invalid } += 1;
        self.totals.with_warnings += usize::from(report.has_warning());
        if self.asked.echo || !report.issues().is_empty() {
            self.progress.clear();
        }
        verdict.write(&mut self.out, self.asked).map_err(Stop::Output)
    }

    fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(Stop::Output)
    }

    fn conclude(self, is_read: bool) -> ExitCode {
        let Totals { valid, invalid, with_warnings } = self.totals;
        if !self.asked.is_json {
            let count = valid + invalid;
            let requests = if count == 1 { "request" } else { "requests" };
            let summary =
                format!("{count} {requests}: {valid} valid, {invalid} invalid, {with_warnings} with warnings");
            let _ = writeln!(io::stderr(), "{summary}");
        }
        match (is_read, invalid) {
            (false, _) => crate::NOT_READ.into(),
            (true, 1..) if !self.asked.exit_zero => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        }
    }
}
