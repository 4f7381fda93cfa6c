//! Character classes of documented patterns, read by themselves: to say them in words, and to write them in the dialect
//! of `<input pattern>`.

/// A class such as `[a-z0-9_]`, as the ranges of its characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Class(Vec<(char, char)>);

impl Class {
    /// Reads a class that begins after its bracket, and gives what comes after it. One of what is excluded is none.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        if text.starts_with('^') {
            return None;
        }
        let mut ranges = Vec::new();
        let mut rest = text;
        loop {
            if let Some(after) = rest.strip_prefix(']') {
                return Some((Self(ranges), after));
            }
            let (from, after) = atom(rest)?;
            // A hyphen between two characters makes a range of them, unless it ends the class.
            let to = after.strip_prefix('-').filter(|after| !after.starts_with(']')).and_then(atom);
            rest = match (from, to) {
                (Atom::One(from), Some((Atom::One(to), after))) => {
                    ranges.push((from, to));
                    after
                }
                (Atom::One(one), _) => {
                    ranges.push((one, one));
                    after
                }
                (Atom::Many(many), _) => {
                    ranges.extend(many);
                    after
                }
            };
        }
    }

    /// The class as the `v` flag reads it.
    pub(super) fn for_html(&self) -> String {
        let ranges = self.0.iter().map(|(from, to)| match from == to {
            true => escaped(*from),
            false => format!("{}-{}", escaped(*from), escaped(*to)),
        });
        format!("[{}]", ranges.collect::<String>())
    }

    /// The class for people: `letters A to Z, digits, spaces and _ . -`.
    pub(super) fn in_words(&self) -> String {
        const KINDS: [(char, char, &str); 7] = [
            ('A', 'Z', "letters A to Z"),
            ('a', 'z', "letters a to z"),
            ('0', '9', "digits"),
            (' ', ' ', "spaces"),
            ('\t', '\t', "tabs"),
            ('\n', '\n', "line breaks"),
            ('\r', '\r', "line breaks"),
        ];
        const FEW: u32 = 16;
        let mut words: Vec<String> = Vec::new();
        let mut signs: Vec<String> = Vec::new();
        for (from, to) in &self.0 {
            if let Some((.., word)) = KINDS.iter().find(|(first, last, _)| (first, last) == (from, to)) {
                words.push((*word).to_owned());
            } else if from.is_ascii_graphic() && u32::from(*to).saturating_sub(u32::from(*from)) < FEW {
                signs.extend((*from..=*to).map(String::from));
            } else {
                words.push(format!("the characters from U+{:04X} to U+{:04X}", u32::from(*from), u32::from(*to)));
            }
        }
        words.dedup();
        let mut seen = Vec::new();
        signs.retain(|sign| !seen.contains(sign) && (seen.push(sign.clone()), true).1);
        words.extend((!signs.is_empty()).then(|| signs.join(" ")));
        match words.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
            _ => words.concat(),
        }
    }
}

enum Atom {
    One(char),
    Many(&'static [(char, char)]),
}

fn atom(text: &str) -> Option<(Atom, &str)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    if first != '\\' {
        return Some((Atom::One(first), characters.as_str()));
    }
    let escape = characters.next()?;
    let rest = characters.as_str();
    Some(match escape {
        'd' => (Atom::Many(&[('0', '9')]), rest),
        'w' => (Atom::Many(&[('A', 'Z'), ('a', 'z'), ('0', '9'), ('_', '_')]), rest),
        'u' if !rest.starts_with('{') => {
            let one = u32::from_str_radix(rest.get(..4)?, 16).ok().and_then(char::from_u32)?;
            (Atom::One(one), rest.get(4..)?)
        }
        'u' => {
            let (digits, rest) = rest.strip_prefix('{')?.split_once('}')?;
            (Atom::One(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?), rest)
        }
        'n' => (Atom::One('\n'), rest),
        'r' => (Atom::One('\r'), rest),
        't' => (Atom::One('\t'), rest),
        sign => (Atom::One(sign), rest),
    })
}

/// A character inside a class. With the `v` flag brackets, slashes and hyphens are signs of their own, and so are most
/// other signs where they stand twice.
fn escaped(character: char) -> String {
    match character {
        '_' | '"' | '\'' | ' ' => character.to_string(),
        sign if sign.is_ascii_punctuation() => format!("\\{sign}"),
        seen if seen.is_ascii_alphanumeric() => seen.to_string(),
        other => format!("\\u{{{:x}}}", u32::from(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_in_words_and_for_html() {
        for (class, words, html) in [
            (
                "A-Za-z0-9 _=@:.+-/]",
                "letters A to Z, letters a to z, digits, spaces and _ = @ : . + , - /",
                r"[A-Za-z0-9 _\=\@\:\.\+-\/]",
            ),
            ("-a-z]", "letters a to z and -", r"[\-a-z]"),
            ("0-9a-z-:]", "digits, letters a to z and - :", r"[0-9a-z\-\:]"),
            (r"a-z\-_/-]", "letters a to z and - _ /", r"[a-z\-_\/\-]"),
            (
                r"\u0009\u000A\u000D\u0020-\u00FF]",
                "tabs, line breaks and the characters from U+0020 to U+00FF",
                r"[\u{9}\u{a}\u{d} -\u{ff}]",
            ),
            (r"\d]", "digits", "[0-9]"),
            ("]", "", "[]"),
        ] {
            let (class, rest) = Class::read(class).unwrap();
            assert_eq!((class.in_words().as_str(), class.for_html().as_str(), rest), (words, html, ""));
        }
        assert!(Class::read("a-z").is_none() && Class::read("^a]").is_none());
    }
}
