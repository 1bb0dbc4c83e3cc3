-- The way of the data: study -> items, releases, trackers, deployments; raw message -> fix -> journey; sighting.
-- Positions are WGS 84 degrees; tile_key is the position as one sortable number (see model/tile-key.ts).

create table study (
  id integer generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200),
  description text not null default '',
  simulated boolean not null default false,
  public boolean not null default true,
  public_delay_hours integer not null default 0 check (public_delay_hours >= 0),
  created_at timestamptz(3) not null default now()
);

create table item_type (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  name text not null check (length(name) between 1 and 200),
  material text,
  mass_grams real check (mass_grams > 0),
  length_millimetres real check (length_millimetres > 0),
  j_code text,
  buoyancy text,
  unique (study_id, name)
);

create table release (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  place text not null check (length(place) between 1 and 200),
  longitude double precision not null check (longitude between -180 and 180),
  latitude double precision not null check (latitude between -90 and 90),
  released_at timestamptz(3) not null,
  note text not null default '',
  unique (study_id, place, released_at)
);

create table item (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  item_type_id integer not null references item_type,
  release_id integer references release,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  fate text check (fate in ('lost', 'retrieved')),
  note text not null default ''
);
create index item_study on item (study_id, id);
create index item_release on item (release_id);

create table tracker (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  protocol text not null,
  unique_id text not null check (length(unique_id) between 1 and 100),
  name text not null,
  model text,
  interval_seconds integer check (interval_seconds > 0),
  last_heard_at timestamptz(3),
  -- The newest fix without a blocking flag, so that a list of trackers never searches the fixes.
  last_fix_time timestamptz(3),
  last_longitude double precision,
  last_latitude double precision,
  last_battery_volts real,
  last_flags integer,
  fix_count bigint not null default 0,
  -- The end of its history, for ingest: {"latest": ms, "places": [[ms, hash, longitude, latitude, flags], ...]}.
  tail jsonb,
  unique (protocol, unique_id)
) with (fillfactor = 70);
create index tracker_study on tracker (study_id, id);

create table deployment (
  id integer generated always as identity primary key,
  tracker_id integer not null references tracker,
  item_id integer not null references item,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at > started_at)
);
create index deployment_tracker on deployment (tracker_id, started_at);
create index deployment_item on deployment (item_id, started_at);

-- The raw log. Rows are written once and never changed or deleted.
create table raw_message (
  id bigint generated always as identity primary key,
  protocol text not null,
  unique_id text,
  transport text not null check (transport in ('tcp', 'udp', 'http')),
  received_at timestamptz(3) not null,
  bytes bytea not null
);
create index raw_message_sender on raw_message (protocol, unique_id, id);

-- What ingest still has to read. A row is taken with `for update skip locked` and deleted in the
-- transaction that records its fixes, so several writers and readers need no cursor.
create table raw_pending (
  raw_message_id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- Messages no decoder could read yet. Kept, counted, shown, and decoded again by a replay.
create table raw_problem (
  raw_message_id bigint primary key references raw_message,
  reason text not null,
  noticed_at timestamptz(3) not null default now()
);

-- Trackers that call although nobody registered them; their messages wait in the raw log.
create table unknown_caller (
  protocol text not null,
  unique_id text not null,
  first_heard_at timestamptz(3) not null,
  last_heard_at timestamptz(3) not null,
  message_count bigint not null,
  last_longitude double precision,
  last_latitude double precision,
  primary key (protocol, unique_id)
);

-- One row a record of a tracker. record_hash is of the record's own bytes: the same record sent
-- again is the same row, whatever a later decoder makes of it. No foreign keys: both ends are
-- written in the same transaction, and checking them costs a tenth of the throughput.
create table fix (
  tracker_id integer not null,
  time timestamptz(3) not null,
  record_hash bigint not null,
  raw_message_id bigint not null,
  received_at timestamptz(3) not null,
  longitude double precision,
  latitude double precision,
  tile_key bigint,
  quality smallint not null,
  flags integer not null,
  altitude_metres real,
  speed_metres_per_second real,
  heading_degrees real,
  satellites smallint,
  hdop real,
  accuracy_metres real,
  battery_volts real,
  battery_percent real,
  attributes jsonb,
  primary key (tracker_id, time, record_hash)
) partition by range (time);
create index fix_tile on fix (tile_key);

-- Months are added by ingest when a fix needs one; clocks far off end here.
create table fix_elsewhen partition of fix default;

create table sighting (
  id uuid primary key,
  item_id integer not null references item,
  seen_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  tile_key bigint,
  accuracy_metres real check (accuracy_metres >= 0),
  position_source text not null,
  surroundings text not null,
  condition text not null,
  put_back text not null,
  note text,
  locale text not null,
  finder_number integer not null,
  unique (item_id, finder_number)
);
create index sighting_item on sighting (item_id, seen_at);
create index sighting_tile on sighting (tile_key);

-- Personal data, apart from the report: only what the finder chose to give, with when and for what.
create table sighting_contact (
  sighting_id uuid primary key references sighting on delete cascade,
  email text,
  name text,
  news_consent_at timestamptz(3),
  contest_consent_at timestamptz(3)
);

create table photo (
  sighting_id uuid not null references sighting,
  n smallint not null check (n between 1 and 5),
  object_key text not null,
  width integer not null,
  height integer not null,
  received_at timestamptz(3) not null default now(),
  primary key (sighting_id, n)
);

-- What is known of an item in time order, as a fold over its evidence; `state` is the fold up to settled_at.
create table journey (
  item_id integer primary key references item,
  state jsonb,
  settled_at timestamptz(3),
  started_at timestamptz(3),
  last_at timestamptz(3),
  last_longitude double precision,
  last_latitude double precision,
  last_evidence text check (last_evidence in ('release', 'fix', 'sighting')),
  travelled_metres double precision not null default 0,
  net_metres double precision not null default 0,
  fix_count integer not null default 0,
  sighting_count integer not null default 0
) with (fillfactor = 70);

-- What the journey keeper still has to take in: something of an item is new or different since an
-- instant. Rows are only added, so that nobody who adds waits for the keeper.
create table journey_change (
  id bigint generated always as identity primary key,
  item_id integer not null,
  since timestamptz(3) not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
create index journey_change_item on journey_change (item_id);
