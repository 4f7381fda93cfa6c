//! An operation more, stated outside of the crate in the same vocabulary: everything that is computed from a table
//! handles it.

use std::sync::Arc;

use serde_json::{Value, json};
use xregion::answer::{Answers, Output, Retry, ServiceError};
use xregion::derive::{SchemaTarget, form, generated_files_of, json_schema};
use xregion::guide::{Guide, Sample};
use xregion::identifiers::region::{self, REGION_CODE};
use xregion::pattern::Pattern;
use xregion::report::Findings;
use xregion::request::{CloudFormationOptions, TerraformOptions};
use xregion::shape::{
    Boolean, Bounds, Constraint, Format, List, Map, Member, Operation, Role, Service, Shape, Silence, Structure, Text,
    Wire,
};
use xregion::sources::{Rule, Source};
use xregion::tree::Place;
use xregion::{
    BuildOptions, Code, Context, Draft, HouseRules, HttpError, HttpOptions, OPERATIONS, Report, build, validate,
    validate_field, validate_json,
};

const fn rule(id: &'static str) -> Rule {
    static PAGE: Source =
        Source { title: "Tables API Reference: ReplicateTable", url: "https://example.com/ReplicateTable" };
    Rule { id, source: &PAGE }
}

static REPLICATE_TABLE: Operation = TABLE;

const TABLE: Operation = Operation {
    name: "ReplicateTable",
    doc: "Replicates a table to other Regions.",
    service: &Service {
        title: "Tables",
        signing_name: "tables",
        client_name: "tables",
        sdk_v3: ("@aws-sdk/client-tables", "TablesClient"),
        host_label: "tables",
        dual_stack: &[],
    },
    input: Structure {
        rule: rule("TABLE-01"),
        closed: rule("TABLE-02"),
        members: &[&TABLE_NAME, &CLIENT_TOKEN, &REPLICAS, &LABELS, &PROTECTED],
    },
    null: rule("TABLE-03"),
    constraints: &[&[Constraint {
        rule: rule("TABLE-04"),
        code: Code::SameRegion,
        doc: "No replica is in the Region of the call.",
        silent: Silence::None,
        check: not_in_the_region_of_the_call,
    }]],
    modes: None,
    primary: None,
    wire: Wire::RestJson { path: "/tables/{TableName}/replicas" },
    guide: &Guide {
        notes: &[],
        permissions: &[],
        samples: &[
            Sample {
                title: "A table in Ireland",
                input: r#"{"TableName":"orders","Replicas":[{"Region":"eu-west-1"}],"Labels":{"team":"orders"}}"#,
            },
            Sample { title: "Broken: no replica", input: r#"{"TableName":"orders","Replicas":[]}"# },
        ],
        answers: &Answers {
            success: (200, rule("TABLE-24")),
            errors: &[ServiceError {
                name: "TableBusyException",
                rule: rule("TABLE-25"),
                status: 409,
                retry: Retry::Later("The table is not being changed."),
                meaning: "The table is being changed.",
                advice: "Wait.",
            }],
            sayings: &[],
            response: &[Output { name: "TableArn", doc: "The table.", rule: rule("TABLE-26"), ..Output::TEXT }],
        },
        terraform: None,
        cloud_formation: None,
    },
};

static TABLE_NAME: Member = Member {
    name: "TableName",
    doc: "The table, by its name.",
    required: Some(rule("TABLE-05")),
    shape: Shape::Text(Text {
        rule: rule("TABLE-06"),
        length: Some(Bounds { min: 3, max: 20, rule: rule("TABLE-07") }),
        pattern: Some((&NAME, rule("TABLE-08"))),
        ..Text::ANY
    }),
    example: "orders",
    ..Member::OPTIONAL
};

static NAME: Pattern = Pattern::new("secret_name", r"^[a-z/ ]+$");

static CLIENT_TOKEN: Member = Member {
    name: "ClientToken",
    doc: "Makes the call idempotent.",
    shape: Shape::Text(Text { rule: rule("TABLE-09"), ..Text::ANY }),
    idempotency_token: true,
    ..Member::OPTIONAL
};

static REPLICAS: Member = Member {
    name: "Replicas",
    doc: "The replicas.",
    required: Some(rule("TABLE-10")),
    shape: Shape::List(List {
        rule: rule("TABLE-11"),
        count: Some(Bounds { min: 1, max: usize::MAX, rule: rule("TABLE-12") }),
        item: &Shape::Structure(Structure {
            rule: rule("TABLE-13"),
            closed: rule("TABLE-02"),
            members: &[&REGION, &ENCRYPTED],
        }),
        item_name: "Replica",
    }),
    ..Member::OPTIONAL
};

static REGION: Member = Member {
    name: "Region",
    doc: "The Region of the replica.",
    required: Some(rule("TABLE-14")),
    shape: Shape::Text(Text {
        rule: rule("TABLE-15"),
        formats: &[Format {
            rule: rule("TABLE-16"),
            code: Code::InvalidIdentifier,
            expected: "region_code",
            accepts: |text| REGION_CODE.matches(text),
        }],
        role: Role::ReplicaRegion,
        ..Text::ANY
    }),
    example: "eu-west-1",
    ..Member::OPTIONAL
};

static ENCRYPTED: Member = Member {
    name: "Encrypted",
    doc: "Whether the replica is encrypted.",
    shape: Shape::Boolean(Boolean { rule: rule("TABLE-17") }),
    example: "true",
    ..Member::OPTIONAL
};

static LABELS: Member = Member {
    name: "Labels",
    doc: "Labels of the replicas.",
    shape: Shape::Map(Map {
        rule: rule("TABLE-18"),
        count: Some(Bounds { min: 0, max: 2, rule: rule("TABLE-19") }),
        key: Text {
            rule: rule("TABLE-20"),
            length: Some(Bounds { min: 1, max: 5, rule: rule("TABLE-21") }),
            role: Role::TagKey,
            ..Text::ANY
        },
        key_name: ("Name", "team"),
        value: &Shape::Text(Text { rule: rule("TABLE-22"), role: Role::TagValue, ..Text::ANY }),
        value_name: ("Text", "orders"),
        entry_name: "Label",
    }),
    ..Member::OPTIONAL
};

static PROTECTED: Member = Member {
    name: "Protected",
    doc: "Whether the replicas are protected from deletion.",
    shape: Shape::Boolean(Boolean { rule: rule("TABLE-23") }),
    example: "false",
    ..Member::OPTIONAL
};

fn not_in_the_region_of_the_call(request: Place<'_, '_>, context: &Context, findings: &mut Findings<'_>) {
    let replicas = request.member(&REPLICAS).into_iter().flat_map(Place::children);
    for place in replicas.filter_map(|replica| replica.member(&REGION)) {
        if let Some(code) =
            place.text().filter(|code| region::is_code(code) && Some(*code) == context.region.as_deref())
        {
            findings.at(place, vec![code.to_owned().into()]);
        }
    }
}

fn findings(report: &Report) -> Vec<(String, &'static str, &str)> {
    report.issues().iter().map(|issue| (issue.path.pointer(), issue.code.as_str(), &*issue.rule)).collect()
}

fn sound() -> Value {
    json!({ "Replicas": [{ "Region": "eu-west-1", "Encrypted": true }], "TableName": "or ders", "Labels": { "team": "" } })
}

#[test]
fn the_engine_judges_it() {
    let mut context = Context::default();
    context.region = Some("us-east-1".to_owned());
    let broken = json!({
        "TableName": "",
        "ClientToken": null,
        "Replicas": [{ "Region": "us-east-1" }, { "Region": "Ohio", "Encrypted": "yes" }, {}, 5],
        "Labels": { "longer": 1, "b": "", "c": "" },
        "Table": "orders",
    });
    let expected = [
        ("/ClientToken", "wrong_type", "TABLE-03"),
        ("/Labels", "too_many", "TABLE-19"),
        ("/Labels/longer", "too_long", "TABLE-21"),
        ("/Labels/longer", "wrong_type", "TABLE-22"),
        ("/Replicas/0/Region", "same_region", "TABLE-04"),
        ("/Replicas/1/Encrypted", "wrong_type", "TABLE-17"),
        ("/Replicas/1/Region", "invalid_identifier", "TABLE-16"),
        ("/Replicas/2/Region", "missing_required", "TABLE-14"),
        ("/Replicas/3", "wrong_type", "TABLE-13"),
        ("/Table", "unknown_field", "TABLE-02"),
        ("/TableName", "too_short", "TABLE-07"),
    ]
    .map(|(path, code, rule)| (path.to_owned(), code, rule));
    assert_eq!(findings(&validate(&REPLICATE_TABLE, &broken, &context)), expected);
    assert_eq!(findings(&validate_json(&REPLICATE_TABLE, broken.to_string().as_bytes(), &context)), expected);
    assert_eq!(findings(&validate(&REPLICATE_TABLE, &sound(), &context)), []);
    let field =
        validate_field(&REPLICATE_TABLE, "/Replicas/0/Region", Some(&json!("us-east-1")), Some(&sound()), &context);
    assert_eq!(findings(&field), expected[4..5]);
    for sample in REPLICATE_TABLE.guide.samples {
        let report = validate_json(&REPLICATE_TABLE, sample.input.as_bytes(), &context);
        assert_eq!(report.is_ok(), !sample.title.starts_with("Broken"), "{}", sample.title);
    }
}

#[test]
fn house_rules_hold_it_by_its_roles() {
    let rules = json!({
        "name": "House",
        "replicaRegions": { "Ireland": { "allowed": ["eu-west-1"] } },
        "requiredTags": { "Owner": { "keys": ["owner"] } },
        "tagValues": { "Words": { "pattern": "[a-z]+" } },
    });
    let mut context = Context::default();
    context.house = Some(Arc::new(HouseRules::from_value(&rules).unwrap()));
    let request = json!({ "Replicas": [{ "Region": "eu-west-2" }], "TableName": "orders", "Labels": { "team": "" } });
    let expected = [
        ("/Labels", "house_rule", "Owner"),
        ("/Labels/team", "house_rule", "Words"),
        ("/Replicas/0/Region", "house_rule", "Ireland"),
    ];
    let expected = expected.map(|(path, code, rule)| (path.to_owned(), code, rule));
    assert_eq!(findings(&validate(&REPLICATE_TABLE, &request, &context)), expected);
}

#[test]
fn a_text_of_several_characters_at_least_is_counted_in_characters() {
    for (name, expected) in [
        ("ab", &["too_short"][..]),
        ("abc", &[]),
        ("ää", &["pattern_mismatch", "too_short"]),
        ("äää", &["pattern_mismatch"]),
        ("abcdefghijklmnopqrst", &[]),
        ("abcdefghijklmnopqrstu", &["too_long"]),
    ] {
        let mut request = sound();
        request["TableName"] = name.into();
        let report = validate(&REPLICATE_TABLE, &request, &Context::default());
        let codes: Vec<&str> = findings(&report).into_iter().map(|(_, code, _)| code).collect();
        assert_eq!(codes, expected, "{name}");
    }
}

#[test]
fn it_is_built_and_sent() {
    let mut options = BuildOptions::default();
    options.client_token = Some("a token".to_owned());
    let request = build(&REPLICATE_TABLE, &sound(), &options).unwrap();
    let mut expected = sound();
    expected["ClientToken"] = json!("a token");
    assert_eq!(*request.input(), expected);
    assert_eq!(
        request.to_json(),
        r#"{"TableName":"or ders","Replicas":[{"Region":"eu-west-1","Encrypted":true}],"ClientToken":"a token","Labels":{"team":""}}"#
    );
    let http = request.to_http(&HttpOptions::region("eu-central-1")).unwrap();
    assert_eq!(http.url, "https://tables.eu-central-1.amazonaws.com/tables/or%20ders/replicas");
    assert_eq!(
        http.body,
        r#"{"Replicas":[{"Region":"eu-west-1","Encrypted":true}],"ClientToken":"a token","Labels":{"team":""}}"#
    );
    assert_eq!((http.signing.service, http.signing.region.as_str()), ("tables", "eu-central-1"));
    assert_eq!(request.to_http(&HttpOptions::default()), Err(HttpError::MissingRegion));

    let rejected = build(&REPLICATE_TABLE, &json!({}), &options).unwrap_err();
    assert_eq!(*rejected.draft.input(), json!({ "ClientToken": "a token" }));
    let no_path = Draft::new(&REPLICATE_TABLE, json!({})).to_http(&HttpOptions::region("eu-central-1"));
    assert_eq!(no_path, Err(HttpError::MissingPathMember("TableName".to_owned())));
}

#[test]
fn without_a_resource_nothing_is_carried_and_that_is_told() {
    let draft = Draft::new(&REPLICATE_TABLE, sound());
    let terraform = draft.to_terraform(&TerraformOptions::default());
    let template = draft.to_cloud_formation(&CloudFormationOptions::default());
    assert_eq!([terraform.resource, template.resource], [None, None]);
    assert_eq!([terraform.text, template.text], ["", ""]);
    for issues in [terraform.issues, template.issues] {
        let told: Vec<_> = issues.iter().map(|issue| (issue.path.pointer(), issue.code)).collect();
        assert_eq!(told, [(String::new(), Code::NotCarried)]);
    }
}

#[test]
fn its_schema_says_what_a_schema_can() {
    let schema = json_schema(&REPLICATE_TABLE, SchemaTarget::default());
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "ReplicateTable");
    assert_eq!(schema["required"], json!(["TableName", "Replicas"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    let at = |pointer: &str| schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}: {schema:#}"));
    assert_eq!(*at("/properties/TableName/minLength"), json!(3));
    assert_eq!(*at("/properties/TableName/maxLength"), json!(20));
    assert_eq!(*at("/properties/TableName/pattern"), json!("^[a-z/ ]+$"));
    assert_eq!(*at("/properties/Replicas/minItems"), json!(1));
    assert_eq!(schema.pointer("/properties/Replicas/maxItems"), None);
    assert_eq!(*at("/properties/Replicas/items/required"), json!(["Region"]));
    assert_eq!(*at("/properties/Replicas/items/properties/Encrypted/type"), json!("boolean"));
    assert_eq!(*at("/properties/Labels/maxProperties"), json!(2));
    assert_eq!(*at("/properties/Labels/propertyNames/maxLength"), json!(5));
    assert_eq!(*at("/properties/Labels/additionalProperties/type"), json!("string"));
    assert_eq!(
        schema["description"],
        "Replicates a table to other Regions. What must hold beyond this schema: No replica is in the Region of the call (TABLE-04: same_region)."
    );
    let region = at("/properties/Replicas/items/properties/Region/description").as_str().unwrap();
    assert!(region.ends_with("Region code such as us-east-1 (TABLE-16: invalid_identifier)."), "{region}");
}

#[test]
fn its_schemas_differ_in_their_version_alone() {
    let [mut newer, mut older] = SchemaTarget::ALL.map(|target| json_schema(&REPLICATE_TABLE, target));
    let dialect = |schema: &mut Value| schema.as_object_mut().unwrap().remove("$schema").unwrap();
    assert_eq!(dialect(&mut newer), "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(dialect(&mut older), "http://json-schema.org/draft-07/schema#");
    assert_eq!(newer, older);
    assert_eq!(SchemaTarget::ALL.map(|target| SchemaTarget::named(target.as_str())), SchemaTarget::ALL.map(Some));
    assert_eq!(SchemaTarget::named("draft-04"), None);
}

#[test]
fn its_form_has_a_field_for_every_member() {
    let form = serde_json::to_value(form(&REPLICATE_TABLE)).unwrap();
    let fields = form["fields"].as_array().unwrap();
    let controls: Vec<_> =
        fields.iter().map(|field| (field["path"][0].as_str().unwrap(), field["control"].as_str().unwrap())).collect();
    let expected = [
        ("TableName", "text"),
        ("ClientToken", "text"),
        ("Replicas", "rows"),
        ("Labels", "rows"),
        ("Protected", "checkbox"),
    ];
    assert_eq!(controls, expected);
    assert_eq!(fields[0]["required"], true);
    assert_eq!(fields[0]["maxLength"], 20);
    assert_eq!(fields[1]["generated"], true);
    assert_eq!(fields[2]["row"], "Replica");
    assert_eq!(fields[2]["columns"].as_array().unwrap().len(), 2);
    assert_eq!(fields[3]["key"]["maxLength"], 5);
    assert_eq!(fields[3]["columns"][0]["label"], "Text");
    assert_eq!(form["samples"].as_array().unwrap().len(), 2);
}

#[test]
fn without_constraints_it_is_glanced_at() {
    let operation = Operation { constraints: &[], ..TABLE };
    let files = generated_files_of(&[&operation]);
    let (_, glances) = files.iter().find(|(path, _)| path.ends_with("/glances.js")).unwrap();
    for line in [
        "  return isUnspoilt() && replicateTableInput(new Facts(false), value);",
        "        if (!(replicateTableInputReplicas(facts, member))) return false;",
        "        if (!(member === false)) return false;",
        "    if (!(count <= 2 && isOwn(key) && isWritten(key, 1, 5) && isWritten(entry, 0, Infinity))) return false;",
    ] {
        assert!(glances.lines().any(|found| found == line), "no {line:?} in {glances}");
    }
}

#[test]
fn the_generated_files_have_it() {
    let with_it: Vec<&Operation> = OPERATIONS.iter().copied().chain([&REPLICATE_TABLE]).collect();
    let files = generated_files_of(&with_it);
    let file = |end: &str| files.iter().find(|(path, _)| path.ends_with(end)).map(|(_, text)| text.as_str()).unwrap();

    let javascript = file("/operations.js");
    let shape = r#"{ TableName: 0, ClientToken: 0, Replicas: [{ Region: 0, Encrypted: 1 }], Labels: { "*": 0 }, Protected: 1 }"#;
    let made =
        format!(r#"operation(4, "ReplicateTable", {shape}, glances.replicateTable, {{ token: "ClientToken" }});"#);
    assert!(javascript.contains(&format!("export const replicateTable = /* @__PURE__ */ {made}")), "{javascript}");

    // One of its constraints is silent about nothing that could be told at a glance.
    let glances = file("/glances.js");
    assert!(glances.contains("\nexport function replicateTable(value) {\n  return false;\n}"), "{glances}");

    let forms = file("/forms.js");
    assert!(forms.lines().any(|form| form.starts_with(r#"  {"title":"Replicate table","#)), "{forms}");

    let index = file("/index.js");
    assert!(
        index.contains("export const replicateTable = /* @__PURE__ */ withModules(sources, api.replicateTable);"),
        "{index}"
    );

    let typescript = file(".d.ts");
    let interface =
        typescript.split("export interface ReplicateTableInput").nth(1).unwrap().split("\n}").next().unwrap();
    for member in
        ["TableName: string", "ClientToken?: string", "Region: string", "Encrypted?: boolean", "Protected?: boolean"]
    {
        assert!(interface.contains(member), "no {member} in {interface}");
    }
    assert!(
        typescript.contains(
            "export declare const replicateTable: Operation<ReplicateTableInput, ReplicateTableResponse, ReplicateTableRows>;"
        )
    );

    let reference = file(".md");
    let section = reference.split("\n## ReplicateTable\n").nth(1).unwrap().split("\n## ").next().unwrap();
    for id in (1..=26).map(|number| format!("TABLE-{number:02}")) {
        assert!(section.contains(&id), "no {id} in {section}");
    }
}
