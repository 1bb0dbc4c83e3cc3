-- The id that a phone gave its report lets whoever knows it send photos with it. What everybody
-- sees is another one: stable, and nobody gets from it to the first.
alter table sighting add column public_id uuid not null unique
  generated always as (encode(substring(sha256(uuid_send(id)) from 1 for 16), 'hex')::uuid) stored;
select keep_audit('sighting', 'sighting', left_out => '{note,original,tile_key,is_open,public_id}'),
  keep_version('sighting', 'sighting', computed => '{is_open,public_id}');

-- Public positions may be told by cell of a grid instead: each is the middle of its cell, however
-- often somebody asks. Zero is exact.
alter table study add column public_coarse_metres integer not null default 0
  check (public_coarse_metres between 0 and 5000);

-- The level of map tiles that are so wide at 60 degrees of latitude, and wider nearer the equator.
create function coarse_level(metres integer) returns integer language sql immutable parallel safe as
$$ select floor(ln(20037508.342789244::double precision / nullif(metres, 0)) / ln(2::double precision))::integer $$;

-- The middle of the cell of a level; the same value without a level.
create function coarse_longitude(longitude double precision, level integer)
returns double precision language sql immutable parallel safe as $$
  select case when level is null then longitude
    else (least(floor((longitude + 180) / 360 * (1 << level)), (1 << level) - 1) + 0.5) / (1 << level) * 360 - 180 end
$$;
create function coarse_latitude(latitude double precision, level integer)
returns double precision language sql immutable parallel safe as $$
  select case when level is null then latitude else degrees(atan(sinh(pi() * (1 - 2 * (
    floor((0.5 - asinh(tan(radians(greatest(least(latitude, 85.05), -85.05)))) / (2 * pi())) * (1 << level))
      + 0.5) / (1 << level))))) end
$$;
create function coarse_key(key bigint, level integer)
returns bigint language sql immutable parallel safe as $$
  select case when level is null then key
    else (key >> (52 - 2 * level) << (52 - 2 * level)) + (3::bigint << (50 - 2 * level)) end
$$;
