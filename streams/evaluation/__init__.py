"""Measuring the engine against annotated articles: how much of what was said is found, and with the right speaker."""
