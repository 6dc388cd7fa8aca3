"""Rules of the group ownership."""
