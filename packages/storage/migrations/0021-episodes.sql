-- What items did, stretch by stretch. The journey keeper writes it; settled episodes do not change by
-- evidence that comes later.
create table episode (
  id bigint generated always as identity primary key,
  item_id integer not null references item,
  state text not null check (state in ('drifting', 'stranded', 'carried', 'silent', 'held')),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3) not null check (ended_at >= started_at),
  from_longitude double precision,
  from_latitude double precision,
  to_longitude double precision,
  to_latitude double precision,
  from_kilometre double precision,
  to_kilometre double precision,
  end_reason text not null,
  fix_count integer not null,
  travelled_metres double precision not null,
  interval_seconds double precision,
  -- Fixes between, both included, show where somebody took the item.
  hidden_from timestamptz(3),
  hidden_to timestamptz(3),
  is_settled boolean not null
) with (fillfactor = 70);
create index episode_item on episode (item_id, started_at);

alter table study add column episode_rules jsonb not null default '{}';

-- By what its episodes are told, what they come to, and whether the last of them is for members only.
alter table journey add column ground text;
alter table journey add column episode_rules jsonb;
alter table journey add column drift jsonb;
alter table journey add column is_taken boolean not null default false;

-- The kept folds have another shape: all journeys are told again from their beginnings.
update journey set state = null, settled_at = null;
insert into journey_change (item_id, since) select item_id, 'epoch' from journey;
