"""The people and bodies of one text, collected before anything is attributed."""
