//! What the subscriber keeps: imported registers, who is inducted for what, and what is due.
