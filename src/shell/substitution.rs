//! Commands within a command, `$( … )`: they are left out, up to the parenthesis that ends them.

use super::powershell::{is_double, is_single};
use super::text::Text;

/// What a character stands in.
#[derive(Clone, Copy)]
enum Open {
    Parenthesis,
    Arithmetic,
    Quotes,
}

/// A document that begins in the next line: the line that ends it, before which there may be tabs.
struct Document {
    end: String,
    is_indented: bool,
}

/// Leaves out a command that POSIX has, whose first parenthesis was taken.
pub(super) fn skip_posix(text: &mut Text<'_>) {
    let mut open = if text.take("(") { vec![Open::Arithmetic; 2] } else { vec![Open::Parenthesis] };
    let mut documents = Vec::new();
    let mut before = '(';
    while let Some(inner) = open.last().copied()
        && let Some(next) = text.next()
    {
        match (inner, next) {
            (_, '\\') => {
                text.next();
            }
            (_, '`') => text.skip_past('`'),
            (Open::Quotes, '"') | (Open::Parenthesis | Open::Arithmetic, ')') => {
                open.pop();
            }
            (Open::Quotes | Open::Parenthesis, '$') if text.take("((") => open.extend([Open::Arithmetic; 2]),
            (Open::Quotes, '$') if text.take("(") => open.push(Open::Parenthesis),
            (Open::Parenthesis, '$') if text.take("'") => skip_escaped(text),
            (Open::Parenthesis | Open::Arithmetic, '(') => open.push(inner),
            (Open::Parenthesis, '"') => open.push(Open::Quotes),
            (Open::Parenthesis, '\'') => text.skip_past('\''),
            (Open::Parenthesis, '#') if matches!(before, ' ' | '\t' | '\n' | ';' | '&' | '|' | '(' | ')') => {
                // The end of the line stays: a document may begin there.
                text.skip_line();
            }
            (Open::Parenthesis, '<') if text.take("<<") => {}
            (Open::Parenthesis, '<') if text.take("<") => documents.push(document(text)),
            (Open::Parenthesis, '\n') => documents.drain(..).for_each(|document| skip_document(text, &document)),
            _ => {}
        }
        before = next;
    }
}

/// Leaves out what stands in `$'…'`.
fn skip_escaped(text: &mut Text<'_>) {
    while let Some(next) = text.next() {
        match next {
            '\'' => return,
            '\\' => {
                text.next();
            }
            _ => {}
        }
    }
}

/// What stands behind `<<`.
fn document(text: &mut Text<'_>) -> Document {
    let is_indented = text.take("-");
    text.take_while(|character| matches!(character, ' ' | '\t'));
    let ends = |character| matches!(character, ' ' | '\t' | '\n' | ';' | '&' | '|' | '(' | ')' | '<' | '>');
    let end = text.take_while(|character| !ends(character)).replace(['\'', '"', '\\'], "");
    Document { end, is_indented }
}

/// Leaves out lines up to the one that ends a document. The parenthesis may stand in that.
fn skip_document(text: &mut Text<'_>, document: &Document) {
    while text.peek().is_some() {
        if document.is_indented {
            text.take_while(|character| character == '\t');
        }
        if text.take(&document.end) && matches!(text.peek(), None | Some('\n' | ')')) {
            return;
        }
        text.skip_line();
        text.next();
    }
}

/// Leaves out a command that PowerShell has, whose first parenthesis was taken.
pub(super) fn skip_powershell(text: &mut Text<'_>) {
    let mut open = vec![Open::Parenthesis];
    while let Some(inner) = open.last().copied()
        && let Some(next) = text.next()
    {
        match (inner, next) {
            (_, '`') => {
                text.next();
            }
            (Open::Quotes, '$') if text.take("(") => open.push(Open::Parenthesis),
            (Open::Quotes, quote) if is_double(quote) => {
                open.pop();
            }
            (Open::Quotes, _) => {}
            (_, '(') => open.push(Open::Parenthesis),
            (_, ')') => {
                open.pop();
            }
            (_, '@') if text.take("'\n") => skip_here_string(text, "'@"),
            (_, '@') if text.take("\"\n") => skip_here_string(text, "\"@"),
            (_, quote) if is_double(quote) => open.push(Open::Quotes),
            (_, quote) if is_single(quote) => {
                text.take_while(|character| !is_single(character));
                text.next();
            }
            _ => {}
        }
    }
}

fn skip_here_string(text: &mut Text<'_>, end: &str) {
    while text.peek().is_some() && !text.take(end) {
        text.skip_line();
        text.next();
    }
}
