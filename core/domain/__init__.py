"""Values and rules of a car park; standard library only."""
