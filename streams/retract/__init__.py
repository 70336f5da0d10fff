"""`aqwal retract`: the topic of the quotations brought to what each article's newest revision says."""
