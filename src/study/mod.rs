//! Studying alone, around the session: what an earlier register credits, what leaves the computer and what stays,
//! and the refreshers that make it last.
