"""Rules of the group timeliness."""
