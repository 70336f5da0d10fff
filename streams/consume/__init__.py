"""`aqwal consume`: the quotations of the newest revisions as a table, and a recipe for a consumer of one's own."""
