"""What the operating system tells and takes: each capability may be missing, and says so."""
