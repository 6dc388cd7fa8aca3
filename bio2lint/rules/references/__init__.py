"""Rules of the group references."""
