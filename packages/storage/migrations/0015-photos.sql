-- A photo that cannot be decoded yet is kept as it came, and has no size.
alter table photo alter column width drop not null;
alter table photo alter column height drop not null;
alter table photo add check ((width is null) = (height is null));

-- Photos on their way, piece by piece, so that a cut line costs one piece.
create table photo_piece (
  sighting_id uuid not null references sighting on delete cascade,
  n smallint not null check (n between 1 and 5),
  start integer not null check (start >= 0),
  total integer not null check (total > start),
  bytes bytea not null,
  received_at timestamptz(3) not null,
  primary key (sighting_id, n, start)
);
create index photo_piece_received on photo_piece (received_at);
