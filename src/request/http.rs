//! A request as it goes over HTTP, unsigned, in the shape that `@smithy/signature-v4` signs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Payload;
use super::endpoint::host;
use crate::report::Issue;
use crate::shape::Wire;

/// Where to send a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct HttpOptions {
    /// The Region of the call; without one it is that of the primary's ARN.
    pub region: Option<String>,
    /// To the endpoint that holds to FIPS 140.
    pub fips: bool,
    /// To the endpoint that also speaks IPv6.
    pub dual_stack: bool,
    /// To an endpoint of one's own, `http://localhost:4566` for example, in place of AWS's.
    pub endpoint: Option<String>,
}

impl HttpOptions {
    /// To a Region's ordinary endpoint.
    pub fn region(region: impl Into<String>) -> Self {
        Self { region: Some(region.into()), ..Self::default() }
    }
}

/// A request over HTTP, to be signed and sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HttpRequest {
    /// Always `POST`.
    pub method: &'static str,
    /// `https:`, or that of [`HttpOptions::endpoint`].
    pub protocol: String,
    /// The host without its port.
    pub hostname: String,
    /// The port, where it is not the protocol's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// The path, percent-encoded.
    pub path: String,
    /// Always empty: none of the operations has a query.
    pub query: BTreeMap<String, String>,
    /// By their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// JSON text.
    pub body: String,
    /// All of it as one address.
    pub url: String,
    /// What a signer must know.
    pub signing: Signing,
    /// What there is to say of the Region, where one was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// What a signer must know beside the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Signing {
    /// The service by the name that is signed.
    pub service: &'static str,
    /// The Region of the endpoint.
    pub region: String,
}

/// Why a request has no HTTP form yet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpError {
    /// Neither the options nor the primary's name tell the Region.
    MissingRegion,
    /// The Region cannot be part of a host name.
    InvalidRegion(String),
    /// The endpoint is not `http://` or `https://`, a host, and perhaps a port and a path.
    InvalidEndpoint(String),
    /// An endpoint of one's own is neither AWS's FIPS nor its dual-stack endpoint.
    EndpointWithVariant,
    /// A member that stands in the path is absent or no string.
    MissingPathMember(String),
}

impl HttpError {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingRegion => "missing_region",
            Self::InvalidRegion(_) => "invalid_region",
            Self::InvalidEndpoint(_) => "invalid_endpoint",
            Self::EndpointWithVariant => "endpoint_with_variant",
            Self::MissingPathMember(_) => "missing_path_member",
        }
    }
}

impl fmt::Display for HttpError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingRegion => formatter.write_str(
                "the Region of the call is not known: give it in the options, or name the primary by its ARN",
            ),
            Self::InvalidRegion(region) => {
                write!(formatter, "`{region}` is no Region: letters, digits and hyphens, 63 at most")
            }
            Self::InvalidEndpoint(endpoint) => write!(
                formatter,
                "`{endpoint}` is no endpoint: give http:// or https://, a host, and perhaps a port and a path"
            ),
            Self::EndpointWithVariant => {
                formatter.write_str("an endpoint of your own goes without FIPS and dual-stack: leave these out")
            }
            Self::MissingPathMember(member) => {
                write!(
                    formatter,
                    "`{member}` is part of the path and must be a string, neither empty nor of dots alone"
                )
            }
        }
    }
}

impl std::error::Error for HttpError {}

pub(super) fn render(payload: &Payload, options: &HttpOptions) -> Result<HttpRequest, HttpError> {
    let service = payload.operation.service;
    if let Some(region) = options.region.as_ref().filter(|region| !is_host_label(region)) {
        return Err(HttpError::InvalidRegion(region.chars().take(64).collect()));
    }
    let call = payload.call_region(options.region.as_deref());
    let region = call.region.ok_or(HttpError::MissingRegion)?;
    let endpoint = match &options.endpoint {
        Some(_) if options.fips || options.dual_stack => return Err(HttpError::EndpointWithVariant),
        Some(endpoint) => {
            Endpoint::parse(endpoint).ok_or_else(|| HttpError::InvalidEndpoint(endpoint.chars().take(64).collect()))?
        }
        None => Endpoint::aws(host(service, &region, options.fips, options.dual_stack)),
    };
    let (content_type, path, in_path) = match payload.operation.wire {
        Wire::AwsJson { .. } => ("application/x-amz-json-1.1", "/".to_owned(), None),
        Wire::RestJson { path } => {
            let (path, in_path) = fill_path(path, &payload.input)?;
            ("application/json", path, in_path)
        }
    };
    let body = match in_path {
        Some(member) => payload.data().without(member).to_json(),
        None => payload.data().to_json(),
    };
    let mut headers = BTreeMap::from([
        ("content-length".to_owned(), body.len().to_string()),
        ("content-type".to_owned(), content_type.to_owned()),
        ("host".to_owned(), endpoint.authority()),
    ]);
    if let Wire::AwsJson { target } = payload.operation.wire {
        headers.insert("x-amz-target".to_owned(), target.to_owned());
    }
    let path = endpoint.base_path.clone() + &path;
    Ok(HttpRequest {
        method: "POST",
        url: format!("{}//{}{path}", endpoint.protocol, endpoint.authority()),
        protocol: endpoint.protocol,
        hostname: endpoint.hostname,
        port: endpoint.port,
        path,
        query: BTreeMap::new(),
        headers,
        body,
        signing: Signing { service: service.signing_name, region },
        issues: call.issues,
    })
}

/// The path with the value of the member that it names, and that member's name.
fn fill_path<'t>(template: &'t str, input: &Value) -> Result<(String, Option<&'t str>), HttpError> {
    let Some((head, rest)) = template.split_once('{') else { return Ok((template.to_owned(), None)) };
    let (member, tail) = rest.split_once('}').unwrap_or((rest, ""));
    // Dots alone are steps of a path, however they are written.
    let value = input.get(member).and_then(Value::as_str).filter(|value| !["", ".", ".."].contains(value));
    let value = value.ok_or_else(|| HttpError::MissingPathMember(member.to_owned()))?;
    Ok((format!("{head}{}{tail}", percent_encode(value)), Some(member)))
}

/// Everything but the unreserved characters of RFC 3986, byte by byte.
fn percent_encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len() * 3);
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Whether a text can stand between the dots of a host name.
pub(super) fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// A port in digits alone: Rust's own numbers may have a sign.
fn parse_port(text: &str) -> Option<u16> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

struct Endpoint {
    protocol: String,
    hostname: String,
    port: Option<u16>,
    base_path: String,
}

impl Endpoint {
    fn aws(hostname: String) -> Self {
        Self { protocol: "https:".to_owned(), hostname, port: None, base_path: String::new() }
    }

    fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let default_port = match scheme.as_str() {
            "http" => 80,
            "https" => 443,
            _ => return None,
        };
        let (authority, base_path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (hostname, port) = match authority.rsplit_once(':') {
            Some((hostname, port)) if !port.contains(']') => (hostname, Some(parse_port(port)?)),
            _ => (authority, None),
        };
        let is_host = match hostname.strip_prefix('[').and_then(|address| address.strip_suffix(']')) {
            Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
            // Names of containers may hold underscores.
            None => hostname.split('.').all(|label| is_host_label(&label.replace('_', "-"))),
        };
        let is_path = base_path.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\\\"<>`{}|^".contains(&byte))
            && !base_path.split('/').any(|step| step == "." || step == "..");
        (is_host && is_path).then(|| Self {
            protocol: format!("{scheme}:"),
            hostname: hostname.to_owned(),
            port: port.filter(|port| *port != default_port),
            base_path: base_path.trim_end_matches('/').to_owned(),
        })
    }

    fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.hostname),
            None => self.hostname.clone(),
        }
    }
}
