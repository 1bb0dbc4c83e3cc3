-- Parcels that an engine outside the database delivered, and that have entered the raw log: engines
-- deliver at least once. One row a parcel, however many messages it holds, forgotten long after any
-- engine would deliver it again. The ids begin with their time, so the index grows at its end.
create table raw_parcel (
  id uuid primary key,
  entered_at timestamptz(3) not null default now()
);
create index raw_parcel_age on raw_parcel using brin (entered_at);
