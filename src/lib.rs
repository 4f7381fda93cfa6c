//! Validates and builds the four AWS requests that replicate something to another Region.
