"""What the worker counts. Prometheus' names and units: seconds, totals."""

from prometheus_client import Counter, Gauge, Histogram

ARTICLES = Counter("aqwal_articles", "Input records that ended in a marker.")
QUOTATIONS = Counter("aqwal_quotations", "Quotations published.", ["kind"])
REJECTIONS = Counter("aqwal_rejections", "Input records that ended in a dead letter.", ["reason"])
MISPLACED = Counter("aqwal_misplaced_keys", "Input records that are not in the partition where murmur2 puts their key.")
ARTICLE_SECONDS = Histogram(
    "aqwal_article_seconds",
    "Time to read one article and find its quotations.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
ENGINE_RESTARTS = Counter(
    "aqwal_engine_restarts", "Engine processes replaced since they had ended: by a fault, their memory, from outside."
)
SKIPPED = Counter("aqwal_skipped_records", "Input records that the topic's retention deleted before they were read.")
PENDING = Gauge("aqwal_pending_records", "Input records fetched and not yet done.")
PAUSED = Gauge("aqwal_paused", "1 while the topic or group refuses and the worker waits for it to be mended.", ["name"])
LAG = Gauge("aqwal_lag_records", "Offsets between what is committed and the partition's end.", ["topic", "partition"])
COMMIT_FAILURES = Counter("aqwal_commit_failures", "Commits that the brokers did not take; they are tried again.")
LAST_PROGRESS = Gauge("aqwal_last_progress_timestamp_seconds", "When the last article was handled, Unix time.")
