-- Flag 2048 says that somebody carried the item, 4096 that a researcher excluded the fix: both are for
-- members only like those below 512.
create or replace function fix_kind(flags integer) returns smallint language sql immutable parallel safe
  return (case when flags & 6655 <> 0 then 1 else 0 end + case when flags & 512 <> 0 then 2 else 0 end)::smallint;
