//! What a document of house rules can say, as data: the structure that it is read along, that its JSON Schema and its
//! TypeScript type are made of, and that the reference shows.

use super::Demand;
use super::own_pattern::OwnPattern;
use crate::guide::Sample;
use crate::identifiers::region::REGION_CODE;
use crate::message;
use crate::pattern::Pattern;
use crate::shape::{Bounds, List, Map, Member, Rule, Shape, Structure, Text};
use crate::sources;
use crate::tree::Place;

/// That house rules are what they should be.
pub(super) const RULE: Rule = Rule { id: "XREGION-HOUSE", source: &sources::XREGION };

/// The document as a whole.
pub static DOCUMENT: Structure = structure(&[
    &SCHEMA,
    &NAME,
    &SOURCE,
    &REPLICA_REGIONS,
    &REGION_PAIRS,
    &REQUIRED_TAGS,
    &TAG_KEYS,
    &TAG_VALUES,
    &CUSTOMER_KEYS,
    &KEY_ACCOUNTS,
]);

/// A sort of rules.
pub(crate) struct Kind {
    /// The member that holds them, by their names. Its own name is the `kind` of the findings.
    pub(crate) section: &'static Member,
    /// Reads what a rule demands, as far as it is sound, or says what is wrong with its pattern.
    pub(super) demand: for<'t, 'a> fn(Place<'t, 'a>) -> Result<Demand, Refused<'t, 'a>>,
}

/// A pattern that is none.
pub(super) struct Refused<'t, 'a> {
    pub(super) place: Place<'t, 'a>,
    pub(super) message: String,
}

/// Every sort of rules.
pub(crate) static KINDS: &[Kind] = &[
    Kind {
        section: &REPLICA_REGIONS,
        demand: |rule| Ok(Demand::ReplicaRegions(rule.member(&ALLOWED_REGIONS).map(texts).unwrap_or_default())),
    },
    Kind {
        section: &REGION_PAIRS,
        demand: |rule| {
            let primaries = rule.member(&ALLOWED_PAIRS).into_iter().flat_map(Place::children);
            let pairs = primaries.filter_map(|primary| Some((primary.key()?.to_owned(), texts(primary))));
            Ok(Demand::RegionPairs(pairs.collect()))
        },
    },
    Kind {
        section: &REQUIRED_TAGS,
        demand: |rule| Ok(Demand::RequiredTags(rule.member(&KEYS).map(texts).unwrap_or_default())),
    },
    Kind { section: &TAG_KEYS, demand: |rule| Ok(Demand::TagKeys(pattern(rule)?)) },
    Kind {
        section: &TAG_VALUES,
        demand: |rule| Ok(Demand::TagValues(rule.text_of(&KEY).map(str::to_owned), pattern(rule)?)),
    },
    Kind { section: &CUSTOMER_KEYS, demand: |_| Ok(Demand::CustomerKeys) },
    Kind {
        section: &KEY_ACCOUNTS,
        demand: |rule| Ok(Demand::KeyAccounts(rule.member(&ALLOWED_ACCOUNTS).map(texts).unwrap_or_default())),
    },
];

fn texts(list: Place<'_, '_>) -> Vec<String> {
    list.children().filter_map(Place::text).map(str::to_owned).collect()
}

/// The pattern of a rule. Where it is absent or not even a string, that has been said: any will do.
fn pattern<'t, 'a>(rule: Place<'t, 'a>) -> Result<OwnPattern, Refused<'t, 'a>> {
    let (place, text) = rule.place_and_text(&PATTERN).unwrap_or((rule, ""));
    OwnPattern::new(text).map_err(|error| Refused { place, message: message::filled("no_pattern", &error.to_string()) })
}

const fn structure(members: &'static [&'static Member]) -> Structure {
    Structure { rule: RULE, closed: RULE, members }
}

/// Rules of one sort, by their names.
const fn section(name: &'static str, doc: &'static str, rule: &'static Shape) -> Member {
    Member {
        name,
        doc,
        shape: Shape::Map(Map {
            rule: RULE,
            count: None,
            key: Text {
                rule: RULE,
                length: Some(Bounds { min: 1, max: 64, rule: RULE }),
                pattern: Some((&RULE_NAME, RULE)),
                ..Text::ANY
            },
            key_name: ("Name", "EU only"),
            value: rule,
            value_name: ("", ""),
            entry_name: "Rule",
        }),
        ..Member::OPTIONAL
    }
}

const fn text(min: usize, max: usize) -> Text {
    Text { rule: RULE, length: Some(Bounds { min, max, rule: RULE }), ..Text::ANY }
}

const fn list(min: usize, item: &'static Shape) -> List {
    List { rule: RULE, count: Some(Bounds { min, max: usize::MAX, rule: RULE }), item, item_name: "Entry" }
}

static REGION: Shape = Shape::Text(Text { pattern: Some((&REGION_CODE, RULE)), ..text(1, 64) });

static TAG_KEY: Shape = Shape::Text(text(1, 128));

/// Codes are made of lower-case letters and underscores: a name that has another character is none, now and later.
static RULE_NAME: Pattern = Pattern::new("rule_name", r"^[a-z0-9_]*[^a-z0-9_\n\r][^\n\r]*$");

static SEVERITY_NAME: Pattern = Pattern::new("severity_name", r"^(error|warning)$");

static ACCOUNT: Pattern = Pattern::new("account", r"^[0-9]{12}$");

static WEB_PAGE: Pattern = Pattern::new("web_page", r"^https?://[!-~]+$");

static SCHEMA: Member = Member {
    name: "$schema",
    doc: "The JSON Schema of this document, for editors. It is not read.",
    shape: Shape::Text(text(0, 2048)),
    ..Member::OPTIONAL
};

pub(super) static NAME: Member = Member {
    name: "name",
    doc: "What these rules are called. It is the source of findings for which no page is named.",
    required: Some(RULE),
    shape: Shape::Text(text(1, 128)),
    ..Member::OPTIONAL
};

pub(super) static SOURCE: Member = Member {
    name: "source",
    doc: "The page that states the rule: of the document, that of every rule which names no other.",
    shape: Shape::Structure(structure(&[&SOURCE_TITLE, &SOURCE_URL])),
    ..Member::OPTIONAL
};

pub(super) static SOURCE_TITLE: Member = Member {
    name: "title",
    doc: "The page's title.",
    required: Some(RULE),
    shape: Shape::Text(text(1, 256)),
    ..Member::OPTIONAL
};

pub(super) static SOURCE_URL: Member = Member {
    name: "url",
    doc: "The page's address.",
    required: Some(RULE),
    shape: Shape::Text(Text { pattern: Some((&WEB_PAGE, RULE)), ..text(1, 2048) }),
    ..Member::OPTIONAL
};

pub(super) static MESSAGE: Member = Member {
    name: "message",
    doc: "What is said where the rule is broken, word for word. Without it the message says what would pass.",
    shape: Shape::Text(text(1, 1024)),
    ..Member::OPTIONAL
};

pub(super) static SEVERITY: Member = Member {
    name: "severity",
    doc: "How much the findings weigh: `error`, which is the default, or `warning`.",
    shape: Shape::Text(Text { pattern: Some((&SEVERITY_NAME, RULE)), ..text(1, 7) }),
    ..Member::OPTIONAL
};

static REPLICA_REGIONS: Member = section(
    "replicaRegions",
    "The Regions that replicas may be in. The Region of an Availability Zone and of an existing resource's ARN count, too.",
    &Shape::Structure(structure(&[&ALLOWED_REGIONS, &MESSAGE, &SEVERITY, &SOURCE])),
);

static ALLOWED_REGIONS: Member = Member {
    name: "allowed",
    doc: "The Regions.",
    required: Some(RULE),
    shape: Shape::List(list(1, &REGION)),
    ..Member::OPTIONAL
};

static REGION_PAIRS: Member = section(
    "regionPairs",
    "The Regions that a replica may be in, by the Region of its primary: that of the primary's ARN, else that of the call. \
     A primary in a Region that is not named has no replica. Where the primary's Region is not known, or the replica is in it, nothing is said.",
    &Shape::Structure(structure(&[&ALLOWED_PAIRS, &MESSAGE, &SEVERITY, &SOURCE])),
);

static ALLOWED_PAIRS: Member = Member {
    name: "allowed",
    doc: "By the primary's Region, those of its replicas.",
    required: Some(RULE),
    shape: Shape::Map(Map {
        rule: RULE,
        count: Some(Bounds { min: 1, max: usize::MAX, rule: RULE }),
        key: Text { pattern: Some((&REGION_CODE, RULE)), ..text(1, 64) },
        key_name: ("Region", "eu-west-1"),
        value: &Shape::List(list(0, &REGION)),
        value_name: ("", ""),
        entry_name: "Primary",
    }),
    ..Member::OPTIONAL
};

static REQUIRED_TAGS: Member = section(
    "requiredTags",
    "Keys of tags that every request has, if it takes tags at all.",
    &Shape::Structure(structure(&[&KEYS, &MESSAGE, &SEVERITY, &SOURCE])),
);

static KEYS: Member = Member {
    name: "keys",
    doc: "The keys, in the very letters.",
    required: Some(RULE),
    shape: Shape::List(list(1, &TAG_KEY)),
    ..Member::OPTIONAL
};

static TAG_KEYS: Member = section(
    "tagKeys",
    "What keys of tags look like.",
    &Shape::Structure(structure(&[&PATTERN, &MESSAGE, &SEVERITY, &SOURCE])),
);

static TAG_VALUES: Member = section(
    "tagValues",
    "What values of tags look like: of the tags with one key, or of all.",
    &Shape::Structure(structure(&[&KEY, &PATTERN, &MESSAGE, &SEVERITY, &SOURCE])),
);

static KEY: Member = Member {
    name: "key",
    doc: "The key of the tags that are meant. Without it, all are.",
    shape: Shape::Text(text(1, 128)),
    ..Member::OPTIONAL
};

static PATTERN: Member = Member {
    name: "pattern",
    doc: "A regular expression that the whole text matches, with or without `^` and `$`. It is run in linear time, and so has \
          neither look-around nor back-references; `\\d`, `\\s` and `\\w` mean ASCII, and there is no `\\p`.",
    required: Some(RULE),
    shape: Shape::Text(text(0, 1024)),
    ..Member::OPTIONAL
};

static CUSTOMER_KEYS: Member = section(
    "customerKeys",
    "Each replica is encrypted with a customer managed key, where the request can name one. An existing resource keeps its own.",
    &Shape::Structure(structure(&[&MESSAGE, &SEVERITY, &SOURCE])),
);

static KEY_ACCOUNTS: Member = section(
    "keyAccounts",
    "The accounts whose keys may be replicated or used: the account of the key's ARN, else that of the caller, where the context tells it.",
    &Shape::Structure(structure(&[&ALLOWED_ACCOUNTS, &MESSAGE, &SEVERITY, &SOURCE])),
);

static ALLOWED_ACCOUNTS: Member = Member {
    name: "allowed",
    doc: "The accounts, twelve digits each.",
    required: Some(RULE),
    shape: Shape::List(list(1, &Shape::Text(Text { pattern: Some((&ACCOUNT, RULE)), ..text(12, 12) }))),
    ..Member::OPTIONAL
};

/// A document to start from.
pub static SAMPLE: Sample = Sample {
    title: "House rules with one rule of each sort",
    input: r#"{
  "name": "Cloud policy of Example Corp",
  "source": { "title": "Example Corp: replication", "url": "https://wiki.example.com/replication" },
  "replicaRegions": {
    "EU only": { "allowed": ["eu-west-1", "eu-central-1"], "message": "Data of customers stays in the EU." }
  },
  "regionPairs": {
    "Pairs": { "allowed": { "eu-west-1": ["eu-central-1"], "eu-central-1": ["eu-west-1"] } }
  },
  "requiredTags": {
    "Owner": { "keys": ["team", "cost-center"], "severity": "warning" }
  },
  "tagKeys": {
    "Kebab case": { "pattern": "[a-z]+(-[a-z]+)*" }
  },
  "tagValues": {
    "Cost center": { "key": "cost-center", "pattern": "[0-9]{4}" }
  },
  "customerKeys": {
    "Own keys": {}
  },
  "keyAccounts": {
    "Key account": { "allowed": ["111122223333"] }
  }
}"#,
};
