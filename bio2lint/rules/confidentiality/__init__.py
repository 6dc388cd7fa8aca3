"""Rules of the group confidentiality."""
