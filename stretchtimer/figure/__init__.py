"""A person drawn from joint angles: pure geometry, and one painter."""
