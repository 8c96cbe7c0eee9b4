"""A day on a simulated lot: an attendant made of code, and a judge who knows what really happened."""
