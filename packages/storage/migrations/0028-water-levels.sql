-- Rivers, their sections and what else came after the audit log are recorded and versioned like the rest.

-- As in 0018, and finds the study of what belongs to a river or to a report.
create or replace function audit_row() returns trigger language plpgsql as $$
declare
  actor jsonb := current_setting('zpr.actor', true)::jsonb;
  hidden text[] := string_to_array(tg_argv[2], ',');
  left_out text[] := string_to_array(tg_argv[3], ',') || array['version'];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - left_out end;
  becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - left_out end;
  whole jsonb := coalesce(becomes, was);
  same text[];
begin
  if tg_op = 'UPDATE' then
    select coalesce(array_agg(key), '{}') into same from jsonb_each(becomes) where was -> key = value;
    was := was - same;
    becomes := becomes - same;
    if becomes = '{}' then return null; end if;
  end if;
  insert into audit (actor_kind, actor_id, actor_name, study_id, kind, object_id, object_name, action, before, after)
  values (
    actor ->> 'kind', (actor ->> 'id')::integer, actor ->> 'name',
    case
      when tg_table_name = 'study' then (whole ->> 'id')::integer
      when whole ? 'study_id' then (whole ->> 'study_id')::integer
      when whole ? 'tracker_id' then (select study_id from tracker where id = (whole ->> 'tracker_id')::integer)
      when whole ? 'item_id' then (select study_id from item where id = (whole ->> 'item_id')::integer)
      when whole ? 'river_id' then (select study_id from river where id = (whole ->> 'river_id')::integer)
      when whole ? 'sighting_id' then (
        select study_id from sighting s join item on item.id = s.item_id
        where s.id = (whole ->> 'sighting_id')::uuid)
    end,
    tg_argv[0], whole ->> tg_argv[1],
    coalesce(whole ->> 'name', whole ->> 'code', whole ->> 'place', whole ->> 'email',
      (select name from app_user where id = (whole ->> 'user_id')::integer),
      (select name from tracker where id = (whole ->> 'tracker_id')::integer),
      (select code from item where id = (whole ->> 'item_id')::integer)),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
    audit_face(was, hidden), audit_face(becomes, hidden)
  );
  return null;
end $$;

-- Sections go before their river, so that their entries still find its study.
alter table river_section drop constraint river_section_river_id_fkey;
alter table river_section add foreign key (river_id) references river;

select keep_audit('river', 'river'), keep_version('river', 'river');
select keep_audit('river_section', 'river-section'), keep_version('river_section', 'river-section');
select keep_audit('job', 'job', left_out => '{done,total,memory,outcome,error,result_name,result_type,result_parts,result_bytes,result_until,attempts,holder,held_until,started_at,ended_at}');
select keep_audit('item_fate', 'item-fate');
-- Its words are about a finder, and its token opens the answer.
select keep_audit('finder_question', 'finder-question', left_out => '{n,token,text,answer}');

-- Water levels that somebody measured at one place.
create table water_level_series (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  name text not null check (length(name) between 1 and 200),
  longitude double precision not null check (longitude between -180 and 180),
  latitude double precision not null check (latitude between -90 and 90),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  level_count integer not null check (level_count > 1),
  created_at timestamptz(3) not null default now(),
  unique (study_id, name)
);
create table water_level (
  series_id integer not null references water_level_series on delete cascade,
  time timestamptz(3) not null,
  level_metres real not null,
  primary key (series_id, time)
);
select keep_audit('water_level_series', 'water-level-series'), keep_version('water_level_series', 'water-level-series');

-- By how much high water comes later up the river: pairs of river kilometre and minutes behind a station,
-- whose id is that of a predicted one, or series/ and the id of a measured one.
create table tide_lags (
  study_id integer primary key references study,
  station text not null check (length(station) between 1 and 200),
  lags jsonb not null
);
select keep_audit('tide_lags', 'tide-lags', 'study_id'), keep_version('tide_lags', 'tide-lags', 'study_id');
