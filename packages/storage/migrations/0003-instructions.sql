-- What a tracker is told, and what decoders need beside the bytes.

alter table raw_message add column context text;
alter table raw_message drop constraint raw_message_transport_check;
alter table raw_message add constraint raw_message_transport_check
  check (transport in ('tcp', 'udp', 'http', 'mqtt')) not valid;

-- What researchers set for a tracker: payload layout, password, time zone. Read by decoders.
alter table tracker add column settings jsonb not null default '{}';

create table command (
  id bigint generated always as identity primary key,
  tracker_id integer not null references tracker,
  -- What was asked for: an action by its name and parameters, or null for words of the caller's own.
  action jsonb,
  text text not null check (length(text) between 1 and 4000),
  -- Higher goes first; among equals the older.
  priority smallint not null default 0,
  status text not null default 'queued'
    check (status in ('queued', 'sent', 'acknowledged', 'failed', 'expired', 'cancelled')),
  attempts smallint not null default 0,
  max_attempts smallint not null default 5 check (max_attempts between 1 and 100),
  expires_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  created_by text not null default '',
  -- Made by the caller, so that asking twice queues once.
  request_id text,
  -- Of the attempt on its way: which connection it went out on, and what the answer will carry.
  connection text,
  wire_key text,
  answer text,
  unique (tracker_id, request_id)
);
create index command_open on command (tracker_id, priority desc, id) where status in ('queued', 'sent');
create index command_tracker on command (tracker_id, id);

-- Every step of a command, with the bytes that went out or came back.
create table command_step (
  id bigint generated always as identity primary key,
  command_id bigint not null references command,
  at timestamptz(3) not null default now(),
  status text not null,
  note text not null default '',
  bytes bytea
);
create index command_step_command on command_step (command_id, id);
