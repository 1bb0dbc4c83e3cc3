-- Long work. A process that takes a job says until when it answers for it; after that anybody may take it.
create table job (
  id uuid primary key,
  study_id integer not null references study,
  kind text not null check (kind in ('import', 'export', 'recompute')),
  wish jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  -- What whoever goes on after a restart must know.
  memory jsonb,
  outcome jsonb,
  error text,
  result_name text,
  result_type text,
  result_parts integer not null default 0,
  result_bytes bigint,
  result_until timestamptz(3),
  cancel_wanted boolean not null default false,
  attempts integer not null default 0,
  holder uuid,
  held_until timestamptz(3),
  created_at timestamptz(3) not null default now(),
  created_by text not null,
  started_at timestamptz(3),
  ended_at timestamptz(3)
);
create index job_study on job (study_id, created_at desc, id desc);
create index job_open on job (created_at) where state in ('waiting', 'running');
create index job_result on job (result_until) where result_parts > 0;

-- Items have names for people, and kinds of items three dimensions.
alter table item add column name text not null default '' check (length(name) <= 200);
create unique index item_name on item (study_id, name) where name <> '';
alter table item_type add column width_millimetres real check (width_millimetres > 0);
alter table item_type add column height_millimetres real check (height_millimetres > 0);

-- What became of an item and who said so, the newest last; a null fate takes back what was said before.
create table item_fate (
  id integer generated always as identity primary key,
  item_id integer not null references item,
  fate text check (fate in ('lost', 'retrieved')),
  happened_at timestamptz(3) not null,
  note text not null default '',
  recorded_at timestamptz(3) not null default now(),
  recorded_by text not null
);
create index item_fate_item on item_fate (item_id, id);

-- When the last item of a release went in.
alter table release add column ended_at timestamptz(3) check (ended_at >= released_at);
