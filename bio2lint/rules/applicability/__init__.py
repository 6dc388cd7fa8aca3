"""Rules of the group applicability."""
