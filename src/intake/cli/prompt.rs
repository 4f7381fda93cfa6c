//! The shell that a text is for, as far as the text tells it, and the prompts that stand before its commands.

use std::borrow::Cow;

use super::environment::{variable, without as after};
use crate::shell::Shell;

/// A text without the prompts of a shell that shows where it is, and that shell. Only in a text that begins with one are
/// there more: elsewhere a line that looks so belongs to the text.
pub(super) fn without(text: &str) -> (Cow<'_, str>, Option<Shell>) {
    let Some((shell, _)) = prompted(text.lines().next().unwrap_or_default()) else { return (text.into(), None) };
    let command = |line| match prompted(line) {
        Some((found, command)) if found == shell => command,
        _ => line,
    };
    (text.split('\n').map(command).collect::<Vec<_>>().join("\n").into(), Some(shell))
}

/// The shell whose prompt a line begins with, and what stands behind that.
fn prompted(line: &str) -> Option<(Shell, &str)> {
    let (shell, end) = match line.as_bytes() {
        [b'P', b'S', b' ' | b'>', ..] => {
            (Shell::PowerShell, line.find("> ").or_else(|| line.strip_suffix('>').map(str::len))?)
        }
        [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic() => (Shell::Cmd, line.find('>')?),
        _ => return None,
    };
    let (place, rest) = line.split_at_checked(end)?;
    // Behind a blank it says where output goes.
    let is_prompt = shell == Shell::PowerShell || !place.ends_with(' ');
    is_prompt.then_some((shell, rest.strip_prefix('>')?.trim_start()))
}

/// What ends a line that goes on tells the shell, and so does what only one understands.
pub(super) fn likely_shell(text: &str) -> Shell {
    let sets = |line: &str| after(line, "set ").is_some_and(|rest| variable(rest.trim_start()).is_some());
    let is_known_to_cmd = || !text.contains(['\'', '$', '`']);
    if text.starts_with("& {") || text.contains(" `\n") || text.lines().any(|line| after(line, "$env:").is_some()) {
        Shell::PowerShell
    } else if text.contains("^\n") || is_known_to_cmd() && (text.lines().any(sets) || holds_percent_variable(text)) {
        Shell::Cmd
    } else {
        Shell::Posix
    }
}

/// Whether a name stands between percent signs: a variable of the command prompt, which knows neither single quotes nor
/// dollar signs.
fn holds_percent_variable(text: &str) -> bool {
    let is_name = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    // The first part stands before a percent sign, and the last one not before another.
    let mut parts = text.split('%').skip(1).peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_some() && is_name(part) {
            return true;
        }
    }
    false
}
