-- A replay finds its way through the log by time of receipt, and from messages to the fixes they
-- became. Both tables grow in about these orders, so summaries of blocks are enough: they cost
-- ingest next to nothing, where an index of every row would cost some percent.
create index raw_message_received on raw_message using brin (received_at) with (autosummarize = on);
create index fix_raw_message on fix using brin (raw_message_id) with (autosummarize = on);
