//! From an input to a request.

use std::fmt;
use std::marker::PhantomData;

use serde_json::{Map, Value};

use super::{Draft, Payload, Rejected, Request};
use crate::context::Context;
use crate::shape::{Member, Operation};
use crate::validate::validate;

/// What goes into a request beside its input.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct BuildOptions {
    /// The idempotency token for an input without one. The core has no entropy: whoever calls it provides the token.
    pub client_token: Option<String>,
    /// What the caller knows beside the request.
    pub context: Context,
}

/// Checks an input and makes a request of it, exactly as it was given: an empty string stays one. Only an absent
/// idempotency token is filled in.
pub fn build(operation: &'static Operation, input: &Value, options: &BuildOptions) -> Result<Request, Rejected> {
    let mut input = input.clone();
    fill_token(operation, &mut input, options.client_token.as_deref());
    let report = validate(operation, &input, &options.context);
    let payload = Payload { operation, input };
    if report.is_ok() { Ok(Request { payload, report }) } else { Err(Rejected { report, draft: Draft { payload } }) }
}

/// Fills in the idempotency token where the operation has one and the input has not.
fn fill_token(operation: &Operation, input: &mut Value, token: Option<&str>) {
    let member = operation.input.members.iter().find(|member| member.idempotency_token);
    if let (Value::Object(input), Some(token), Some(member)) = (input, token, member) {
        input.entry(member.name).or_insert_with(|| token.into());
    }
}

/// The type of an operation's typed builder.
pub trait Buildable {
    /// The operation.
    const OPERATION: &'static Operation;
}

/// Puts a request together member by member. What is wrong with it is told by [`Builder::build`], all at once.
#[derive(Clone)]
pub struct Builder<O> {
    input: Map<String, Value>,
    context: Context,
    operation: PhantomData<O>,
}

/// What was put together so far may hold what nobody should see in a log.
impl<O: Buildable> fmt::Debug for Builder<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Builder").field(O::OPERATION).finish()
    }
}

impl<O: Buildable> Builder<O> {
    pub(crate) fn new() -> Self {
        Self { input: Map::new(), context: Context::default(), operation: PhantomData }
    }

    pub(crate) fn set(mut self, member: &'static Member, value: Value) -> Self {
        self.input.insert(member.name.to_owned(), value);
        self
    }

    pub(crate) fn object(members: impl IntoIterator<Item = (&'static Member, Value)>) -> Value {
        members.into_iter().map(|(member, value)| (member.name, value)).collect()
    }

    /// Adds an object to a list.
    pub(crate) fn push(
        mut self,
        list: &'static Member,
        item: impl IntoIterator<Item = (&'static Member, Value)>,
    ) -> Self {
        let item = Self::object(item);
        match self.input.get_mut(list.name) {
            Some(Value::Array(items)) => items.push(item),
            _ => return self.set(list, Value::Array(vec![item])),
        }
        self
    }

    /// Adds an entry to a map.
    pub(crate) fn entry(mut self, map: &'static Member, key: impl Into<String>, value: Value) -> Self {
        let key = key.into();
        match self.input.get_mut(map.name) {
            Some(Value::Object(entries)) => {
                entries.insert(key, value);
            }
            _ => return self.set(map, Value::Object(Map::from_iter([(key, value)]))),
        }
        self
    }

    /// Tells what the caller knows beside the request.
    pub fn context(mut self, context: Context) -> Self {
        self.context = context;
        self
    }

    /// Checks what was put together.
    pub fn build(self) -> Result<Request, Rejected> {
        build(O::OPERATION, &Value::Object(self.input), &BuildOptions { client_token: None, context: self.context })
    }
}

macro_rules! builder {
    ($(#[$doc:meta])+ $name:ident for $operation:ident { $($setter:ident: $type:ty = $member:ident),* $(,)? }) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl crate::request::Buildable for $name {
            const OPERATION: &'static crate::shape::Operation = &$operation;
        }

        impl $name {
            /// An empty request, to be filled.
            pub fn builder() -> crate::request::Builder<Self> {
                crate::request::Builder::new()
            }
        }

        impl crate::request::Builder<$name> {
            $(
                #[doc = concat!("Sets `", stringify!($member), "` of [the operation](crate::operations).")]
                pub fn $setter(self, value: impl Into<$type>) -> Self {
                    let value: $type = value.into();
                    self.set(&$member, value.into())
                }
            )*
        }
    };
}

pub(crate) use builder;
