"""What has been read of the markers, quotations and dead letters of all articles, in a local file."""
