//! Requests with many entries, by every way in and in every form that is made of them; requests in bulk.

use std::hint::black_box;

use serde::Serialize;
use serde_json::Value;
use xregion::jsonl::Lines;
use xregion::operations::REPLICATE_KEY;
use xregion::shape::Operation;
use xregion::{
    BuildOptions, CliOptions, CloudFormationOptions, Context, Draft, HttpOptions, OPERATIONS, SdkOptions, Shell,
    TerraformOptions, build, from_json, notes, to_rows, validate, validate_field, validate_rows,
};

use super::written::{SOUND, Written};
use super::{Kind, context, tell};

/// A way in or a form, and what is done with a request there.
type Way = (&'static str, fn(&'static Operation, &Value));

const WAYS: &[Way] = &[
    ("validate", |operation, input| tell(&validate(operation, input, &context()))),
    ("validate_field", |operation, input| {
        for member in operation.input.members {
            let field = input.get(member.name);
            let pointer = format!("/{}", member.name);
            tell(&validate_field(operation, &pointer, field, Some(input), &context()));
        }
    }),
    ("to_rows and validate_rows", |operation, input| {
        tell(&validate_rows(operation, &to_rows(operation, input), &context()).0);
    }),
    ("from_json", |_, input| {
        black_box(from_json(input.to_string().as_bytes()));
    }),
    ("build", |operation, input| {
        let mut options = BuildOptions::default();
        options.context = context();
        black_box(build(operation, input, &options).is_ok());
    }),
    ("notes", |operation, input| {
        black_box(notes(operation, input, &context()));
    }),
    ("to_json", |operation, input| {
        black_box(draft(operation, input).to_json());
    }),
    ("to_http", |operation, input| {
        black_box(draft(operation, input).to_http(&HttpOptions::region("us-east-1")).is_ok());
    }),
    ("to_sdk_v3", |operation, input| {
        written(&draft(operation, input).to_sdk_v3(&SdkOptions::default()));
    }),
    ("to_boto3", |operation, input| {
        written(&draft(operation, input).to_boto3(&SdkOptions::default()));
    }),
    ("to_cli for every shell", |operation, input| {
        for shell in [Shell::Posix, Shell::PowerShell, Shell::Cmd] {
            black_box(draft(operation, input).to_cli(&CliOptions::shell(shell)));
        }
    }),
    ("to_terraform", |operation, input| {
        written(&draft(operation, input).to_terraform(&TerraformOptions::default()));
    }),
    ("to_cloud_formation", |operation, input| {
        written(&draft(operation, input).to_cloud_formation(&CloudFormationOptions::default()));
    }),
];

fn draft(operation: &'static Operation, input: &Value) -> Draft {
    Draft::new(operation, input.clone())
}

fn written(form: &impl Serialize) {
    black_box(serde_json::to_string(form).is_ok());
}

/// What each line of a text in bulk holds, and which of the operations it is of; without one it names its own.
type Bulk = (&'static str, usize, Option<&'static Operation>, fn() -> String);

const BULK: &[Bulk] = &[
    ("lines that are valid", 500, Some(&REPLICATE_KEY), || SOUND.request(&REPLICATE_KEY)),
    ("lines that are not valid", 500, Some(&REPLICATE_KEY), || r#"{"KeyI":5,"Tags":[{}]}"#.to_owned()),
    ("lines that are not JSON", 1000, Some(&REPLICATE_KEY), || "{".to_owned()),
    ("lines that name their operations", 500, None, || {
        format!(r#"{{"operation":"ReplicateKey","input":{}}}"#, SOUND.request(&REPLICATE_KEY))
    }),
    ("lines that name none", 500, None, || r#"{"operatio":"ReplicateKe","input":{}}"#.to_owned()),
    ("empty lines", 10_000, Some(&REPLICATE_KEY), String::new),
];

/// How many bytes come at once.
const CHUNK: usize = 61;

fn judge(operation: Option<&'static Operation>, text: &[u8]) {
    let context = Context::default();
    let mut lines = Lines::new(operation, &context);
    for chunk in text.chunks(CHUNK) {
        lines.push(chunk).for_each(|line| tell(&line.report));
    }
    lines.finish().iter().for_each(|line| tell(&line.report));
}

pub(super) fn kinds() -> Vec<Kind> {
    let ways = OPERATIONS.iter().copied().flat_map(|operation| {
        let kind = move |(way, run): &Way| {
            let (way, run) = (*way, *run);
            Kind::new(way, operation.name, 1000, move |count| {
                let text = Written { count, ..SOUND }.request(operation);
                let input = serde_json::from_str(&text).unwrap_or_default();
                move || run(operation, &input)
            })
        };
        WAYS.iter().map(kind)
    });
    let bulk = BULK.iter().map(|(input, least, operation, line)| {
        let (operation, line) = (*operation, *line);
        Kind::new(input, "jsonl::Lines", *least, move |count| {
            let text = format!("{}\n", line()).repeat(count);
            move || judge(operation, text.as_bytes())
        })
    });
    let long_line = Kind::new("bytes of one line", "jsonl::Lines", 50_000, |length| {
        let text = SOUND.request(&REPLICATE_KEY) + &" ".repeat(length);
        move || judge(Some(&REPLICATE_KEY), text.as_bytes())
    });
    ways.chain(bulk).chain([long_line]).collect()
}
