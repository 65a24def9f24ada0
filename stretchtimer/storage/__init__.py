"""What is kept on disk: the library of TOML files, the settings, the history."""
