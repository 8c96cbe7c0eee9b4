"""The shared database of many lots, on PostgreSQL: chains in and out, and what follows from them there."""
