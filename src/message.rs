//! The only place with words: every message in English, by code, and every phrase that a message can hold.
//!
//! A template holds parameters in braces: `{max}` as it is; `{first+}` as a position from 0, counted from 1 as people do;
//! `{expected#}` as the phrase of that name; `{at@}` and `{line@}` as a place, whose digits are not grouped;
//! `{max?one=character|other=characters}` as the word for that number, by its plural category.
//!
//! The package has other languages as data of the same shape; `derive/locale.rs` writes down this one for them.

use alloc::string::String;
use alloc::string::ToString;

use crate::policy::{PLACE, PLACE_BELOW};
use crate::report::{Code, Param, Params};

/// The template of a code's message.
pub const fn template(code: Code) -> &'static str {
    match code {
        Code::WrongType => "Must be {expected#}, but is {actual#}.",
        Code::MissingRequired => "Is required.",
        Code::UnknownField => "There is no member “{member}”. The members are: {known}.",
        Code::TooShort => "Must have at least {min} {min?one=character|other=characters}, but has {actual#}.",
        Code::TooLong => "Must have at most {max} {max?one=character|other=characters}, but has {actual#}.",
        Code::TooFew => "Must have at least {min} {min?one=entry|other=entries}, but has {actual#}.",
        Code::TooMany => "Must have at most {max} {max?one=entry|other=entries}, but has {actual#}.",
        Code::PatternMismatch | Code::InvalidIdentifier => "Must be {expected#}.",
        Code::InvalidUnicode => "Holds half of a surrogate pair, which cannot be sent. Type or paste the text again.",
        Code::NotMultiRegionKey => "Is a single-Region key, which cannot be replicated. Give {expected#}.",
        Code::Duplicate => "Stands already in entry {first+}. Each may be given once.",
        Code::ReservedPrefix => "Must be {expected#}: AWS keeps that prefix for itself.",
        Code::SameRegion => "The primary is in {region} itself. Choose another Region for the replica.",
        Code::SameResource => "Is the source itself ({id}). Choose another file system.",
        Code::PartitionMismatch => {
            "Belongs to the partition {partition}, but {expected} is needed: nothing is replicated across partitions."
        }
        Code::RegionMismatch => "Is in {region}, but must be in {expected}.",
        Code::AccountMismatch => "Belongs to the account {account}, but must belong to {expected}.",
        Code::MixedEncryption => "Give every Region a customer managed key, or none. These have none: {without}.",
        Code::InvalidPolicy => "{problem#} ({at@}).",
        Code::PolicyLockout => {
            "{problem#}, so that it could not be changed again. Allow it, or bypass the safety check knowingly."
        }
        Code::QuotaExceeded => "Takes {actual} bytes in UTF-8; the quota is {max} and cannot be raised.",
        Code::InvalidJson => "Is not JSON: look at line {line@}, column {column@}.",
        Code::HouseRule => "{kind#}",
        Code::AnotherOperation => "Is a request of {operation}, not of {expected}.",
        Code::UnknownRegion => "{region} is in no published list of Regions. Check the spelling.",
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
        Code::AmbiguousLength => {
            "Counts {actual} where characters beyond U+FFFF count double; {max} is the most, should the service count so."
        }
        Code::CallRegion => "The call goes to {region}, but should go to {expected}.",
        Code::ControlCharacters => "Holds control characters (U+007F to U+009F), which are not printable.",
        Code::ConfidentialText => {
            "Seems to hold a secret. This text is shown in logs and to everybody who may describe the key."
        }
        Code::TagCharacters => "Not every service takes this tag. Safe are {expected#}.",
        Code::ReservedTagKey | Code::ReservedTagValue => {
            "Should be {expected#}: AWS keeps that prefix for itself, and may refuse it."
        }
        Code::PolicyPrincipal => {
            "A principal that is no list is “*” alone; give others by type, such as \"AWS\" ({at@})."
        }
        Code::PossibleLockout => "You can change this policy again only as long as its conditions hold for you.",
        Code::IneffectiveStatement => "A statement without {element} is accepted, and has no effect ({at@}).",
        Code::PolicyElement => {
            "{element} is missing here, unknown, or has a value that the policy language does not have ({at@})."
        }
        Code::PolicyResource => "In a key policy the Resource is “*”, which means this key ({at@}).",
        Code::PublicPolicy => "Allows this to everybody, of every account, without a condition ({at@}).",
        Code::BypassWithoutPolicy => {
            "Serves no purpose without a policy of your own: the default policy always passes the check."
        }
        Code::PartialArn => {
            "Lacks the hyphen and six characters that end a secret's ARN. Give the complete ARN: a partial one can miss the secret."
        }
        Code::NameLikeArn => {
            "Ends like an ARN. If the hyphen and six characters were copied from the ARN, leave them out: otherwise no secret will be found."
        }
        Code::ImpossibleName => "No secret has so long a name. Give {expected#}.",
        Code::KeyNameForm => {
            "Is no name of a key: the call succeeds, and the replication fails afterwards. Give {expected#}."
        }
        Code::KeyOfReplicaRegion => {
            "Is looked up in {region}: there must be such a key there, or the replication fails after the call."
        }
        Code::ReplicaKeyPartition => {
            "The key belongs to the partition {partition}, the replica to {expected}: the call succeeds, and the replication fails afterwards."
        }
        Code::IncompleteArn => "This ARN has no Region or no account of twelve digits: it names no file system.",
        Code::ZoneForm => "Is not {expected#}. Zone ids, Local Zones and Wavelength Zones are not for file systems.",
        Code::KeyOfExisting => "An existing file system keeps its own key: this one has no effect.",
        Code::ZoneOfExisting => {
            "An existing file system stays where it is: give the zone or the file system, not both."
        }
        Code::EmptyDestination => {
            "Says neither Region nor zone nor file system, so that it is open where the replica goes."
        }
        Code::RoleWithoutFileSystem => {
            "A role is for a destination in another account, which must be an existing file system."
        }
        Code::RoleMayBeRequired => "Is required if the destination belongs to another account than the source.",
        Code::WeakToken => {
            "Is empty or easily repeated: another request with this token would be taken for this one. Leave it out for a random one."
        }
        Code::KeyArnExpected => "The documentation expects {expected#}.",
        Code::ServiceNotInRegion => "Incident Manager was not offered in {region} when this was written.",
        Code::ServiceRefused => "Refused by the service: {problem#}.",
        Code::UnexpectedResponse => "Not as documented: {problem#}{expected#}.",
        Code::NotRead => "{part#} was not read: {problem#}.",
        Code::LeftOut => "{part#} was left out of account: {problem#}.",
        Code::RepeatedMember => "Stands more than once in this object; the last one counts.",
        Code::NotCarried => "{form#} does not carry this: {reason#}.",
        Code::FormRequirement => "{form#}: {requirement#}.",
        Code::InvalidContext => "The option {option} {problem#}. It was left out of account.",
        Code::IssuesOmitted => {
            "Findings left out: {omitted}. A report tells at most {most} errors and as many warnings."
        }
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
    ("fewer", "fewer"),
    ("more", "more"),
    ("place", PLACE),
    ("place_below", PLACE_BELOW),
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
    (
        "tag_key",
        "made of letters A to Z of either case, digits, spaces and _ = @ : . + - , / and not begin with “aws:”",
    ),
    ("tag_value", "made of letters A to Z of either case, digits, spaces and _ = @ : . + - , /"),
    ("multi_region_key", "the id (mrk- and 32 hexadecimal digits) or the key ARN of a multi-Region key"),
    ("key_not_alias", "a key id or key ARN: this request takes no alias"),
    ("secret_name", "the name of a secret: letters A to Z, digits and / _ + = . @ - !"),
    ("possible_secret_name", "a name of at most 512 characters"),
    ("secret_arn", "the ARN of a secret, such as arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3"),
    (
        "kms_arn",
        "the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
    ("destination_arn", "the ARN of the file system, because it belongs to another account"),
    ("own_prefix", "a text that does not begin with “aws:” in any letter case"),
    (
        "rule_name",
        "a name on one line with at least one character other than a to z, 0 to 9 and _, so that it is no code",
    ),
    ("severity_name", "“error” or “warning”"),
    ("account", "an account: twelve digits"),
    ("web_page", "the address of a page, such as https://wiki.example.com/policy"),
    ("no_pattern", "Is no pattern that can be run in linear time: {value}."),
    ("replicaRegions", "The house rules allow replicas in {expected} only."),
    (
        "regionPairs",
        "The house rules do not allow this pair of primary and replica: {actual}. From this primary they allow {expected#}.",
    ),
    ("no_region", "no Region"),
    ("requiredTags", "The house rules require a tag with each of these keys: {expected}."),
    ("tagKeys", "The house rules allow only keys of tags that match {expected}"),
    ("tagValues", "The house rules allow here only values of tags that match {expected}"),
    ("customerKeys", "The house rules require {expected#}."),
    ("customer_key", "a customer managed key"),
    ("keyAccounts", "The house rules allow keys of these accounts only: {expected}."),
    ("no_secrets", "a text without secrets"),
    ("portable_tag", "letters, digits, spaces and _ . : / = + - @"),
    ("key_name", "a key ARN, a key id, an alias such as alias/orders, or an alias ARN"),
    ("zone_of_region", "an Availability Zone by its name, such as us-east-1a"),
    ("token", "a token of enough random characters"),
    ("lockout_of_everybody", "No statement allows kms:PutKeyPolicy to anybody"),
    ("lockout_of_caller", "The policy does not allow kms:PutKeyPolicy to you"),
    ("option_region", "must be a Region code such as us-east-1"),
    ("option_account", "must be an account id: twelve digits"),
    ("option_caller", "must be the ARN of a user or role"),
    ("option_rules", "must be an object with the ids of rules"),
    ("option_override", "must be “off”, “warning” or “error”"),
    ("option_rule", "is neither a code nor the id of a rule"),
    ("option_house", "must be what loadHouseRules gave"),
    ("option_shell", "must be “posix”, “powershell” or “cmd”"),
    ("option_text", "must be a text"),
    ("option_unknown", "is not known"),
    ("options_object", "is no plain object"),
    ("operation_name", "the name of an operation, such as ReplicateKey"),
    ("policy_not_json", "The policy is not JSON"),
    ("policy_not_object", "The policy must be a JSON object"),
    ("policy_no_statement", "The policy must have a Statement with at least one statement"),
    ("statement_not_object", "Each statement must be an object"),
    ("suggest_replace", "Use {value}"),
    ("suggest_remove", "Leave it out"),
    ("suggest_rename", "Call it {value}"),
    ("value_refused", "this value is not accepted"),
    ("pattern_of_the_service", "this has characters or a form that are not accepted"),
    ("one_of_several_rules", "one of the entries is too short or too long, or has characters that are not accepted"),
    ("duplicate_tag_keys", "a tag key stands there more than once"),
    ("tag_characters", "a tag has characters that are not accepted"),
    ("no_permission_to_tag", "the caller may not tag keys"),
    ("no_permission_in_region", "the caller may not make keys in this Region"),
    ("no_permission_for_key", "the caller may not replicate this key"),
    ("key_of_another_region", "the key is in another Region"),
    ("no_such_key", "in the Region of the call there is no such key"),
    ("no_primary_key", "this is no multi-Region primary key"),
    ("state_of_the_key", "the key is in a state that does not allow it"),
    ("unknown_principals", "it names users, roles or accounts that cannot be found"),
    ("region_of_the_primary", "one of the Regions is the primary's, or cannot have a replica"),
    ("no_primary_secret", "this is a replica in the Region of the call"),
    ("no_such_secret", "in the Region of the call there is no such secret"),
    ("secret_to_be_deleted", "the secret is scheduled for deletion"),
    ("secret_in_region", "there is a secret of that name in the replica's Region"),
    ("key_refused", "a key cannot be used: it is not there, is disabled, or the caller may not use it"),
    ("overwrite_protection", "its replication overwrite protection forbids it"),
    ("response_type", "this should be "),
    ("response_missing", "this member is missing"),
    ("response_extra", "there is no such member"),
    ("response_value", "the known values are "),
    ("timestamp", "a moment in time"),
    ("integer", "a whole number"),
    ("aws_cli", "The AWS CLI"),
    ("aws_sdk_v3", "The AWS SDK for JavaScript"),
    ("command_prompt", "The command prompt of Windows"),
    ("dropped_by_client", "it drops members that it does not know, without a word"),
    ("whole_text", "The text"),
    ("variable", "it holds a variable, whose value is not known here"),
    ("substitution", "it holds another command, whose output is not known here"),
    ("wildcard", "it holds characters that the shell replaces unless they are in quotes"),
    ("escape", "it holds an escape that is no character, or not the same everywhere"),
    ("open_quotes", "its quotes are not closed"),
    ("half_surrogate", "it holds half of a surrogate pair"),
    ("file_or_page", "it is the address of a file or of a page, which are not read here"),
    ("yaml_input", "YAML is not read here"),
    ("no_option", "the command has no such option"),
    ("ambiguous_option", "several options begin so"),
    ("no_value", "its value is missing"),
    ("value_of_flag", "it takes no value"),
    ("extra_argument", "it belongs to no option"),
    ("no_json", "it is no JSON"),
    ("no_json_object", "it is no object"),
    ("no_shorthand", "it is neither JSON nor the short notation of the AWS CLI"),
    ("no_command", "it holds no command of the AWS CLI"),
    ("other_command", "it is none of the commands that are read here"),
    ("another_command", "it is another command"),
    ("redirection", "where output goes and input comes from does not matter here"),
    ("prints_skeleton", "the command would print a skeleton, and send nothing"),
    ("decides_call", "it can decide who makes the call and where it goes, which is not known here"),
    ("refused_by_client", "it refuses the call before it is sent"),
    (
        "long_argument",
        "it takes no argument of more than 131,071 bytes; the text therefore has the input in a temporary file, the list of arguments has not",
    ),
    (
        "input_file",
        "it takes no command of this length; save the input as JSON in a file, and give that alone: --cli-input-json file://input.json",
    ),
    ("no_resource", "it has no resource for this request"),
    ("no_place", "the resource has no place for it"),
    ("other_type", "it is not of the documented type"),
    ("one_value_a_key", "a key has one value, and this one stands already in an earlier entry"),
    ("region_of_the_set", "it must be applied in one of these Regions"),
    ("region_of_the_stack", "the stack must be made in this Region"),
    ("region_of_the_provider", "the key is looked up in the provider's Region, which must be the primary's"),
    ("parameter_of_the_stack", "the primary's Region is a parameter of the stack"),
    ("parameter_primary_region", "The Region of the primary key"),
    ("assert_region", "The replica is meant for {value}"),
    ("default_policy", "a policy is required, so that the one that KMS attaches by default is written out"),
    (
        "existing_secret",
        "the secret exists; write its description, its tags and its other replicas into the resource, or applying it removes them",
    ),
    ("arn_to_import", "the secret exists, and only its complete ARN tells how to import it"),
    (
        "existing_resource",
        "this exists; import it first, with the template for the import, and then update the stack with this one: importing changes nothing",
    ),
    (
        "file_system_of_the_account",
        "the resource takes the id alone, of a file system that belongs to the provider's account",
    ),
    ("region_or_zone", "the resource needs the Region or the zone of the destination"),
    ("ignored_tags", "tags whose keys begin with “aws:” are left out by the provider"),
    ("secret_name_of_resource", "the name may have up to 512 letters, digits and / _ + = . @ -"),
    ("longest_name_of_resource", "the name may have up to 512 characters"),
    ("key_of_resource", "the type takes only a key ARN, a key id, an alias, or an alias ARN"),
    ("tag_key_of_resource", "the type takes only letters A to Z, digits and + , - . / : ; < = _ in a tag's key"),
    ("tag_value_of_resource", "the type takes no empty value of a tag"),
    ("dynamic_reference", "what stands between {{resolve: and }} is replaced by a value from elsewhere"),
    ("normalized_text", "strings are brought into Unicode's form NFC, which may change this one"),
    ("statement_no_principal", "Each statement must name at least one principal"),
];

/// What stands between the names of a list.
pub const SEPARATOR: &str = ", ";

/// What a name in a parameter stands for; the name itself where it stands for nothing else.
pub fn phrase(name: &str) -> &str {
    PHRASES.iter().find(|(known, _)| *known == name).map_or(name, |(_, phrase)| phrase)
}

/// The title of a suggestion, in English.
pub(crate) fn suggestion(name: &str, value: &str) -> String {
    filled(name, &crate::report::shortened(value))
}

/// The phrase of a name, with a value in it.
pub(crate) fn filled(name: &str, value: &str) -> String {
    phrase(name).replace("{value}", value)
}

/// A number as people write it.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// A message in English.
pub fn english(code: Code, params: &Params) -> String {
    let template = match (code, params.first()) {
        // The template of a house rule is that of its kind.
        (Code::HouseRule, Some(Param::Text(kind))) => phrase(kind),
        _ => template(code),
    };
    let mut message = String::new();
    for (index, piece) in template.split(['{', '}']).enumerate() {
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
        let category = if param(name) == Some(&Param::Number(1)) { "one" } else { "other" };
        let mut forms = forms.split('|').filter_map(|form| form.split_once('='));
        message.push_str(forms.find(|(of, _)| *of == category).map_or("", |(_, word)| word));
        return;
    }
    if let Some(name) = placeholder.strip_suffix('+') {
        if let Some(Param::Number(position)) = param(name) {
            message.push_str(&position.saturating_add(1).to_string());
        }
        return;
    }
    let name = placeholder.trim_end_matches(['#', '@']);
    match param(name) {
        None => {}
        Some(Param::Number(number)) if placeholder.ends_with('@') => message.push_str(&number.to_string()),
        Some(Param::Number(number)) => message.push_str(&grouped(*number)),
        Some(Param::Text(text)) if placeholder.ends_with('#') => message.push_str(phrase(text)),
        Some(Param::Text(text)) => message.push_str(text),
        Some(Param::List(list)) => message.push_str(&list.join(SEPARATOR)),
    }
}
