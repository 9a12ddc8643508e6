//! RON read into a tree that knows its places; diagnostics with file, line, column and hint.
