-- A river as a study draws it: centre lines towards the mouth, wide water, from where kilometres count.
create table river (
  id integer generated always as identity primary key,
  study_id integer not null references study,
  name text not null check (length(name) between 1 and 200),
  lines jsonb not null,
  water jsonb not null,
  mouth jsonb,
  origin jsonb,
  -- Counts changes of the drawing, so that who prepared it knows when to do so again.
  version integer not null default 1,
  unique (study_id, name)
);

-- Stretches with a name, by kilometres from the origin.
create table river_section (
  id integer generated always as identity primary key,
  river_id integer not null references river on delete cascade,
  name text not null check (length(name) between 1 and 200),
  from_kilometre double precision not null,
  to_kilometre double precision not null check (to_kilometre > from_kilometre),
  line text,
  unique (river_id, name)
);
