-- Networks and services that bring trackers' messages: what they are called, how to reach them.

create table source (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  -- Name of the push protocol.
  protocol text not null,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- Addresses and keys of the network; the API never shows the keys.
  settings jsonb not null default '{}',
  created_at timestamptz(3) not null default now()
);
create index source_study on source (study_id, id);
