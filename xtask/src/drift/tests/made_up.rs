//! Two made-up operations. The models in the folder beside this file say the same of them.

use xregion::Code;
use xregion::answer::{Answers, Kind, Output, Phase, Retry, ServiceError, State, Status};
use xregion::guide::Guide;
use xregion::identifiers::Partition;
use xregion::pattern::Pattern;
use xregion::shape::{
    Boolean, Bounds, Format, List, Map, Member, Operation, Role, Rule, Service, Shape, Source, Structure, Text, Wire,
};

use crate::drift::Facts;
use crate::drift::catalogue::Entry;

const fn rule(id: &'static str) -> Rule {
    static PAGE: Source = Source { title: "Tables", url: "https://example.com/tables" };
    Rule { id, source: &PAGE }
}

const fn entry(operation: &'static str, folder: &'static str) -> Entry {
    Entry {
        operation,
        folder,
        path: "PATH",
        protocol: "PROTOCOL",
        target: "TARGET",
        signing: "SIGNING",
        hosts: ["PLAIN", "FIPS", "DUAL", "BOTH"],
    }
}

pub(super) static MADE_UP: Facts = Facts {
    operations: &[&REPLICATE_TABLE, &REPLICATE_QUEUE],
    partitions: &[&EARTH],
    catalogue: &[entry("ReplicateTable", "tables"), entry("ReplicateQueue", "queues")],
};

/// Known by the name of a partition that there is, so that the hosts are those of the library.
static EARTH: Partition = Partition {
    id: "aws",
    title: "Earth",
    region_pattern: Pattern::new("region_of_partition", r"^(us|eu)\-\w+\-\d+$"),
    dns_suffix: "amazonaws.com",
    dual_stack_dns_suffix: "api.aws",
    global: Some("aws-global"),
    regions: &[("eu-west-1", "Europe"), ("us-east-1", "America")],
};

static REPLICATE_TABLE: Operation = Operation {
    name: "ReplicateTable",
    doc: "Replicates a table.",
    service: &Service {
        title: "Tables",
        signing_name: "tables",
        client_name: "tables",
        sdk_v3: ("@aws-sdk/client-tables", "TablesClient"),
        host_label: "tables",
        dual_stack: &[],
    },
    input: Structure {
        rule: rule("T-1"),
        closed: rule("T-2"),
        members: &[&NAME, &TOKEN, &REPLICAS, &LABELS, &PROTECTED],
    },
    null: rule("T-3"),
    constraints: &[],
    modes: None,
    primary: None,
    wire: Wire::RestJson { path: "/tables/{Name}/replicas" },
    guide: &Guide {
        answers: &Answers { success: (201, rule("T-4")), errors: ERRORS, sayings: &[], response: RESPONSE },
        ..NO_GUIDE
    },
};

const NO_GUIDE: Guide = Guide {
    notes: &[],
    permissions: &[],
    samples: &[],
    answers: &Answers { success: (200, rule("Q-3")), errors: &[], sayings: &[], response: &[] },
    terraform: None,
    cloud_formation: None,
};

static REPLICATE_QUEUE: Operation = Operation {
    name: "ReplicateQueue",
    service: &Service {
        title: "Queues",
        signing_name: "queues",
        client_name: "queues",
        sdk_v3: ("@aws-sdk/client-queues", "QueuesClient"),
        host_label: "queues",
        dual_stack: &[],
    },
    input: Structure { rule: rule("Q-1"), closed: rule("Q-2"), members: &[] },
    wire: Wire::AwsJson { target: "Queues.ReplicateQueue" },
    guide: &NO_GUIDE,
    ..REPLICATE_TABLE
};

static NAME_PATTERN: Pattern = Pattern::new("any", "^[a-z]+$");

static NAME: Member = Member {
    name: "Name",
    required: Some(rule("T-5")),
    shape: Shape::Text(Text {
        rule: rule("T-6"),
        length: Some(Bounds { min: 3, max: 20, rule: rule("T-7") }),
        pattern: Some((&NAME_PATTERN, rule("T-8"))),
        ..Text::ANY
    }),
    ..Member::OPTIONAL
};

static TOKEN: Member = Member {
    name: "Token",
    shape: Shape::Text(Text { rule: rule("T-9"), ..Text::ANY }),
    idempotency_token: true,
    ..Member::OPTIONAL
};

static REPLICAS: Member = Member {
    name: "Replicas",
    shape: Shape::List(List {
        rule: rule("T-10"),
        count: Some(Bounds { min: 1, max: usize::MAX, rule: rule("T-11") }),
        item: &Shape::Text(Text {
            rule: rule("T-12"),
            formats: &[Format {
                rule: rule("T-13"),
                code: Code::ServiceNotInRegion,
                expected: "region_code",
                accepts: |text| text != "us-east-1",
            }],
            role: Role::ReplicaRegion,
            ..Text::ANY
        }),
        item_name: "Replica",
    }),
    ..Member::OPTIONAL
};

static LABELS: Member = Member {
    name: "Labels",
    shape: Shape::Map(Map {
        rule: rule("T-14"),
        count: Some(Bounds { min: 0, max: 5, rule: rule("T-15") }),
        key: Text { rule: rule("T-16"), ..Text::ANY },
        key_name: ("Key", "team"),
        value: &Shape::Text(Text { rule: rule("T-17"), ..Text::ANY }),
        value_name: ("Value", "orders"),
        entry_name: "Label",
    }),
    sensitive: true,
    ..Member::OPTIONAL
};

static PROTECTED: Member =
    Member { name: "Protected", shape: Shape::Boolean(Boolean { rule: rule("T-18") }), ..Member::OPTIONAL };

static RESPONSE: &[Output] = &[
    Output { name: "Arn", rule: rule("T-19"), always: true, ..Output::TEXT },
    Output {
        name: "Replicas",
        rule: rule("T-20"),
        kind: Kind::List(
            &Kind::Structure(&[
                Output { name: "Size", rule: rule("T-21"), kind: Kind::Integer, ..Output::TEXT },
                Output {
                    name: "Status",
                    rule: rule("T-22"),
                    kind: Kind::Status(Status {
                        states: &[State { value: "READY", phase: Phase::Done, meaning: "", advice: "" }],
                        reason: None,
                    }),
                    ..Output::TEXT
                },
            ]),
            rule("T-23"),
        ),
        ..Output::TEXT
    },
];

static ERRORS: &[ServiceError] =
    &[ServiceError { name: "TableBusy", rule: rule("T-24"), status: 409, retry: Retry::Yes, meaning: "", advice: "" }];
