//! Verdicts on their way out: for people, a line for each issue; for programs, JSON.

use std::io::{Error, ErrorKind, Write};
use std::process::ExitCode;

use serde::Serialize;
use xregion::report::Issue;
use xregion::{Code, Report, Severity};

use crate::arguments::Arguments;
use crate::told::plain;

/// What shells say of a program that was ended as nobody read its output any more.
const BROKEN_PIPE: u8 = 141;

/// Ends a program whose output cannot be written.
pub(crate) fn failed(error: &Error) -> ExitCode {
    if error.kind() == ErrorKind::BrokenPipe {
        return BROKEN_PIPE.into();
    }
    crate::complain("the output cannot be written");
    crate::NOT_READ.into()
}

/// A request and what there is to say of it.
pub(crate) struct Verdict<'v> {
    pub(crate) file: &'v str,
    /// Its line, where there is one on each.
    pub(crate) line: Option<usize>,
    pub(crate) text: &'v [u8],
    pub(crate) report: &'v Report,
}

#[derive(Serialize)]
struct Told<'v> {
    file: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    ok: bool,
    issues: &'v [Issue],
}

impl Verdict<'_> {
    /// Writes what the arguments ask for.
    pub(crate) fn write(&self, out: &mut impl Write, asked: &Arguments) -> Result<(), Error> {
        let issues = self.report.issues();
        if issues.is_empty() && !asked.echo {
            return Ok(());
        }
        if !asked.is_json {
            return issues.iter().try_for_each(|issue| writeln!(out, "{}", self.sentence(issue)));
        }
        let Self { file, line, report, .. } = *self;
        let told = serde_json::to_string(&Told { file, line, ok: report.is_ok(), issues })?;
        let open = told.strip_suffix('}').unwrap_or(&told);
        match self.echoed().filter(|_| asked.echo) {
            Some(echoed) => writeln!(out, "{open},{echoed}}}"),
            None => writeln!(out, "{told}"),
        }
    }

    fn sentence(&self, issue: &Issue) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let severity = if issue.severity == Severity::Error { "error" } else { "warning" };
        let pointer = issue.path.pointer();
        let place = if pointer.is_empty() { pointer } else { format!("{pointer}: ") };
        let code = issue.code.as_str();
        plain(&format!("{}{line}: {severity}: {place}{} ({code}, {})", self.file, issue.message(), issue.rule))
    }

    /// The request as it came: as JSON, and as text where it is none. What was too long to be kept is neither.
    fn echoed(&self) -> Option<String> {
        let has = |code| self.report.issues().iter().any(|issue| issue.code == code && issue.path.0.is_empty());
        let text = String::from_utf8_lossy(self.text);
        if has(Code::InvalidJson) {
            return Some(format!("\"text\":{}", serde_json::Value::from(text)));
        }
        // Between values JSON may be broken into lines, and what comes out is to be one.
        let data = text.replace(['\n', '\r'], " ");
        let data = data.trim_matches([' ', '\t']);
        (!data.is_empty()).then(|| format!("\"data\":{data}"))
    }
}
