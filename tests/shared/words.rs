//! Texts that mean something to the operations: what is tried in place of others.

/// Texts of every form that a member of some operation has.
pub(crate) const KNOWN: [&str; 23] = [
    "us-east-1",
    "us-west-2",
    "cn-north-1",
    "us-east-1a",
    "xx-new-1",
    "fs-01234567",
    "alias/a",
    "DefaultKey",
    "aws:a",
    "a",
    "",
    "mrk-1234abcd12ab34cd56ef1234567890ab",
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    "arn:aws-cn:kms:cn-north-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:cn-north-1:111122223333:alias/a",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3",
    "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-01234567",
    "arn:aws-cn:elasticfilesystem:cn-north-1:444455556666:file-system/fs-76543210",
    "arn:aws:iam::111122223333:role/a",
    "arn:aws-cn:iam::444455556666:role/a",
    r#"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}"#,
    r#"{"Statement":{"Principal":{"AWS":""}}}"#,
];

/// What is put in place of strings, and of the keys of maps: what belongs there and what does not.
pub(crate) fn others() -> Vec<String> {
    let names = [
        "us-east-1",
        "eu-west-1",
        "us-west-2",
        "us-west-2a",
        "cn-north-1",
        "us-gov-west-1",
        "eu-south-9",
        "aws-global",
        "us-east",
        "US-EAST-1",
    ];
    let texts = [
        "",
        "a",
        "*",
        "aws:a",
        "AWS:a",
        "team",
        "a=b",
        "password: x",
        "AKIAIOSFODNN7EXAMPLE",
        "\u{7f}",
        "ä",
        "\u{2028}",
        "alias/a",
        "alias/aws/kms",
        "DefaultKey",
        "fs-0123456789abcdef0",
        "fs-01234567",
        "mrk-1234abcd12ab34cd56ef1234567890ab",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "MySecret-a1b2c3",
        "prod/db",
        "arn:aws:iam::111122223333:role/efs",
    ];
    let mut others: Vec<String> = names.into_iter().chain(texts).map(str::to_owned).collect();
    for partition in ["aws", "aws-cn", "aws-new"] {
        for region in ["us-east-1", "eu-west-1", "cn-north-1", "eu-south-9", ""] {
            for (service, resource) in [
                ("kms", "key/mrk-1234abcd12ab34cd56ef1234567890ab"),
                ("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                ("kms", "key/1234ABCD-12ab-34cd-56ef-1234567890ab"),
                ("kms", "alias/orders"),
                ("kms", "alias/aws/ebs"),
                ("secretsmanager", "secret:MySecret-a1b2c3"),
                ("secretsmanager", "secret:MySecret"),
                ("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
            ] {
                others.push(format!("arn:{partition}:{service}:{region}:111122223333:{resource}"));
            }
        }
    }
    others.extend([128, 129, 256, 257, 8193].map(|count| "x".repeat(count)));
    others
}
