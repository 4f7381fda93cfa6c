//! What is told of an operation beside the verdict: what follows from a request, what the service answers, and what a
//! request becomes elsewhere.

use crate::answer::Answers;
use crate::notes::{Note, Permission};
use crate::resource::Resource;

/// What is told of an operation beside the verdict on a request.
pub struct Guide {
    /// What follows from a request.
    pub notes: &'static [Note],
    /// The permissions that a request needs.
    pub permissions: &'static [Permission],
    /// Requests to start from.
    pub samples: &'static [Sample],
    /// What the service answers.
    pub answers: &'static Answers,
    /// The resource of Terraform's AWS provider that a request becomes, where there is one.
    pub terraform: Option<&'static Resource>,
    /// The resource of CloudFormation, likewise.
    pub cloud_formation: Option<&'static Resource>,
}

/// A request to start from.
#[derive(Debug)]
pub struct Sample {
    /// What it shows.
    pub title: &'static str,
    /// The request as JSON text.
    pub input: &'static str,
}
