"""What a change does to compliance: two states of one repository held against each other."""
