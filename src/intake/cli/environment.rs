//! The variables that tell the Region of a call, as the commands before it set them.

use std::rc::Rc;

use crate::shell::Word;

/// The variables, the first of which goes before the second.
const REGION: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/// What is known of them at a command.
#[derive(Clone, Default)]
pub(super) struct Environment([Variable; REGION.len()]);

#[derive(Clone, Default)]
struct Variable {
    value: Option<Rc<Word>>,
    /// Whether commands are told it: a shell may keep it for itself.
    is_exported: bool,
}

impl Environment {
    /// The Region that a command is told.
    pub(super) fn region(&self) -> Option<Rc<Word>> {
        self.0.iter().filter(|variable| variable.is_exported).find_map(|variable| variable.value.clone())
    }

    /// `NAME=value`, for the shell or also for commands. What was told them stays so.
    pub(super) fn assign(&mut self, word: &Word, is_exported: bool) {
        let Some((name, value)) = variable(&word.text) else { return };
        if let Some(variable) = self.named(name) {
            variable.value = Some(Rc::new(Word { text: value.to_owned(), doubt: word.doubt }));
            variable.is_exported |= is_exported;
        }
    }

    /// `NAME=value`, or a name alone of what the shell has kept for itself.
    pub(super) fn export(&mut self, word: &Word) {
        self.assign(word, true);
        if let Some(variable) = self.named(&word.text) {
            variable.is_exported = true;
        }
    }

    pub(super) fn unset(&mut self, name: &str) {
        if let Some(variable) = self.named(name) {
            *variable = Variable::default();
        }
    }

    /// Sets a variable of Windows: its name may be in capitals or not, and it is never empty.
    pub(super) fn set_in_windows(&mut self, name: &str, value: Word) {
        let name = name.to_ascii_uppercase();
        if value.text.is_empty() {
            self.unset(&name);
        } else if let Some(variable) = self.named(&name) {
            *variable = Variable { value: Some(Rc::new(value)), is_exported: true };
        }
    }

    /// Takes a statement of PowerShell that sets a variable or removes some; other statements are left.
    pub(super) fn take_powershell(&mut self, words: &[Word]) -> bool {
        if let Some((name, value)) = set_in_powershell(words) {
            let is_removed = value.text.eq_ignore_ascii_case("$null");
            self.set_in_windows(name, if is_removed { Word::default() } else { value });
            return true;
        }
        let Some((_, rest)) = words.split_first().filter(|(first, _)| is(&first.text, "Remove-Item")) else {
            return false;
        };
        for name in rest.iter().filter_map(|word| without(&word.text, "env:")) {
            self.set_in_windows(name.trim_start_matches(['\\', '/']), Word::default());
        }
        true
    }

    fn named(&mut self, name: &str) -> Option<&mut Variable> {
        REGION.iter().zip(&mut self.0).find(|(known, _)| **known == name).map(|(_, variable)| variable)
    }
}

/// The name and the value of a variable that is set before a command.
pub(super) fn variable(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once('=')?;
    let is_name = !name.is_empty()
        && !name.starts_with(|first: char| first.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, value))
}

/// A variable that PowerShell sets, with blanks around the equals sign or without.
fn set_in_powershell(words: &[Word]) -> Option<(&str, Word)> {
    let (name, value) = match words {
        [name, equals, value] if equals.text == "=" => (name.text.as_str(), value.clone()),
        [whole] => {
            let (name, value) = whole.text.split_once('=')?;
            let doubt = whole.doubt.filter(|doubt| *doubt != "variable" || value.contains('$'));
            (name, Word { text: value.to_owned(), doubt })
        }
        _ => return None,
    };
    Some((without(name, "$env:")?, value))
}

/// Whether a word is a command of Windows, whose letters may be capitals or not.
pub(super) fn is(word: &str, command: &str) -> bool {
    word.eq_ignore_ascii_case(command)
}

/// A text without what it begins with, in capitals or not.
pub(super) fn without<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let (first, rest) = text.split_at_checked(beginning.len())?;
    is(first, beginning).then_some(rest)
}
