-- Who changed what, from what to what; and which version of a row somebody thought to change.

-- No foreign keys: an entry outlives what it tells of.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'api-key', 'command-line')),
  actor_id integer,
  actor_name text not null,
  -- Null for what belongs to no study.
  study_id integer,
  kind text not null,
  object_id text not null,
  object_name text,
  action text not null check (action in ('created', 'changed', 'removed')),
  -- Of a change only the columns that changed.
  before jsonb,
  after jsonb
);
create index audit_study on audit (study_id, id);
create index audit_object on audit (kind, object_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries of % are only added', tg_table_name;
end $$;
create trigger audit_only_grows before update or delete on audit
  for each row execute function refuse_change();

-- A row as an entry shows it: secrets masked where they are set, long texts by their length.
create function audit_face(content jsonb, hidden text[]) returns jsonb language sql immutable as $$
  select jsonb_object_agg(key, case
    when value = 'null' then value
    when key = any(hidden) then '"********"'
    when length(value::text) > 2000 then jsonb_build_object('characters', length(value::text))
    else value end)
  from jsonb_each(content)
$$;

-- Arguments: kind, column of the id, hidden columns, columns left out.
create function audit_row() returns trigger language plpgsql as $$
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
    end,
    tg_argv[0], whole ->> tg_argv[1],
    coalesce(whole ->> 'name', whole ->> 'code', whole ->> 'place', whole ->> 'email',
      (select name from app_user where id = (whole ->> 'user_id')::integer),
      (select name from tracker where id = (whole ->> 'tracker_id')::integer)),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
    audit_face(was, hidden), audit_face(becomes, hidden)
  );
  return null;
end $$;

-- Lets researchers' writes to a table be recorded. Without an actor, as in ingest, nothing runs.
create function keep_audit(
  target regclass, kind text, id_column text default 'id',
  hidden text[] default '{}', left_out text[] default '{}'
) returns void language plpgsql as $$
begin
  execute format(
    'create or replace trigger audit after insert or update or delete on %s for each row '
    'when (coalesce(current_setting(''zpr.actor'', true), '''') <> '''') '
    'execute function audit_row(%L, %L, %L, %L)',
    target, kind, id_column, array_to_string(hidden, ','), array_to_string(left_out, ','));
end $$;

-- Arguments: kind, column of the id, columns that are computed.
create function count_version() returns trigger language plpgsql as $$
declare
  expected text[] := string_to_array(nullif(current_setting('zpr.expected', true), ''), ' ');
  computed text[] := string_to_array(tg_argv[2], ',') || array['version'];
begin
  if expected[1] = tg_argv[0] and expected[2] = to_jsonb(old) ->> tg_argv[1]
    and not old.version::text = any(string_to_array(expected[3], ',')) then
    raise exception '% % has version %', tg_argv[0], expected[2], old.version using errcode = 'ZPVER';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  new.version := old.version
    + (to_jsonb(new) - computed is distinct from to_jsonb(old) - computed)::integer;
  return new;
end $$;

-- Counts the versions of a table's rows, and refuses to change one that somebody expects to be another.
-- With `columns` only writes to those count, for rows that machines write to all the time.
create function keep_version(
  target regclass, kind text, id_column text default 'id',
  computed text[] default '{}', columns text[] default null
) returns void language plpgsql as $$
begin
  execute format('alter table %s add column if not exists version integer not null default 1', target);
  execute format(
    'create or replace trigger version before delete or update %s on %s for each row '
    'execute function count_version(%L, %L, %L)',
    coalesce('of ' || (select string_agg(quote_ident(name), ', ') from unnest(columns) name), ''),
    target, kind, id_column, array_to_string(computed, ','));
end $$;

select keep_audit('study', 'study'), keep_version('study', 'study');
select keep_audit('item_type', 'item-type'), keep_version('item_type', 'item-type');
select keep_audit('item', 'item'), keep_version('item', 'item');
select keep_audit('release', 'release'), keep_version('release', 'release');
select keep_audit('deployment', 'deployment'), keep_version('deployment', 'deployment');
select keep_audit('tracker', 'tracker', hidden => '{settings}', left_out => '{last_heard_at,last_fix_time,last_longitude,last_latitude,last_battery_volts,last_flags,fix_count,tail}'),
  keep_version('tracker', 'tracker', columns => '{study_id,name,model,interval_seconds,settings,watch_rules,codec_id}');
-- What the finder wrote may name somebody.
select keep_audit('sighting', 'sighting', left_out => '{note,tile_key,is_open}'),
  keep_version('sighting', 'sighting', computed => '{is_open}');
select keep_audit('source', 'source', hidden => '{settings}'), keep_version('source', 'source');
select keep_audit('contest', 'contest', 'study_id', hidden => '{seed,ticket_key}'),
  keep_version('contest', 'contest', 'study_id');
-- An instruction may carry the password of its tracker.
select keep_audit('command', 'command', hidden => '{text}', left_out => '{connection,wire_key,answer,request_id}');
select keep_audit('codec', 'codec', left_out => '{source}');
select keep_audit('alarm', 'alarm', left_out => '{evidence,mailed_at}');
select keep_audit('alarm_mail_refusal', 'alarm-mail-refusal', 'user_id');
select keep_audit('study_member', 'member', 'user_id');
select keep_audit('api_key', 'api-key', left_out => '{key_hash,last_used_at}');
