//! The only place with words: every message in English, by code, and every phrase that a message can hold.
//!
//! A template holds parameters in braces: `{max}` as it is; `{first+}` as a position from 0, counted from 1 as people do;
//! `{expected#}` as the phrase of that name;
//! `{max?character:characters}` as the first word for one and the second for any other number.

use crate::report::{Code, Param, Params};

/// The template of a code's message.
pub const fn template(code: Code) -> &'static str {
    match code {
        Code::WrongType => "Must be {expected#}, but is {actual#}.",
        Code::MissingRequired => "Is required.",
        Code::UnknownField => "There is no member “{member}”. The members are: {known}.",
        Code::TooShort => "Must have at least {min} {min?character:characters}, but has {actual}.",
        Code::TooLong => "Must have at most {max} {max?character:characters}, but has {actual}.",
        Code::TooFew => "Must have at least {min} {min?entry:entries}, but has {actual}.",
        Code::TooMany => "Must have at most {max} {max?entry:entries}, but has {actual}.",
        Code::PatternMismatch | Code::InvalidIdentifier => "Must be {expected#}.",
        Code::InvalidUnicode => "Holds half of a surrogate pair, which cannot be sent. Type or paste the text again.",
        Code::NotMultiRegionKey => "Is a single-Region key, which cannot be replicated. Give {expected#}.",
        Code::Duplicate => "Stands already in entry {first+}. Each may be given once.",
        Code::ReservedPrefix => {
            "Must not begin with “{expected}” in any letter case: AWS keeps that prefix for itself."
        }
        Code::SameRegion => "The primary is in {region} itself. Choose another Region for the replica.",
        Code::SameResource => "Is the source itself ({id}). Choose another file system.",
        Code::PartitionMismatch => {
            "Belongs to the partition {partition}, but {expected} is needed: nothing is replicated across partitions."
        }
        Code::RegionMismatch => "Is in {region}, but must be in {expected}.",
        Code::AccountMismatch => "Belongs to the account {account}, but must belong to {expected}.",
        Code::MixedEncryption => "Give every Region a customer managed key, or none. These have none: {without}.",
        Code::InvalidPolicy => "{problem#} ({at}).",
        Code::PolicyLockout => {
            "No statement allows kms:PutKeyPolicy, so nobody could ever change this policy again. Allow it, or bypass the safety check knowingly."
        }
        Code::QuotaExceeded => "Takes {actual} bytes in UTF-8; the quota is {max} and cannot be raised.",
        Code::InvalidJson => "Is not JSON: look at line {line}, column {column}.",
        Code::UnknownRegion => {
            "{region} has the form of a Region code but is in no published list. Check the spelling."
        }
        Code::DefaultKeyName => {
            "“DefaultKey” is what the service shows for its own key. To use that key, leave this empty."
        }
        Code::LockoutCheckBypassed => {
            "Without the safety check a mistake in the policy can leave the key out of everybody's control."
        }
        Code::OverwritesSecret => "A secret of the same name in a replica Region will be overwritten.",
        Code::ReplicaKeyRegion => {
            "The key is in {region}, the replica in {expected}: the call succeeds, and the replication fails afterwards."
        }
        Code::OverwritesFileSystem => {
            "Whatever this file system holds that its source does not will be removed. Its overwrite protection must be off."
        }
        Code::InvalidContext => "The options of this call were left out of account: {problem}.",
    }
}

/// Names used in parameters, and what they stand for in a message.
pub const PHRASES: &[(&str, &str)] = &[
    ("array", "a list"),
    ("boolean", "true or false"),
    ("null", "null"),
    ("number", "a number"),
    ("object", "an object"),
    ("other", "something that JSON cannot carry"),
    ("string", "a string"),
    ("region_code", "a Region code such as us-east-1"),
    (
        "efs_region",
        "a Region code such as us-east-1 (the pattern that EFS documents admits two letters, then words, and one digit at most)",
    ),
    ("zone_name", "an Availability Zone name such as us-east-1a, on one line"),
    (
        "policy_text",
        "text of tabs, line breaks and the characters from U+0020 to U+00FF; write others as JSON escapes, such as \\u20ac",
    ),
    ("file_system", "a file system id (fs- and 8 to 40 hexadecimal digits) or its ARN"),
    (
        "efs_key",
        "a KMS key id, a key ARN, an alias such as alias/efs, or an alias ARN; hexadecimal digits in lower case",
    ),
    ("role_arn", "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/replication"),
    ("tag_key", "letters A to Z, digits, spaces and _ = @ : . + - , / and must not begin with aws:"),
    ("tag_value", "letters A to Z, digits, spaces and _ = @ : . + - , /"),
    ("multi_region_key", "the id (mrk- and 32 hexadecimal digits) or the key ARN of a multi-Region key"),
    ("key_not_alias", "a key id or key ARN: this request takes no alias"),
    ("secret_name", "the name of a secret: letters A to Z, digits and / _ + = . @ - !"),
    ("secret_arn", "the ARN of a secret, such as arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3"),
    (
        "kms_arn",
        "the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
    ("destination_arn", "the ARN of the file system, because it belongs to another account"),
    ("policy_not_json", "The policy is not JSON"),
    ("policy_not_object", "The policy must be a JSON object"),
    ("policy_no_statement", "The policy must have a Statement with at least one statement"),
    ("statement_not_object", "Each statement must be an object"),
    ("statement_no_principal", "Each statement must name at least one principal"),
];

/// What a name in a parameter stands for; the name itself where it stands for nothing else.
pub fn phrase(name: &str) -> &str {
    PHRASES.iter().find(|(known, _)| *known == name).map_or(name, |(_, phrase)| phrase)
}

/// A message in English.
pub fn english(code: Code, params: &Params) -> String {
    let mut message = String::new();
    for (index, piece) in template(code).split(['{', '}']).enumerate() {
        if index % 2 == 0 {
            message.push_str(piece);
        } else {
            fill(&mut message, piece, |name| {
                let index = code.params().iter().position(|param| *param == name)?;
                params.get(index)
            });
        }
    }
    message
}

fn fill<'p>(message: &mut String, placeholder: &str, param: impl Fn(&str) -> Option<&'p Param>) {
    if let Some((name, forms)) = placeholder.split_once('?') {
        let (one, many) = forms.split_once(':').unwrap_or((forms, forms));
        message.push_str(if param(name) == Some(&Param::Number(1)) { one } else { many });
        return;
    }
    if let Some(name) = placeholder.strip_suffix('+') {
        if let Some(Param::Number(position)) = param(name) {
            message.push_str(&position.saturating_add(1).to_string());
        }
        return;
    }
    let (name, as_phrase) = placeholder.strip_suffix('#').map_or((placeholder, false), |name| (name, true));
    match param(name) {
        None => {}
        Some(Param::Number(number)) => message.push_str(&number.to_string()),
        Some(Param::Text(text)) if as_phrase => message.push_str(phrase(text)),
        Some(Param::Text(text)) => message.push_str(text),
        Some(Param::List(list)) => message.push_str(&list.join(", ")),
    }
}
