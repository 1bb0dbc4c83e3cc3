-- How far something that is read bit by bit has been read, from one start to the next.

create table bookmark (
  name text primary key,
  place text not null,
  moved_at timestamptz(3) not null default now()
);
