//! Names of functions and statics: as people write them, and where in which crate they belong.

use rustc_demangle::demangle;

/// The crate that is divided further than others.
const OWN: &str = "xregion";

/// How a name is written in source code, without what the compiler adds to tell instances apart.
pub(super) fn readable(mangled: &str) -> String {
    format!("{:#}", demangle(mangled))
}

/// The module that something readable belongs to, as `xregion::request::cli` of our own, as `core::fmt` of others; none
/// if it has no path, as what C or JavaScript calls.
pub(super) fn module(readable: &str) -> Option<String> {
    let path = path(readable);
    let is_module = |segment: &&str| segment.starts_with(|letter: char| letter.is_ascii_lowercase() || letter == '_');
    let modules: Vec<&str> = path.split("::").take_while(is_module).collect();
    let depth = if modules.first() == Some(&OWN) { 3 } else { 2 };
    let within = modules.get(..depth.min(modules.len())).unwrap_or_default().join("::");
    (!within.is_empty()).then_some(within)
}

/// The path that says where: that of the type whose method it is, that of the trait where the type is a parameter, or
/// that of a function without its own name.
fn path(readable: &str) -> &str {
    let Some(implementation) = readable.strip_prefix('<') else {
        return plain(readable).rsplit_once("::").map_or("", |(path, _)| path);
    };
    let (subject, of_trait) = implementation.split_once(" as ").unwrap_or((implementation, ""));
    let subject = plain(
        subject.trim_start_matches(['<', '&', '*', '[', '(']).trim_start_matches("mut ").trim_start_matches("dyn "),
    );
    if subject.contains("::") { subject } else { plain(of_trait) }
}

/// A path up to its parameters.
fn plain(path: &str) -> &str {
    let end = path.find(|letter: char| !letter.is_ascii_alphanumeric() && !"_:".contains(letter));
    path.get(..end.unwrap_or(path.len())).unwrap_or_default().trim_end_matches("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_compilers_add() {
        for (mangled, expected) in [
            ("_ZN7xregion7message8template17h108f94476b9e8921E", "xregion::message::template"),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core::fmt::Formatter::pad"),
            ("_RNvNtCs1CYXbLPYCFn_4core3num3two", "core::num::two"),
            ("memcpy", "memcpy"),
            ("", ""),
        ] {
            assert_eq!(readable(mangled), expected);
        }
    }

    #[test]
    fn what_has_a_path_belongs_to_a_module() {
        for (name, expected) in [
            ("xregion::validate::validate", "xregion::validate"),
            ("xregion::request::cli::words::quote", "xregion::request::cli"),
            ("xregion::engine::Engine::check::{{closure}}", "xregion::engine"),
            ("xregion::main", "xregion"),
            ("<xregion::report::Path as core::fmt::Display>::fmt", "xregion::report"),
            ("<&mut serde_json::ser::Serializer<W> as serde_core::ser::Serializer>::serialize_map", "serde_json::ser"),
            ("<alloc::vec::Vec<T,A> as core::ops::drop::Drop>::drop", "alloc::vec"),
            ("<&T as core::fmt::Debug>::fmt", "core::fmt"),
            ("<T as alloc::string::ToString>::to_string", "alloc::string"),
            ("<[T] as alloc::slice::Concat<Item>>::concat", "alloc::slice"),
            ("<dyn core::any::Any>::is", "core::any"),
            ("core::ptr::drop_in_place<xregion::report::Issue>", "core::ptr"),
            ("core::ops::function::FnOnce::call_once{{vtable.shim}}", "core::ops"),
            ("validate externref shim", ""),
            ("memcpy", ""),
            ("", ""),
        ] {
            assert_eq!(module(name).unwrap_or_default(), expected, "{name}");
        }
    }
}
