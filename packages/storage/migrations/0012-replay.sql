-- A replay finds its way through the log by time of receipt, and from messages to the fixes they
-- became. Both tables grow in about these orders, so summaries of blocks are enough: they cost
-- ingest next to nothing. Small ranges, as the last one of each month is always read.
create index raw_message_received on raw_message using brin (received_at) with (pages_per_range = 16, autosummarize = on);
create index fix_raw_message on fix using brin (raw_message_id) with (pages_per_range = 16, autosummarize = on);
