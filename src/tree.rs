//! A request as the engine has read it: only what is sound, in places that know their paths.
//!
//! The nodes lie in one vector in the order in which they were met, each before its children. A place is an index into
//! it, and its path is put together only when a finding needs it.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::{KeyPolicy, Problem};
use crate::report::{Name, Path, Segment, own_name};
use crate::shape::Member;

/// How a node is reached from its parent.
#[derive(Debug)]
pub(crate) enum Step<'a> {
    Root,
    Member(&'static Member),
    Item(usize),
    /// An entry of a map. The key takes part in constraints only where it is sound.
    Entry {
        key: Cow<'a, str>,
        sound: bool,
    },
}

/// What a node holds. Whatever has a finding of its own is `Refused`, so that no constraint trips over it again.
#[derive(Debug)]
pub(crate) enum Content<'a> {
    Refused,
    Boolean(bool),
    Text(Cow<'a, str>),
    /// A string that holds a key policy, and what it says.
    Policy(Cow<'a, str>, Result<KeyPolicy, Problem>),
    List,
    Map,
    Structure,
}

#[derive(Debug)]
struct Node<'a> {
    parent: usize,
    /// The index after the last node below this one.
    end: usize,
    step: Step<'a>,
    content: Content<'a>,
}

/// The nodes of a request.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// Whether only a part of the request was read: then nothing follows from what is not there.
    is_part: bool,
}

/// Most requests have no more nodes. Where size counts, room is made as it is needed.
const USUAL: usize = if cfg!(feature = "glance") { 16 } else { 0 };

impl<'a> Tree<'a> {
    pub(crate) fn new(is_part: bool) -> Self {
        Self { nodes: Vec::with_capacity(USUAL), is_part }
    }

    /// Adds a node below `parent`, to be filled and closed.
    pub(crate) fn open(&mut self, parent: usize, step: Step<'a>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node { parent, end: index + 1, step, content: Content::Refused });
        index
    }

    /// The index of the node that is opened next.
    pub(crate) fn next(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn fill(&mut self, index: usize, content: Content<'a>) {
        if let Some(node) = self.nodes.get_mut(index) {
            node.content = content;
        }
    }

    /// Marks the key of an entry as one with a finding.
    pub(crate) fn refuse_key(&mut self, index: usize) {
        if let Some(Node { step: Step::Entry { sound, .. }, .. }) = self.nodes.get_mut(index) {
            *sound = false;
        }
    }

    /// Says that all nodes below `index` have been added.
    pub(crate) fn close(&mut self, index: usize) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = end;
        }
    }

    /// Whether the node is a member that may be absent.
    pub(crate) fn is_optional(&self, index: usize) -> bool {
        matches!(self.nodes.get(index), Some(Node { step: Step::Member(Member { required: None, .. }), .. }))
    }

    pub(crate) fn path(&self, index: usize) -> Path {
        self.path_with_room(index, 0)
    }

    /// The path to what is to be named below a node.
    pub(crate) fn path_below(&self, index: usize, name: Name) -> Path {
        self.path_with_room(index, 1).named(name)
    }

    /// The path, with room for so many steps after it.
    fn path_with_room(&self, index: usize, room: usize) -> Path {
        let segment = match self.nodes.get(index).map(|node| &node.step) {
            None | Some(Step::Root) => return Path(Vec::with_capacity(room)),
            Some(Step::Member(member)) => Segment::Key(member.name.into()),
            Some(Step::Item(item)) => Segment::Index(*item),
            Some(Step::Entry { key, .. }) => Segment::Key(own_name(key.clone().into_owned())),
        };
        let mut path = self.path_with_room(self.nodes.get(index).map_or(0, |node| node.parent), room + 1);
        path.0.push(segment);
        path
    }

    /// The root, once something was read.
    pub(crate) fn root(&self) -> Place<'_, 'a> {
        Place { tree: self, index: 0 }
    }
}

/// A place in a request, as constraints see it: a value without findings of its own, and where it stands.
#[derive(Clone, Copy)]
pub struct Place<'t, 'a> {
    tree: &'t Tree<'a>,
    index: usize,
}

impl<'t, 'a> Place<'t, 'a> {
    fn node(self) -> Option<&'t Node<'a>> {
        self.tree.nodes.get(self.index)
    }

    /// The places directly below this one.
    pub fn children(self) -> Children<'t, 'a> {
        Children { tree: self.tree, next: self.index + 1, end: self.node().map_or(0, |node| node.end) }
    }

    /// The items or entries of a member; none where it is absent.
    pub fn children_of(self, member: &'static Member) -> Children<'t, 'a> {
        self.member(member).map_or(Children { tree: self.tree, next: 0, end: 0 }, Self::children)
    }

    /// The place of a member that is there, whether its value is sound or not.
    pub fn member(self, member: &'static Member) -> Option<Self> {
        for child in self.children() {
            if let Some(Node { step: Step::Member(found), .. }) = child.node()
                && core::ptr::eq(*found, member)
            {
                return Some(child);
            }
        }
        None
    }

    /// Whether a member is known to be absent.
    pub fn lacks(self, member: &'static Member) -> bool {
        !self.tree.is_part && self.member(member).is_none()
    }

    /// The sound string of a member.
    pub fn text_of(self, member: &'static Member) -> Option<&'t str> {
        self.member(member)?.text()
    }

    /// The place of a member and the sound string that stands there.
    pub fn place_and_text(self, member: &'static Member) -> Option<(Self, &'t str)> {
        let place = self.member(member)?;
        Some((place, place.text()?))
    }

    /// The sound string that stands here.
    pub fn text(self) -> Option<&'t str> {
        match &self.node()?.content {
            Content::Text(text) | Content::Policy(text, _) => Some(text),
            _ => None,
        }
    }

    /// The key policy that stands here, or why it is none.
    pub fn policy(self) -> Option<&'t Result<KeyPolicy, Problem>> {
        match &self.node()?.content {
            Content::Policy(_, policy) => Some(policy),
            _ => None,
        }
    }

    /// The boolean that stands here.
    pub fn boolean(self) -> Option<bool> {
        match self.node()?.content {
            Content::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    /// The sound key of this entry of a map.
    pub fn key(self) -> Option<&'t str> {
        match &self.node()?.step {
            Step::Entry { key, sound: true } => Some(key),
            _ => None,
        }
    }

    /// Whether what stands here is of its shape's type.
    pub fn is_sound(self) -> bool {
        self.node().is_some_and(|node| !matches!(node.content, Content::Refused))
    }

    /// The way here from the root.
    pub fn path(self) -> Path {
        self.tree.path(self.index)
    }

    /// The value as JSON: the whole of it where nothing was refused.
    #[cfg(all(target_arch = "wasm32", feature = "wasm-full"))]
    pub(crate) fn to_json(self) -> serde_json::Value {
        let Some(node) = self.node() else { return serde_json::Value::Null };
        let keyed = |child: Self| {
            let name = match child.node().map(|node| &node.step) {
                Some(Step::Member(member)) => member.name.to_owned(),
                Some(Step::Entry { key, .. }) => key.clone().into_owned(),
                _ => String::new(),
            };
            (name, child.to_json())
        };
        match &node.content {
            Content::Refused => serde_json::Value::Null,
            Content::Boolean(boolean) => serde_json::Value::Bool(*boolean),
            Content::Text(text) | Content::Policy(text, _) => serde_json::Value::String(text.clone().into_owned()),
            Content::List => serde_json::Value::Array(self.children().map(Self::to_json).collect()),
            Content::Map | Content::Structure => serde_json::Value::Object(self.children().map(keyed).collect()),
        }
    }
}

/// The places directly below a place, in their order.
#[derive(Clone)]
pub struct Children<'t, 'a> {
    tree: &'t Tree<'a>,
    next: usize,
    end: usize,
}

impl<'t, 'a> Iterator for Children<'t, 'a> {
    type Item = Place<'t, 'a>;

    // Every constraint asks for it: once is enough in a module that is sent over networks.
    #[cfg_attr(not(feature = "glance"), inline(never))]
    #[cfg_attr(feature = "glance", inline(always))]
    fn next(&mut self) -> Option<Self::Item> {
        let child = Place { tree: self.tree, index: self.next };
        self.next = child.node().filter(|_| self.next < self.end)?.end;
        Some(child)
    }
}
