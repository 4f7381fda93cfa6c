//! What stands in a resource, before a form writes it down.

use std::borrow::Cow;

use crate::request::Data;

/// Properties in the order of the text.
pub(crate) type Body<'a> = Vec<(&'static str, Node<'a>)>;

/// The value of a property.
#[derive(Debug, Clone)]
pub(crate) enum Node<'a> {
    /// Data as it is.
    Data(Data<'a>),
    /// A JSON document, by its text.
    Document(Cow<'a, str>),
    /// Objects in a list; blocks, where a language has these.
    Items(Vec<Body<'a>>),
    /// An object of properties.
    Body(Body<'a>),
    /// An attribute of something that is looked up.
    Lookup(Lookup),
    /// The address of a resource.
    Address(String),
}

/// Something that exists, looked up by what is known of it.
#[derive(Debug, Clone)]
pub(crate) struct Lookup {
    /// The type of what is looked up.
    pub(crate) name: &'static str,
    /// What it is called in the text.
    pub(crate) label: &'static str,
    /// What is known of it.
    pub(crate) body: Body<'static>,
    /// The attribute that is wanted.
    pub(crate) attribute: &'static str,
}

impl<'a> Node<'a> {
    /// A string.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Data(Data::Text(text.into()))
    }
}

/// Puts a value at a name, which a dot leads further into.
pub(crate) fn put<'a>(body: &mut Body<'a>, name: &'static str, value: Node<'a>) {
    let Some((first, rest)) = name.split_once('.') else {
        body.push((name, value));
        return;
    };
    if let Some(Node::Body(inner)) = body.iter_mut().find(|(name, _)| *name == first).map(|(_, node)| node) {
        put(inner, rest, value);
        return;
    }
    let mut inner = Body::new();
    put(&mut inner, rest, value);
    body.push((first, Node::Body(inner)));
}
