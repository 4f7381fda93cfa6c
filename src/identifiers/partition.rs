//! AWS's partitions: which Regions they hold and where their endpoints are.
//!
//! Source: the partition table that AWS publishes with its SDKs (`partitions.json` of botocore 1.44.5).

use crate::pattern::{MatchedAs, Pattern};
use crate::shape::told;

/// A group of Regions with accounts, names and endpoints of its own. Nothing is replicated from one to another.
#[derive(Debug)]
pub struct Partition {
    /// The name in ARNs.
    pub id: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// Which Region codes are its own, those not yet known among them.
    pub region_pattern: Pattern,
    /// The suffix of its endpoints.
    pub dns_suffix: &'static str,
    /// The suffix of its dual-stack endpoints.
    pub dual_stack_dns_suffix: &'static str,
    /// The name under which AWS's SDKs speak of the partition as a whole.
    pub global: Option<&'static str>,
    /// The Regions known today, each with its name for people.
    pub regions: &'static [(&'static str, &'static str)],
}

impl Partition {
    /// The partition that a Region belongs to, by the form of its code or by its name. `None`: no claim can be made.
    pub fn of_region(region: &str) -> Option<&'static Self> {
        let by_form = |partition: &&Self| partition.region_pattern.matches(region);
        let by_name = |partition: &&Self| {
            partition.global == Some(region) || partition.region_codes().any(|known| known == region)
        };
        let partitions = || PARTITIONS.iter().copied();
        partitions().find(by_form).or_else(|| partitions().find(by_name))
    }

    /// The codes of the Regions known today.
    pub fn region_codes(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.regions.iter().map(|(code, _)| *code)
    }

    /// The partition whose endpoints a Region uses. Like AWS's endpoint rules it falls back to `aws`.
    pub fn for_endpoints(region: &str) -> &'static Self {
        Self::of_region(region).unwrap_or(&AWS)
    }
}

/// The id of the partition that a Region belongs to.
pub fn id_of_region(region: &str) -> Option<&'static str> {
    Partition::of_region(region).map(|partition| partition.id)
}

/// Whether a Region is in the table. New Regions appear: that one is not is never more than a hint.
pub fn is_known_region(region: &str) -> bool {
    known_regions().any(|known| known == region)
}

/// Every Region in the table.
pub fn known_regions() -> impl Iterator<Item = &'static str> {
    PARTITIONS.iter().flat_map(|partition| partition.region_codes())
}

/// All partitions.
pub static PARTITIONS: [&Partition; 8] =
    [&AWS, &AWS_CN, &AWS_EUSC, &AWS_ISO, &AWS_ISO_B, &AWS_ISO_E, &AWS_ISO_F, &AWS_US_GOV];

/// The documented patterns escape hyphens outside of classes, which `regex-lite` and JavaScript's `u` flag refuse.
macro_rules! region_pattern {
    ($documented:literal, $text:literal) => {
        Pattern::rewritten("region_of_partition", $documented, MatchedAs::Text($text))
    };
}

static AWS: Partition = Partition {
    id: "aws",
    title: told("AWS"),
    region_pattern: region_pattern!(
        r"^(us|eu|ap|sa|ca|me|af|il|mx)\-\w+\-\d+$",
        r"^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$"
    ),
    dns_suffix: told("amazonaws.com"),
    dual_stack_dns_suffix: told("api.aws"),
    global: Some("aws-global"),
    regions: &[
        ("af-south-1", told("Africa (Cape Town)")),
        ("ap-east-1", told("Asia Pacific (Hong Kong)")),
        ("ap-east-2", told("Asia Pacific (Taipei)")),
        ("ap-northeast-1", told("Asia Pacific (Tokyo)")),
        ("ap-northeast-2", told("Asia Pacific (Seoul)")),
        ("ap-northeast-3", told("Asia Pacific (Osaka)")),
        ("ap-south-1", told("Asia Pacific (Mumbai)")),
        ("ap-south-2", told("Asia Pacific (Hyderabad)")),
        ("ap-southeast-1", told("Asia Pacific (Singapore)")),
        ("ap-southeast-2", told("Asia Pacific (Sydney)")),
        ("ap-southeast-3", told("Asia Pacific (Jakarta)")),
        ("ap-southeast-4", told("Asia Pacific (Melbourne)")),
        ("ap-southeast-5", told("Asia Pacific (Malaysia)")),
        ("ap-southeast-6", told("Asia Pacific (New Zealand)")),
        ("ap-southeast-7", told("Asia Pacific (Thailand)")),
        ("ca-central-1", told("Canada (Central)")),
        ("ca-west-1", told("Canada West (Calgary)")),
        ("eu-central-1", told("Europe (Frankfurt)")),
        ("eu-central-2", told("Europe (Zurich)")),
        ("eu-north-1", told("Europe (Stockholm)")),
        ("eu-south-1", told("Europe (Milan)")),
        ("eu-south-2", told("Europe (Spain)")),
        ("eu-west-1", told("Europe (Ireland)")),
        ("eu-west-2", told("Europe (London)")),
        ("eu-west-3", told("Europe (Paris)")),
        ("il-central-1", told("Israel (Tel Aviv)")),
        ("me-central-1", told("Middle East (UAE)")),
        ("me-south-1", told("Middle East (Bahrain)")),
        ("me-west-1", told("Middle East (Saudi Arabia)")),
        ("mx-central-1", told("Mexico (Central)")),
        ("sa-east-1", told("South America (Sao Paulo)")),
        ("sa-west-1", told("South America (Chile)")),
        ("us-east-1", told("US East (N. Virginia)")),
        ("us-east-2", told("US East (Ohio)")),
        ("us-west-1", told("US West (N. California)")),
        ("us-west-2", told("US West (Oregon)")),
    ],
};

static AWS_CN: Partition = Partition {
    id: "aws-cn",
    title: told("AWS China"),
    region_pattern: region_pattern!(r"^cn\-\w+\-\d+$", r"^cn-\w+-\d+$"),
    dns_suffix: told("amazonaws.com.cn"),
    dual_stack_dns_suffix: told("api.amazonwebservices.com.cn"),
    global: Some("aws-cn-global"),
    regions: &[("cn-north-1", told("China (Beijing)")), ("cn-northwest-1", told("China (Ningxia)"))],
};

static AWS_EUSC: Partition = Partition {
    id: "aws-eusc",
    title: told("AWS European Sovereign Cloud"),
    region_pattern: region_pattern!(r"^eusc\-(de)\-\w+\-\d+$", r"^eusc-(de)-\w+-\d+$"),
    dns_suffix: told("amazonaws.eu"),
    dual_stack_dns_suffix: told("api.amazonwebservices.eu"),
    global: None,
    regions: &[("eusc-de-east-1", told("AWS European Sovereign Cloud (Germany)"))],
};

static AWS_ISO: Partition = Partition {
    id: "aws-iso",
    title: told("AWS ISO (US)"),
    region_pattern: region_pattern!(r"^us\-iso\-\w+\-\d+$", r"^us-iso-\w+-\d+$"),
    dns_suffix: told("c2s.ic.gov"),
    dual_stack_dns_suffix: told("api.aws.ic.gov"),
    global: Some("aws-iso-global"),
    regions: &[("us-iso-east-1", told("US ISO East")), ("us-iso-west-1", told("US ISO WEST"))],
};

static AWS_ISO_B: Partition = Partition {
    id: "aws-iso-b",
    title: told("AWS ISOB (US)"),
    region_pattern: region_pattern!(r"^us\-isob\-\w+\-\d+$", r"^us-isob-\w+-\d+$"),
    dns_suffix: told("sc2s.sgov.gov"),
    dual_stack_dns_suffix: told("api.aws.scloud"),
    global: Some("aws-iso-b-global"),
    regions: &[("us-isob-east-1", told("US ISOB East (Ohio)")), ("us-isob-west-1", told("US ISOB West"))],
};

static AWS_ISO_E: Partition = Partition {
    id: "aws-iso-e",
    title: told("AWS ISOE (Europe)"),
    region_pattern: region_pattern!(r"^eu\-isoe\-\w+\-\d+$", r"^eu-isoe-\w+-\d+$"),
    dns_suffix: told("cloud.adc-e.uk"),
    dual_stack_dns_suffix: told("api.cloud-aws.adc-e.uk"),
    global: Some("aws-iso-e-global"),
    regions: &[("eu-isoe-west-1", told("EU ISOE West"))],
};

static AWS_ISO_F: Partition = Partition {
    id: "aws-iso-f",
    title: told("AWS ISOF"),
    region_pattern: region_pattern!(r"^us\-isof\-\w+\-\d+$", r"^us-isof-\w+-\d+$"),
    dns_suffix: told("csp.hci.ic.gov"),
    dual_stack_dns_suffix: told("api.aws.hci.ic.gov"),
    global: Some("aws-iso-f-global"),
    regions: &[("us-isof-east-1", told("US ISOF EAST")), ("us-isof-south-1", told("US ISOF SOUTH"))],
};

static AWS_US_GOV: Partition = Partition {
    id: "aws-us-gov",
    title: told("AWS GovCloud (US)"),
    region_pattern: region_pattern!(r"^us\-gov\-\w+\-\d+$", r"^us-gov-\w+-\d+$"),
    dns_suffix: told("amazonaws.com"),
    dual_stack_dns_suffix: told("api.aws"),
    global: Some("aws-us-gov-global"),
    regions: &[("us-gov-east-1", told("AWS GovCloud (US-East)")), ("us-gov-west-1", told("AWS GovCloud (US-West)"))],
};
