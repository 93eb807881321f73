"""Event data that others coded: ICEWS, GDELT and POLECAT rows as claims without sentences."""
