"""Relay units on the lot's network: relays that move barriers and contacts that see cars, one file a make."""
