-- Researchers look at reports: they decide, correct, merge and ask, and each of it can be undone.

-- Whether reports are public at once, where nothing is doubtful, or only after somebody looked.
alter table study add column publish_sightings text not null default 'at-once'
  check (publish_sightings in ('at-once', 'after-review'));
alter table study add column publish_photos boolean not null default false;

-- The columns of a sighting hold what counts now; what the finder said is kept here before the
-- first correction, and never changes.
alter table sighting add column original jsonb;
create function keep_original() returns trigger language plpgsql as $$
begin
  raise exception 'what a finder said does not change';
end $$;
create trigger keep_original before update of original on sighting for each row
  when (old.original is not null and new.original is distinct from old.original)
  execute function keep_original();

alter table sighting add column note_hidden boolean not null default false;
-- The same find reported twice: the lead counts, the other is kept and points to it.
alter table sighting add column merged_into uuid references sighting check (merged_into <> id);
create index sighting_merged on sighting (merged_into) where merged_into is not null;

-- A generated column cannot be given another expression before PostgreSQL 17.
alter table sighting drop column is_open;
alter table sighting add column is_open boolean not null generated always as (
  review in ('none', 'accepted') and merged_into is null and not notes @> array['far-from-water']
) stored;

-- Who decided what of a report, when and why; "from" and "to" hold the values that changed.
create table sighting_decision (
  id uuid primary key,
  n bigint not null generated always as identity,
  sighting_id uuid not null references sighting on delete cascade,
  kind text not null
    check (kind in ('accept', 'reject', 'correct', 'move', 'merge', 'mark', 'clear', 'photo', 'undo')),
  at timestamptz(3) not null,
  by text not null,
  reason text,
  "from" jsonb not null,
  "to" jsonb not null,
  undoes uuid unique references sighting_decision
);
create index sighting_decision_sighting on sighting_decision (sighting_id, n);

-- What becomes of a photo. The picture that others see stands apart, so that the one that came can
-- be shown again; "version" tells which bytes somebody decided about.
alter table photo add column version integer not null default 1;
alter table photo add column checked boolean not null default false;
alter table photo add column hidden boolean not null default false;
alter table photo add column is_public boolean not null default false;
alter table photo add column blur jsonb not null default '[]';
alter table photo add column shown_key text;

-- Questions to finders, one open at a time.
alter table sighting_contact add column questions_consent_at timestamptz(3);
create table finder_question (
  id uuid primary key,
  n bigint not null generated always as identity,
  sighting_id uuid not null references sighting on delete cascade,
  token text not null unique
    default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  text text not null,
  asked_at timestamptz(3) not null,
  asked_by text not null,
  answer text,
  answered_at timestamptz(3),
  withdrawn_at timestamptz(3)
);
create unique index finder_question_open on finder_question (sighting_id)
  where answered_at is null and withdrawn_at is null;
create index finder_question_sighting on finder_question (sighting_id);

-- What the finder wrote may name somebody; `original` holds it as well.
select keep_audit('sighting', 'sighting', left_out => '{note,original,tile_key,is_open}');
