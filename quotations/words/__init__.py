"""Words: the text as tokens, the spelling in which they are compared, and what a word may be."""
