"""Noun phrases that can speak: where one begins, goes on and ends, its name and its title."""
