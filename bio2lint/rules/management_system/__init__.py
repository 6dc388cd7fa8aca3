"""Rules about the management system (ISM): audit, review, objectives and follow-up."""
