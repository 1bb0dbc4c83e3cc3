-- A study's contest: reports whose finders want to take part are tickets.

create table contest (
  study_id integer primary key references study on delete cascade,
  -- Texts by language: {"nl": "...", "fr": "..."}; prizes is a list of them, the first first.
  title jsonb not null,
  rules jsonb not null,
  prizes jsonb not null,
  opens_at timestamptz(3) not null,
  closes_at timestamptz(3) not null check (closes_at > opens_at),
  -- How long after the draw contacts are kept.
  retention_days integer not null check (retention_days between 1 and 365),
  -- SHA-256 of the seed, when it was chosen before the draw.
  seed_hash text check (seed_hash ~ '^[0-9a-f]{64}$'),
  -- Makes ticket numbers that nobody can foresee or trace to a report; forgotten with the contacts.
  ticket_key text default gen_random_uuid()::text || gen_random_uuid()::text,
  seed text,
  seed_origin text check (seed_origin in ('committed', 'given', 'random')),
  drawn_at timestamptz(3),
  erased_at timestamptz(3),
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (seed_origin is null))
);

-- The tickets as they were drawn, the winning first.
create table contest_ticket (
  study_id integer not null references contest on delete cascade,
  ticket text not null,
  rank integer not null check (rank > 0),
  sighting_id uuid references sighting on delete set null,
  primary key (study_id, ticket),
  unique (study_id, rank)
);
create index contest_ticket_sighting on contest_ticket (sighting_id);
