//! HCL, the language of Terraform, laid out as `terraform fmt` does.

use super::data::Data;
use super::document;
use super::literal::{is_identifier, is_unseen};
use crate::resource::node::{Body, Lookup, Node};

/// A block at the top of a file: its type with its labels, and what stands in it.
pub(super) fn block(head: &str, body: &Body<'_>) -> String {
    let mut lines = Lines::default();
    lines.block(0, head, body);
    lines.finish()
}

/// What refers to an attribute of something that is looked up.
pub(super) fn reference(lookup: &Lookup) -> String {
    format!("data.{}.{}.{}", lookup.name, lookup.label, lookup.attribute)
}

enum Line {
    /// A name and its value, whose equals sign stands below that of the line before.
    Assigned(usize, String, String),
    Plain(usize, String),
    Empty,
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn block(&mut self, depth: usize, head: &str, body: &Body<'_>) {
        if body.is_empty() {
            return self.plain(depth, &format!("{head} {{}}"));
        }
        self.plain(depth, &format!("{head} {{"));
        let first = self.0.len();
        let is_block = |(_, node): &&(&str, Node<'_>)| matches!(node, Node::Items(_) | Node::Body(_));
        for (name, node) in body.iter().filter(|entry| !is_block(entry)).chain(body.iter().filter(is_block)) {
            self.node(depth + 1, name, node, first);
        }
        self.plain(depth, "}");
    }

    fn node(&mut self, depth: usize, name: &str, node: &Node<'_>, first: usize) {
        match node {
            Node::Data(data) => self.value(depth, name, data, ""),
            Node::Document(text) => match document::object(text).filter(is_kept) {
                Some(Data::Object(entries)) if !entries.is_empty() => {
                    self.plain(depth, &format!("{name} = jsonencode({{"));
                    self.entries(depth, &entries);
                    self.plain(depth, "})");
                }
                _ => self.assign(depth, name, quoted(text)),
            },
            Node::Lookup(lookup) => self.assign(depth, name, reference(lookup)),
            Node::Address(address) => self.assign(depth, name, address.clone()),
            Node::Items(items) => {
                for item in items {
                    if self.0.len() > first {
                        self.0.push(Line::Empty);
                    }
                    self.block(depth, name, item);
                }
            }
            Node::Body(body) => self.block(depth, name, body),
        }
    }

    /// A value behind its name, or alone where that is empty.
    fn value(&mut self, depth: usize, name: &str, data: &Data<'_>, tail: &str) {
        let open = |bracket: &str| if name.is_empty() { bracket.to_owned() } else { format!("{name} = {bracket}") };
        match data {
            Data::Object(entries) if !entries.is_empty() => {
                self.plain(depth, &open("{"));
                self.entries(depth, entries);
                self.plain(depth, &format!("}}{tail}"));
            }
            Data::List(items) if !items.is_empty() => {
                self.plain(depth, &open("["));
                for item in items {
                    self.value(depth + 1, "", item, ",");
                }
                self.plain(depth, &format!("]{tail}"));
            }
            _ => self.assign(depth, name, scalar(data) + tail),
        }
    }

    fn entries(&mut self, depth: usize, entries: &[super::data::Entry<'_>]) {
        for (name, value) in entries {
            self.value(depth + 1, &key(name), value, "");
        }
    }

    fn assign(&mut self, depth: usize, name: &str, value: String) {
        match name {
            "" => self.plain(depth, &value),
            _ => self.0.push(Line::Assigned(depth, name.to_owned(), value)),
        }
    }

    fn plain(&mut self, depth: usize, text: &str) {
        self.0.push(Line::Plain(depth, text.to_owned()));
    }

    fn finish(self) -> String {
        let is_assigned = |line: &Line| matches!(line, Line::Assigned(..));
        let mut text = String::new();
        for chain in self.0.chunk_by(|one, next| is_assigned(one) == is_assigned(next)) {
            let width = |line: &Line| if let Line::Assigned(_, name, _) = line { name.chars().count() } else { 0 };
            let widest = chain.iter().map(width).max().unwrap_or_default();
            for line in chain {
                match line {
                    Line::Empty => {}
                    Line::Plain(depth, plain) => text.push_str(&format!("{}{plain}", "  ".repeat(*depth))),
                    Line::Assigned(depth, name, value) => {
                        text.push_str(&format!("{}{name:widest$} = {value}", "  ".repeat(*depth)));
                    }
                }
                text.push('\n');
            }
        }
        text
    }
}

fn scalar(data: &Data<'_>) -> String {
    match data {
        Data::Text(text) => quoted(text),
        Data::Object(_) => String::from("{}"),
        Data::List(_) => String::from("[]"),
        other => other.to_json(),
    }
}

/// Of names without quotation marks, some would be words of the language.
fn key(name: &str) -> String {
    let is_word = matches!(name, "for" | "null" | "true" | "false");
    if is_identifier(name) && !is_word && !name.starts_with('_') { name.to_owned() } else { quoted(name) }
}

/// A string in which nothing is a template.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Doubled, as the language has it, the sign would be taken otherwise behind another one.
            '$' | '%' if characters.peek() == Some(&'{') => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            unseen if is_unseen(unseen) => out.push_str(&format!("\\u{:04x}", u32::from(unseen))),
            seen => out.push(seen),
        }
    }
    out.push('"');
    out
}

/// A text as a template that stands for it, for JSON: there is no other escape there than to double a sign, and none at
/// all behind another sign, so that several signs come from a string within the template.
pub(super) fn template(text: &str) -> String {
    let mut out = String::new();
    let mut pieces = text.split('{').peekable();
    while let Some(piece) = pieces.next() {
        let before = piece.trim_end_matches(['$', '%']);
        let signs = piece.get(before.len()..).unwrap_or_default();
        out.push_str(before);
        if pieces.peek().is_none() {
            out.push_str(signs);
            break;
        }
        match signs.len() {
            0 => {}
            1 => out.push_str(&signs.repeat(2)),
            _ => out.push_str(&format!("${{\"{signs}\"}}")),
        }
        out.push('{');
    }
    out
}

/// Whether every string of a document stays what it is.
fn is_kept(document: &Data<'_>) -> bool {
    match document {
        Data::Text(text) => is_normalized(text),
        Data::List(items) => items.iter().all(is_kept),
        Data::Object(entries) => entries.iter().all(|(name, value)| is_normalized(name) && is_kept(value)),
        Data::Null | Data::Boolean(_) | Data::Number(_) => true,
    }
}

/// Whether a string stays what it is in Unicode's form NFC, into which Terraform brings all. It does for certain where
/// it has only characters of these blocks, none of which is taken apart, reordered, or put together with another.
pub(super) fn is_normalized(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character,
            '\0'..='\u{2FF}' | '\u{370}'..='\u{373}' | '\u{375}'..='\u{37D}' | '\u{37F}'..='\u{386}' | '\u{388}'..='\u{482}'
            | '\u{488}'..='\u{590}' | '\u{1E00}'..='\u{1EFF}' | '\u{2002}'..='\u{20CF}' | '\u{2100}'..='\u{2125}'
            | '\u{2127}'..='\u{2129}' | '\u{212C}'..='\u{2328}' | '\u{232B}'..='\u{2ADB}' | '\u{3000}'..='\u{3029}'
            | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FF00}'..='\u{FFEF}' | '\u{1F000}'..='\u{1FAFF}')
    })
}
