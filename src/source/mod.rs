//! Authors' files: RON read into a tree that knows its places, headers of pictures; diagnostics with file, line, column and hint.

mod diagnostic;
mod file;
mod near;
mod open;
mod parse;
mod picture;
mod read;
mod scan;
mod svg;
mod tree;

pub use diagnostic::*;
pub use file::*;
pub use near::nearest;
pub use open::*;
pub use parse::MAX_DEPTH;
pub use parse::parse;
pub use picture::*;
pub use read::*;
pub use tree::*;
