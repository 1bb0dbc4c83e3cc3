-- Scripts that say what payloads mean, and which of them read which message.

-- Never changed and never deleted: what a codec once decoded is to be decoded by it again.
create table codec (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  name text not null check (length(name) between 1 and 200),
  -- SHA-256 of source and mapping, in hexadecimal.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  source text not null,
  -- From our names to where the codec's data have them.
  mapping jsonb not null default '{}',
  -- The functions of TS013 that it defines, in whatever style.
  functions text[] not null,
  created_at timestamptz(3) not null default now(),
  created_by text not null default '',
  unique (study_id, hash)
);

alter table tracker add column codec_id integer references codec;

-- The codec that read a message, or failed to.
create table raw_codec (
  raw_message_id bigint primary key references raw_message,
  codec_id integer not null references codec
);
