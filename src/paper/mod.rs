//! Every printed thing.
