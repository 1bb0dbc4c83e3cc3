-- Every report is kept, whatever is the matter with it, and says what is.

-- A study ends; where its water is decides which reports come from far inland.
alter table study add column closed_at timestamptz(3);
alter table study add column water_lines jsonb;
alter table study add column corridor_metres real not null default 500 check (corridor_metres > 0);

-- A report of a code that belongs to no item waits for one that is registered with it.
alter table sighting alter column item_id drop not null;
alter table sighting add column code text;
update sighting set code = item.code from item where item.id = item_id;
alter table sighting alter column code set not null;
create index sighting_code on sighting (code);

-- What the finder was told, what makes the report doubtful, and what a researcher said of that.
alter table sighting add column notes text[] not null default '{}';
alter table sighting add column suspicious text[] not null default '{}';
alter table sighting add column review text not null default 'none'
  check (review in ('none', 'waiting', 'accepted', 'rejected'));
alter table sighting add column reviewed_at timestamptz(3);
alter table sighting add column reviewed_by text;
create index sighting_review on sighting (seen_at) where review = 'waiting';

-- Whether it is evidence of a journey, and anybody may see it: where somebody took an item home to
-- is nobody's business.
alter table sighting add column is_open boolean not null
  generated always as (review in ('none', 'accepted') and not notes @> array['far-from-water']) stored;
