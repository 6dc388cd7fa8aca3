"""Rules of the group risk."""
