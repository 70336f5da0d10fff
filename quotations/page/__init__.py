"""The page: what is a mark, a block, a sentence, a dateline, a verse."""
