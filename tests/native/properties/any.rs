//! Requests of any kind, and such that are almost formed as they should be.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use xregion::shape::{Member, Shape, Structure};
use xregion::{Context, OPERATIONS};

use crate::words::KNOWN;

pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => select(KNOWN.to_vec()).prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-z:/-]{0,12}\n?"]
}

pub(super) fn any_key() -> impl Strategy<Value = String> {
    let names: Vec<&str> =
        OPERATIONS.iter().flat_map(|operation| operation.input.members).map(|member| member.name).collect();
    prop_oneof![select(names).prop_map(str::to_owned), any_text(), Just("__proto__".to_owned())]
}

pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i16>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any_key(), inner, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Values that have the shape's form almost everywhere.
fn nearly(shape: &'static Shape) -> BoxedStrategy<Value> {
    let formed = match shape {
        Shape::Boolean(_) => any::<bool>().prop_map(Value::from).boxed(),
        Shape::Text(_) => any_text().prop_map(Value::from).boxed(),
        Shape::List(list) => prop::collection::vec(nearly(list.item), 0..4).prop_map(Value::from).boxed(),
        Shape::Map(map) => prop::collection::btree_map(any_text(), nearly(map.value), 0..4)
            .prop_map(|entries| Value::Object(entries.into_iter().collect()))
            .boxed(),
        Shape::Structure(structure) => nearly_structure(structure),
    };
    prop_oneof![12 => formed, 1 => any_json()].boxed()
}

fn nearly_structure(structure: &'static Structure) -> BoxedStrategy<Value> {
    let member = |member: &&'static Member| {
        let name = member.name;
        prop::option::weighted(0.8, nearly(&member.shape))
            .prop_map(move |value| Some((name.to_owned(), value?)))
            .boxed()
    };
    let members: Vec<_> = structure.members.iter().map(member).collect();
    let others = prop::option::weighted(0.1, (any_key(), any_json()));
    (members, others)
        .prop_map(|(members, other)| Value::Object(members.into_iter().chain([other]).flatten().collect()))
        .boxed()
}

/// A request, with the name of its operation: a failure prints it.
pub(crate) fn nearly_request() -> impl Strategy<Value = (&'static str, Value)> {
    let of = |operation: &&'static xregion::shape::Operation| {
        let operation = *operation;
        let request = prop_oneof![1 => any_json(), 20 => nearly_structure(&operation.input)];
        request.prop_map(move |request| (operation.name, request)).boxed()
    };
    proptest::strategy::Union::new(OPERATIONS.iter().map(of))
}

pub(super) fn any_context() -> impl Strategy<Value = Context> {
    let text = || prop::option::of(select(vec!["us-east-1", "cn-north-1", "111122223333", "444455556666", ""]));
    (text(), text(), text()).prop_map(|(region, account, destination)| {
        let mut context = Context::default();
        context.region = region.map(str::to_owned);
        context.account_id = account.map(str::to_owned);
        context.destination_account_id = destination.map(str::to_owned);
        context
    })
}
