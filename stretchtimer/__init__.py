"""A stretching timer for the desktop: drawn, counted and spoken."""
