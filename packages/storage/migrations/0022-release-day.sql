-- Releases as phones on a pontoon register them: sent later, perhaps twice, with photos of the batch.

-- Made by the phone; the same again is the same release.
alter table release add client_id uuid unique;
-- By which high water there comes behind that of the tide station, minutes, as researchers say it.
alter table release add tide_lag_minutes real check (tide_lag_minutes between -720 and 720);

create table release_photo (
  release_id integer not null references release on delete cascade,
  n smallint not null check (n between 1 and 5),
  object_key text not null,
  -- Null while the photo is kept and cannot be shown yet.
  width integer,
  height integer,
  received_at timestamptz(3) not null default now(),
  primary key (release_id, n),
  check ((width is null) = (height is null))
);
