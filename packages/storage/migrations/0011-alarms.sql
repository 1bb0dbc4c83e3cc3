-- The watch: how each tracker is, what is amiss with it, and the mails that say so.

-- Thresholds in which a study differs from the defaults, and a tracker from its study.
alter table study add column watch_rules jsonb not null default '{}';
alter table study add column locale text not null default 'en'
  check (locale in ('en', 'nl', 'fr', 'de'));
alter table tracker add column watch_rules jsonb not null default '{}';

-- One row: when the watch looked last, and since when it has without a break.
create table watch_look (
  one boolean primary key default true check (one),
  looked_at timestamptz(3) not null,
  listening_since timestamptz(3) not null
);

-- What the watch made of a tracker when something of it had come in last.
create table tracker_health (
  tracker_id integer primary key references tracker on delete cascade,
  heard_at timestamptz(3),
  fix_count bigint not null,
  usual_interval_seconds double precision,
  battery_time timestamptz(3),
  battery_volts double precision,
  battery_percent double precision,
  battery_trend_per_day double precision,
  battery_low_in_days double precision,
  history_at timestamptz(3) not null
) with (fillfactor = 70);

create table alarm (
  id bigint generated always as identity primary key,
  tracker_id integer not null references tracker on delete cascade,
  kind text not null check (kind in ('silent', 'battery-low', 'moving-on-land')),
  since timestamptz(3) not null,
  raised_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- What was seen and by which thresholds.
  evidence jsonb not null,
  mailed_at timestamptz(3),
  acknowledged_at timestamptz(3),
  acknowledged_by text,
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
-- Raised once: whoever raises it again before it ended does nothing.
create unique index alarm_open on alarm (tracker_id, kind) where ended_at is null;
create index alarm_tracker on alarm (tracker_id, id);

-- Members who want no mails about a study's alarms.
create table alarm_mail_refusal (
  study_id integer not null references study on delete cascade,
  user_id integer not null references app_user on delete cascade,
  primary key (study_id, user_id)
);

-- The outbox. A mail is written in the transaction that decides on it; to whom it went and what it
-- said is forgotten once it is handed over or given up.
create table mail (
  id uuid primary key default gen_random_uuid(),
  to_address text,
  subject text not null,
  text text,
  alarm_ids bigint[] not null default '{}',
  created_at timestamptz(3) not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  handed_over_at timestamptz(3),
  given_up_at timestamptz(3),
  last_error text
);
create index mail_waiting on mail (next_attempt_at)
  where handed_over_at is null and given_up_at is null;
