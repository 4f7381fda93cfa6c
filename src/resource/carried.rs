//! What a resource takes of a request, and what is left over.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::node::{self, Body, Lookup, Node};
use super::{Carry, Limit, Property, Resource};
use crate::report::{Issue, Path};
use crate::request::{Data, Form};
use crate::shape::{Member, Shape};

/// What a resource has taken of a request so far. Only what is put here is told as carried.
#[derive(Debug)]
pub struct Carried<'a> {
    form: Form,
    strings: Option<Limit>,
    /// The properties.
    pub(crate) body: Body<'a>,
    /// The Region of the call, where it is known.
    pub(crate) call_region: Option<String>,
    /// The Region of the resource, where it is known.
    pub(crate) region: Option<String>,
    /// What identifies the existing resource.
    pub(crate) import: Option<String>,
    /// What is asked for when the text is used: names and descriptions.
    pub(crate) parameters: Vec<(&'static str, &'static str)>,
    /// What there is to say.
    pub(crate) issues: Vec<Issue>,
}

impl<'a> Carried<'a> {
    /// What a resource takes of an input. The limit is one of all strings in this form.
    pub(crate) fn new(
        resource: &'static Resource,
        form: Form,
        strings: Limit,
        input: Data<'a>,
        call_region: Option<String>,
    ) -> Self {
        let mut carried = Self {
            form,
            strings: Some(strings),
            body: Body::new(),
            region: call_region.clone().filter(|_| !resource.has_region_member()),
            call_region,
            import: None,
            parameters: Vec::new(),
            issues: Vec::new(),
        };
        carried.take(resource.properties, input, Path::default());
        (resource.complete)(&mut carried);
        carried
    }

    /// Puts a string at a property.
    pub(crate) fn put_text(&mut self, name: &'static str, text: impl Into<Cow<'a, str>>) {
        self.put(name, Node::text(text));
    }

    /// Puts data at a property.
    pub(crate) fn put_data(&mut self, name: &'static str, data: Data<'a>) {
        self.put(name, Node::Data(data));
    }

    /// Puts an attribute of something that is looked up at a property.
    pub(crate) fn put_lookup(&mut self, name: &'static str, lookup: Lookup) {
        self.put(name, Node::Lookup(lookup));
    }

    fn put(&mut self, name: &'static str, value: Node<'a>) {
        node::put(&mut self.body, name, value);
    }

    /// Whether a property of the object that is being written is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.body.iter().any(|(known, _)| *known == name)
    }

    /// The resource works only with something beside it.
    pub(crate) fn needs(&mut self, path: Path, requirement: &'static str) {
        self.issues.push(self.form.needs(path, requirement));
    }

    fn drops(&mut self, path: Path, reason: &'static str) {
        self.issues.push(self.form.does_not_carry(path, reason));
    }

    fn check(&mut self, text: &str, limit: Option<Limit>, path: &Path) {
        for limit in [limit, self.strings].into_iter().flatten() {
            if !(limit.accepts)(text) {
                self.needs(path.clone(), limit.requirement);
            }
        }
    }

    fn take(&mut self, properties: &'static [Property], input: Data<'a>, path: Path) {
        let Data::Object(mut entries) = input else {
            self.drops(path, "other_type");
            return;
        };
        for property in properties {
            if let Some(value) = take(&mut entries, property.member) {
                self.carry(property, value, path.clone().join(property.member.name));
            }
        }
        for (name, _) in entries {
            self.drops(path.clone().join(&name), "no_place");
        }
    }

    fn carry(&mut self, property: &'static Property, value: Data<'a>, path: Path) {
        let name = property.name;
        if let Data::Text(text) = &value {
            self.check(text, property.limit, &path);
        }
        match (&property.carry, value) {
            (Carry::Same, Data::Text(text)) if matches!(property.member.shape, Shape::Text(_)) => {
                self.put_text(name, text);
            }
            (Carry::Same, boolean @ Data::Boolean(_)) if matches!(property.member.shape, Shape::Boolean(_)) => {
                self.put_data(name, boolean);
            }
            (Carry::Region, Data::Text(text)) => self.region = Some(text.into_owned()),
            (Carry::Document, Data::Text(text)) => self.put(name, Node::Document(text)),
            (Carry::By(write), Data::Text(text)) => write(&text, path, self),
            (Carry::Each(properties), Data::List(items)) => {
                let items = items.into_iter().enumerate();
                let bodies =
                    items.filter_map(|(index, item)| self.body_of(properties, item, path.clone().item(index), None));
                let bodies = bodies.collect();
                self.put(name, Node::Items(bodies));
            }
            (Carry::EachByKey(key, properties), Data::Object(entries)) => {
                let mut bodies = Vec::new();
                for (entry, value) in entries {
                    let path = path.clone().join(&entry);
                    self.check(&entry, property.limit, &path);
                    bodies.extend(self.body_of(properties, value, path, Some((key, entry))));
                }
                self.put(name, Node::Items(bodies));
            }
            (Carry::Entries, Data::Object(entries)) => {
                let entries = self.strings_of(entries, property.limit, None, &path);
                let entries = entries.into_iter().map(|(key, value)| (key, Data::Text(value))).collect();
                self.put_data(name, Data::Object(entries));
            }
            (Carry::Spread { key, value, limit }, Data::Object(entries)) => {
                let entries = self.strings_of(entries, property.limit, Some(*limit), &path);
                let body = |(of_key, of_value)| vec![(*key, Node::text(of_key)), (*value, Node::text(of_value))];
                self.put(name, Node::Items(entries.into_iter().map(body).collect()));
            }
            (Carry::Collect { key, value }, Data::List(items)) => {
                let entries = self.collected(items, [key, value], property.limit, &path);
                self.put_data(name, Data::Object(entries));
            }
            _ => self.drops(path, "other_type"),
        }
    }

    /// An object inside of the resource, where the value is one.
    fn body_of(
        &mut self,
        properties: &'static [Property],
        value: Data<'a>,
        path: Path,
        key: Option<(&'static str, Cow<'a, str>)>,
    ) -> Option<Body<'a>> {
        if !matches!(value, Data::Object(_)) {
            self.drops(path, "other_type");
            return None;
        }
        let outer = std::mem::take(&mut self.body);
        if let Some((name, key)) = key {
            self.put_text(name, key);
        }
        self.take(properties, value, path);
        Some(std::mem::replace(&mut self.body, outer))
    }

    fn strings_of(
        &mut self,
        entries: Vec<(Cow<'a, str>, Data<'a>)>,
        keys: Option<Limit>,
        values: Option<Limit>,
        path: &Path,
    ) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let mut strings = Vec::new();
        for (key, value) in entries {
            let path = path.clone().join(&key);
            let Data::Text(value) = value else {
                self.drops(path, "other_type");
                continue;
            };
            self.check(&key, keys, &path);
            self.check(&value, values, &path);
            strings.push((key, value));
        }
        strings
    }

    fn collected(
        &mut self,
        items: Vec<Data<'a>>,
        [key, value]: [&'static Member; 2],
        keys: Option<Limit>,
        path: &Path,
    ) -> Vec<(Cow<'a, str>, Data<'a>)> {
        let mut seen = BTreeSet::new();
        let mut collected = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let path = path.clone().item(index);
            let mut entries = if let Data::Object(entries) = item { entries } else { Vec::new() };
            let (Some(Data::Text(of_key)), Some(Data::Text(of_value))) =
                (take(&mut entries, key), take(&mut entries, value))
            else {
                self.drops(path, "other_type");
                continue;
            };
            if !seen.insert(of_key.clone()) {
                self.drops(path, "one_value_a_key");
                continue;
            }
            self.check(&of_key, keys, &path.clone().join(key.name));
            self.check(&of_value, None, &path.clone().join(value.name));
            collected.push((of_key, Data::Text(of_value)));
            for (name, _) in entries {
                self.drops(path.clone().join(&name), "no_place");
            }
        }
        collected
    }
}

/// Takes a member out of what is left of an object.
fn take<'a>(entries: &mut Vec<(Cow<'a, str>, Data<'a>)>, member: &Member) -> Option<Data<'a>> {
    let at = entries.iter().position(|(name, _)| name == member.name)?;
    Some(entries.remove(at).1)
}
