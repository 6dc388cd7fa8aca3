"""Rules of the group history: of a change, two states of the repository."""
