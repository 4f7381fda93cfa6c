//! What is computed from an operation's table.
