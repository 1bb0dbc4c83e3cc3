import type { Activity, ActivityStore, View } from "@zpr/ports";
import { sql } from "kysely";
import { countedFixes } from "../cells/fix-cells.ts";
import type { Grain } from "../cells/fix-tiers.ts";
import { studyWindows } from "../cells/study-windows.ts";
import type { Database } from "../database.ts";
import { isDuring } from "./narrowing.ts";
import { timedTracks } from "./timed-tracks.ts";
import { isReadable, isSeen } from "./visibility.ts";

const DAY = 24 * 3_600_000;
/** Up to so many days, bins of an hour, then of a day, can be told apart on a screen. */
const MOST_DAYS_OF_HOURS = 8;
const MOST_DAYS_OF_DAYS = 800;
const LEVEL = 14;
const EVERYWHERE = [0, 4 ** 26 - 1] as const;
const GRAINS: Readonly<Record<Activity["bin"], Grain>> = {
  hour: "instant",
  day: "day",
  month: "month",
};

/** Activity and tracks out of PostgreSQL. */
export function postgresActivityStore(database: Database): ActivityStore {
  return {
    async activity(view, studyId, during) {
      const extent = await extentOf(database, studyId);
      const from = during.from ?? extent.from;
      const to = during.to ?? extent.to;
      if (!from || !to || from >= to) return { from, to, bin: "day", bins: [] };
      const days = (to.getTime() - from.getTime()) / DAY;
      const bin = days <= MOST_DAYS_OF_HOURS ? "hour" : days <= MOST_DAYS_OF_DAYS ? "day" : "month";
      return { from, to, bin, bins: await bins(database, { view, studyId, bin, from, to }) };
    },

    async tracks(studyId, during, most) {
      const extent = await extentOf(database, studyId);
      const from = during.from ?? extent.from;
      const to = during.to ?? extent.to;
      return from && to && from < to ? timedTracks(database, { studyId, from, to, most }) : [];
    },
  };
}

interface Extent {
  readonly from: Date | null;
  readonly to: Date | null;
}

async function extentOf(database: Database, studyId: number): Promise<Extent> {
  const { rows } = await sql<Extent>`
    select least(
        (select min(since)::timestamp at time zone 'UTC' from fix_cell
          where tier = 2 and study_id = ${studyId} and kind in (0, 2)),
        (select min(seen_at) from sighting join item on item.id = item_id where study_id = ${studyId}),
        (select min(released_at) from release where study_id = ${studyId})) as from,
      greatest(
        (select max(last_fix_time) from tracker where study_id = ${studyId}),
        (select max(newest) from fix_cell where tier = 1 and study_id = ${studyId} and kind in (0, 2)),
        (select max(seen_at) from sighting join item on item.id = item_id where study_id = ${studyId})
      ) as to`.execute(database);
  return rows[0] ?? { from: null, to: null };
}

interface Asked {
  readonly view: View;
  readonly studyId: number;
  readonly bin: Activity["bin"];
  readonly from: Date;
  readonly to: Date;
}

async function bins(database: Database, { view, studyId, bin, from, to }: Asked) {
  const during = { from, to };
  const windows = await studyWindows(database, view, { studyId, during });
  const area = { ranges: [EVERYWHERE], level: LEVEL, grain: GRAINS[bin] };
  const { rows } = await sql<{ start: Date; fixes: number; sightings: number }>`
    select date_trunc(${bin}, since, 'UTC') as start, sum(fixes)::int as fixes,
      sum(sightings)::int as sightings
    from (
      select since, count as fixes, 0 as sightings
      from (${countedFixes(area, windows)}) counted (key, since, kind, count, newest)
      where kind in (0, 2)
      union all
      select g.seen_at, 0, 1 from sighting g join item i on i.id = g.item_id
        join study s on s.id = i.study_id
      where s.id = ${studyId} and ${isReadable(view)} and ${isSeen(view)}
        and ${isDuring("g.seen_at", during)}
    ) both_kinds group by 1 having sum(fixes) > 0 or sum(sightings) > 0 order by 1`.execute(
    database,
  );
  return rows;
}
