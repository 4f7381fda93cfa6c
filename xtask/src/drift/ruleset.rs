//! AWS's endpoint rules, as far as the services' hosts need them: `endpoint-rule-set-1.json`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::model::Partitions;

/// The rules of a service.
#[derive(Deserialize)]
pub(super) struct RuleSet {
    parameters: BTreeMap<String, Parameter>,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Parameter {
    default: Option<Value>,
}

#[derive(Deserialize)]
struct Rule {
    conditions: Vec<Call>,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Outcome {
    Tree { rules: Vec<Rule> },
    Endpoint { endpoint: Endpoint },
    Error { error: Value },
}

#[derive(Deserialize)]
struct Endpoint {
    url: Value,
    /// Other ways to sign than the service's own, among others.
    #[serde(default)]
    properties: Map<String, Value>,
    #[serde(default)]
    headers: Map<String, Value>,
}

#[derive(Deserialize)]
struct Call {
    #[serde(rename = "fn")]
    function: String,
    argv: Vec<Value>,
    assign: Option<String>,
}

type Values = BTreeMap<String, Value>;

impl RuleSet {
    /// The address for a Region, or the error in its place.
    pub(super) fn resolve(
        &self,
        partitions: &Partitions,
        region: &str,
        fips: bool,
        dual_stack: bool,
    ) -> Result<String> {
        let defaults =
            self.parameters.iter().filter_map(|(name, parameter)| Some((name.clone(), parameter.default.clone()?)));
        let mut values: Values = defaults.collect();
        values.insert("Region".to_owned(), region.into());
        values.insert("UseFIPS".to_owned(), fips.into());
        values.insert("UseDualStack".to_owned(), dual_stack.into());
        follow(&self.rules, partitions, values)?.context("no rule applies")
    }
}

/// The outcome of the first rule that applies.
fn follow(rules: &[Rule], partitions: &Partitions, values: Values) -> Result<Option<String>> {
    for rule in rules {
        let mut values = values.clone();
        if !holds(&rule.conditions, partitions, &mut values)? {
            continue;
        }
        return match &rule.outcome {
            // Nothing is tried after a tree that was entered.
            Outcome::Tree { rules } => follow(rules, partitions, values)?.map(Some).context("no rule applies"),
            Outcome::Endpoint { endpoint } => address(endpoint, partitions, &values).map(Some),
            Outcome::Error { error } => {
                text(&value(error, partitions, &values)?).map(|text| Some(format!("error: {text}")))
            }
        };
    }
    Ok(None)
}

/// The address, with what else is said of it.
fn address(endpoint: &Endpoint, partitions: &Partitions, values: &Values) -> Result<String> {
    let mut address = text(&value(&endpoint.url, partitions, values)?)?;
    for (name, said) in endpoint.properties.iter().chain(&endpoint.headers) {
        address.push_str(&format!(" with {name} {said}"));
    }
    Ok(address)
}

fn holds(conditions: &[Call], partitions: &Partitions, values: &mut Values) -> Result<bool> {
    for condition in conditions {
        let result = call(&condition.function, &condition.argv, partitions, values)?;
        if matches!(result, Value::Null | Value::Bool(false)) {
            return Ok(false);
        }
        if let Some(name) = &condition.assign {
            values.insert(name.clone(), result);
        }
    }
    Ok(true)
}

fn call(function: &str, arguments: &[Value], partitions: &Partitions, values: &Values) -> Result<Value> {
    let given: Result<Vec<Value>> = arguments.iter().map(|argument| value(argument, partitions, values)).collect();
    Ok(match (function, given?.as_slice()) {
        ("isSet", [value]) => (!value.is_null()).into(),
        ("not", [value]) => (value != &Value::Bool(true)).into(),
        ("booleanEquals" | "stringEquals", [one, other]) => (one == other).into(),
        ("getAttr", [object, Value::String(name)]) => object.get(name).cloned().unwrap_or(Value::Null),
        ("aws.partition", [Value::String(region)]) => partition_of(region, partitions),
        (function, _) => bail!("the endpoint rules use {function}, which is not known here"),
    })
}

/// An argument: a reference to a value, a call, or a constant in which values may be named.
fn value(argument: &Value, partitions: &Partitions, values: &Values) -> Result<Value> {
    match argument {
        Value::Object(object) => of_object(object, partitions, values),
        Value::String(template) => fill(template, values).map(Value::String),
        constant => Ok(constant.clone()),
    }
}

fn of_object(object: &Map<String, Value>, partitions: &Partitions, values: &Values) -> Result<Value> {
    if let Some(name) = object.get("ref").and_then(Value::as_str) {
        return Ok(values.get(name).cloned().unwrap_or(Value::Null));
    }
    match (object.get("fn").and_then(Value::as_str), object.get("argv").and_then(Value::as_array)) {
        (Some(function), Some(arguments)) => call(function, arguments, partitions, values),
        _ => bail!("the endpoint rules have an argument that is not known here"),
    }
}

/// Fills in `{Region}` and `{PartitionResult#dnsSuffix}`.
fn fill(template: &str, values: &Values) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').context("the endpoint rules have a brace without its end")?;
        let (name, attribute) = name.split_once('#').map_or((name, None), |(name, attribute)| (name, Some(attribute)));
        let named = values.get(name);
        let named = attribute.map_or(named, |attribute| named.and_then(|value| value.get(attribute)));
        filled.push_str(before);
        filled.push_str(&text(named.with_context(|| format!("the endpoint rules name {name}, which has no value"))?)?);
        rest = after;
    }
    Ok(filled + rest)
}

fn text(value: &Value) -> Result<String> {
    value.as_str().map(ToOwned::to_owned).context("the endpoint rules have something else in the place of a text")
}

/// The partition that lists a Region. All that are asked for are listed.
fn partition_of(region: &str, partitions: &Partitions) -> Value {
    let partition = partitions.partitions.iter().find(|partition| partition.regions.contains_key(region));
    partition.map_or(Value::Null, |partition| Value::Object(partition.outputs.clone()))
}
