"""Checks a BIO2 administration that is kept as YAML in Git; it never declares compliance."""

__version__ = "0.1.0"
