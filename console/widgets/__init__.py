"""Widgets of the console that know nothing of cars or money services: they show what they are given."""
