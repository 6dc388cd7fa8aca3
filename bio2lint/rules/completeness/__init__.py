"""Rules of the group completeness."""
