"""Journal out, reference data in: synchronisation with the shared database."""
