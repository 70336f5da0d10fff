"""Reporting events: each cue of a sentence with its subject, its frame and the words that it governs."""
