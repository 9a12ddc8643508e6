//! The shell: owns the route, the running session and the projector, and does what screens ask for.
