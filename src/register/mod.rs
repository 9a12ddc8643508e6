//! The signed register: facts, document, signature, and checking it.
