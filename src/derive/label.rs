//! Names for people, from names on the wire.

/// Words that are written in capitals.
const ACRONYMS: [&str; 5] = ["Arn", "Efs", "Id", "Kms", "Sse"];

/// `sseKmsKeyId` as `SSE KMS key ID`.
pub(super) fn label(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for character in name.chars() {
        match words.last_mut() {
            Some(word) if !character.is_uppercase() => word.push(character),
            _ => words.push(character.to_uppercase().collect()),
        }
    }
    let mut label = String::new();
    for word in words {
        if !label.is_empty() {
            label.push(' ');
        }
        if ACRONYMS.contains(&word.as_str()) {
            label.push_str(&word.to_uppercase());
        } else if label.is_empty() || word == "Region" || word == "Regions" {
            label.push_str(&word);
        } else {
            label.push_str(&word.to_lowercase());
        }
    }
    label
}
