"""Rules about suppliers (SUP): contracts, clauses, assurance, reviews and access."""
