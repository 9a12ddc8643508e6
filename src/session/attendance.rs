//! Who was there for how long, and which themes that makes attended.
