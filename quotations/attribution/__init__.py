"""From reporting events and marks to quotations: links, verdicts, one pass, interviews, results, confidence."""
