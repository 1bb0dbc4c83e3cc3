-- What a network tells of a tracker's place belongs to journeys now, and their kept folds have
-- another shape: all are told again from their beginnings.
update journey set state = null, settled_at = null;
insert into journey_change (item_id, since) select item_id, 'epoch' from journey;
