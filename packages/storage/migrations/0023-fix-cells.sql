-- How many fixes lie in each cell of the map in each day or month, so that a tile over millions of
-- fixes reads some thousand rows. Cells are tile keys cut to a level; what is cut is in `tier`.

create view fix_tier (tier, level, period) as values
  (1::smallint, 14, 'month'), (2, 14, 'day'), (3, 16, 'month'), (4, 16, 'day'), (5, 18, 'month'),
  (6, 20, 'month');

-- Numbers of flags are stored and never change (model/fix-flags.ts): those below 512 keep a fix out
-- of journeys, 512 says that a network placed it. Bit 0: flagged, bit 1: by a network.
create function fix_kind(flags integer) returns smallint language sql immutable parallel safe
  return (case when flags & 511 <> 0 then 1 else 0 end + case when flags & 512 <> 0 then 2 else 0 end)::smallint;

create table fix_cell (
  tier smallint not null,
  cell bigint not null,
  -- First day of the day or month, UTC.
  since date not null,
  study_id integer not null,
  kind smallint not null,
  count integer not null,
  newest timestamptz(3) not null,
  primary key (tier, cell, since, study_id, kind) include (count, newest)
) with (autovacuum_vacuum_scale_factor = 0.05);

-- What the cell keeper has still to count: the fixes of a statement, 1 for each that came, -1 for each
-- that went. One row a statement, so that ingest pays little; who reads cells adds what waits here.
create table fix_cell_change (
  id bigint generated always as identity primary key,
  tracker_ids integer[] not null,
  times timestamptz(3)[] not null,
  tile_keys bigint[] not null,
  kinds smallint[] not null,
  steps smallint[] not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create function note_fixes_made() returns trigger language plpgsql as $$ begin
  insert into fix_cell_change (tracker_ids, times, tile_keys, kinds, steps)
  select array_agg(tracker_id), array_agg(time), array_agg(tile_key), array_agg(fix_kind(flags)),
    array_agg(1::smallint)
  from made where tile_key is not null having count(*) > 0;
  return null;
end $$;

create function note_fixes_gone() returns trigger language plpgsql as $$ begin
  insert into fix_cell_change (tracker_ids, times, tile_keys, kinds, steps)
  select array_agg(tracker_id), array_agg(time), array_agg(tile_key), array_agg(fix_kind(flags)),
    array_agg(-1::smallint)
  from gone where tile_key is not null having count(*) > 0;
  return null;
end $$;

-- Most updates change one flag of a few fixes, or nothing that cells count.
create function note_fixes_changed() returns trigger language plpgsql as $$ begin
  insert into fix_cell_change (tracker_ids, times, tile_keys, kinds, steps)
  select array_agg(tracker_id), array_agg(time), array_agg(tile_key), array_agg(kind), array_agg(step)
  from (
    select tracker_id, time, tile_key, kind, sum(step)::smallint as step from (
      select tracker_id, time, tile_key, fix_kind(flags) as kind, 1 as step from made
      union all
      select tracker_id, time, tile_key, fix_kind(flags), -1 from gone
    ) both_sides where tile_key is not null group by 1, 2, 3, 4 having sum(step) <> 0
  ) net having count(*) > 0;
  return null;
end $$;

create trigger fix_made after insert on fix
  referencing new table as made for each statement execute function note_fixes_made();
create trigger fix_gone after delete on fix
  referencing old table as gone for each statement execute function note_fixes_gone();
create trigger fix_changed after update on fix
  referencing old table as gone new table as made for each statement
  execute function note_fixes_changed();

-- What is there already.
insert into fix_cell
select tier, tile_key >> 2 * (26 - level), date_trunc(period, time at time zone 'UTC')::date, study_id,
  fix_kind(flags), count(*), max(time)
from fix join tracker on tracker.id = fix.tracker_id cross join fix_tier
where tile_key is not null group by 1, 2, 3, 4, 5;
