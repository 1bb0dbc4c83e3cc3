-- Researchers exclude fixes and include them again. Each act is a row that stays; the last one about a
-- fix counts, and is a flag of the fix (4096), which whoever writes that fix anew asks for here.
create table fix_correction (
  id uuid primary key,
  n bigint not null generated always as identity,
  tracker_id integer not null references tracker,
  time timestamptz(3) not null,
  record_hash bigint not null,
  kind text not null check (kind in ('exclude', 'include')),
  at timestamptz(3) not null,
  by text not null,
  reason text not null
);
-- A fix is known by its own bytes: a replay may take it away and bring it back, so no foreign key.
create index fix_correction_fix on fix_correction (tracker_id, time, record_hash, n desc);

create trigger fix_correction_only_grows before update or delete on fix_correction
  for each row execute function refuse_change();
select keep_audit('fix_correction', 'fix-correction', left_out => '{n,record_hash,by}');
