//! Every kind of large input, with what it is given to.

mod entrances;
mod policies;
mod requests;
mod texts;
mod written;

use std::hint::black_box;

use xregion::shape::Operation;
use xregion::{Context, Override, Report, validate_json};

/// A kind of large input, and what it is given to.
pub(crate) struct Kind {
    /// What there is much of.
    pub(crate) input: &'static str,
    /// What it is given to, which is the name of an operation where there is one for each.
    pub(crate) given_to: &'static str,
    /// How much of it there is at first. It is doubled twice.
    pub(crate) least: usize,
    make: Box<dyn Fn(usize) -> Call>,
}

/// What is measured. It has its input, and keeps it: to give that back takes time, too.
pub(crate) type Call = Box<dyn Fn()>;

impl Kind {
    fn new<C: Fn() + 'static>(
        input: &'static str,
        given_to: &'static str,
        least: usize,
        make: impl Fn(usize) -> C + 'static,
    ) -> Self {
        Self { input, given_to, least, make: Box::new(move |count| Box::new(make(count))) }
    }

    /// A request in JSON text.
    fn judged(
        input: &'static str,
        operation: &'static Operation,
        least: usize,
        text: impl Fn(usize) -> String + 'static,
    ) -> Self {
        Self::new(input, operation.name, least, move |count| {
            let text = text(count);
            move || {
                black_box(validate_json(operation, text.as_bytes(), &context()));
            }
        })
    }

    /// The call for an input that is so many times as large.
    pub(crate) fn call(&self, factor: usize) -> Call {
        (self.make)(self.least * factor)
    }
}

/// A context in which one Region is as good as another: to find out for the first thousand which one was meant takes more
/// than all the rest.
fn context() -> Context {
    let mut context = Context::default();
    context.rules.insert("unknown_region", Override::Off);
    context
}

/// Makes of a report what its readers do.
fn tell(report: &Report) {
    for issue in report.issues() {
        black_box(issue.message());
    }
    black_box(serde_json::to_string(report.issues()).is_ok());
}

/// All of them.
pub(crate) fn kinds() -> Vec<Kind> {
    [requests::kinds(), policies::kinds(), entrances::kinds(), texts::kinds()].into_iter().flatten().collect()
}
