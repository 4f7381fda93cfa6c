//! What the pages of Microsoft say that becomes of a command, written down once more.

/// The arguments in each version of PowerShell.
pub(super) fn powershell(text: &str) -> Vec<(&'static str, Vec<String>)> {
    let wrapped = text.strip_prefix("& { $PSNativeCommandArgumentPassing = 'Legacy'; ");
    let command = wrapped.map_or(text, |rest| rest.strip_suffix(" }").unwrap());
    let words = powershell_words(command);
    let line = |quote: fn(&str) -> String| {
        let words: Vec<String> = words.iter().map(|word| quote(word)).collect();
        split(&words.join(" "))
    };
    vec![
        ("PowerShell 4", line(in_quotes_if_blank)),
        ("PowerShell 5.1 to 7.2", line(in_quotes_if_blank_outside_quotes)),
        ("PowerShell 7.3", if wrapped.is_some() { line(in_quotes_if_blank_outside_quotes) } else { words.clone() }),
    ]
}

/// Words in single quotes, or of characters that mean nothing.
fn powershell_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('\'') {
            // PowerShell takes five characters for the quote; two of them stand for one.
            Some(quoted) => quoted.split_once(['\'', '\u{2018}', '\u{2019}', '\u{201A}', '\u{201B}']).unwrap(),
            None => rest.split_at(rest.find(' ').unwrap_or(rest.len())),
        };
        let is_bare = !rest.starts_with('\'');
        assert!(!is_bare || word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{word}");
        words.push(word.to_owned());
        assert!(after.is_empty() || after.starts_with(' '), "{after}");
        rest = after.trim_start_matches(' ');
    }
    words
}

fn in_quotes_if_blank(word: &str) -> String {
    if word.contains(char::is_whitespace) && !word.starts_with('"') { format!("\"{word}\"") } else { word.to_owned() }
}

fn in_quotes_if_blank_outside_quotes(word: &str) -> String {
    let (mut quotes, mut after_backslash, mut needs_quotes) = (0, false, false);
    for character in word.chars() {
        match character {
            '"' if !after_backslash => quotes += 1,
            blank if blank.is_whitespace() && quotes % 2 == 0 => needs_quotes = true,
            _ => {}
        }
        after_backslash = character == '\\';
    }
    if needs_quotes {
        let backslashes = word.len() - word.trim_end_matches('\\').len();
        format!("\"{word}{}\"", "\\".repeat(backslashes))
    } else {
        word.to_owned()
    }
}

/// The arguments at the command prompt. Nothing may be left there that it would replace or act upon, whichever quotes
/// it takes for opening ones: a batch file reads the line once more.
pub(super) fn command_prompt(text: &str) -> Vec<String> {
    assert!(!text.contains(['%', '!', '^', '&', '|', '<', '>', '(', ')', '\r', '\n']), "{text}");
    split(text)
}

/// A command line as programs in C divide it.
fn split(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut characters = line.chars().peekable();
    while characters.peek().is_some() {
        let mut argument = String::new();
        let mut is_quoted = false;
        while let Some(next) = characters.peek().copied() {
            let mut backslashes = 0;
            while characters.next_if_eq(&'\\').is_some() {
                backslashes += 1;
            }
            if backslashes > 0 {
                let before_quote = characters.peek() == Some(&'"');
                argument.push_str(&"\\".repeat(if before_quote { backslashes / 2 } else { backslashes }));
                if before_quote && backslashes % 2 == 1 {
                    argument.extend(characters.next());
                }
                continue;
            }
            characters.next();
            match next {
                '"' if is_quoted && characters.next_if_eq(&'"').is_some() => argument.push('"'),
                '"' => is_quoted = !is_quoted,
                ' ' | '\t' if !is_quoted => break,
                other => argument.push(other),
            }
        }
        assert!(!is_quoted, "{line}");
        arguments.push(argument);
        while characters.next_if(|next| matches!(next, ' ' | '\t')).is_some() {}
    }
    arguments
}
