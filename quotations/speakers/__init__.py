"""Who speaks in each reporting event: named, by title, carried on, or left out."""
