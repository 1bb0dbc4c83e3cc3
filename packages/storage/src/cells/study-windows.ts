import type { TimeSpan, View } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { coarseMetres } from "../reading/coarse.ts";
import { isMember, isReadable, publicUntil } from "../reading/visibility.ts";

/** Studies of which a reader sees the same: the times, `until` excluded, and whether flagged fixes too. */
export interface StudyWindow {
  readonly studyIds: readonly number[];
  readonly member: boolean;
  readonly since: Date | null;
  readonly until: Date | null;
  /** How wide the cells are by which the reader gets their positions, metres; 0 where they are exact. */
  readonly coarseMetres: number;
}

interface Row {
  readonly ids: number[];
  readonly member: boolean;
  readonly until: Date | null;
  readonly metres: number;
}

/**
 * What a reader sees of the studies, as visible spans of trackers say it, but by study: a fix without
 * a blocking flag was taken in an item, so the public needs no look at deployments.
 */
export async function studyWindows(
  database: Database,
  view: View,
  {
    studyId,
    during,
  }: { readonly studyId?: number | undefined; readonly during?: TimeSpan | undefined },
): Promise<readonly StudyWindow[]> {
  const member = isMember(view.studies, "s.id");
  const wanted = studyId === undefined ? sql`true` : sql`s.id = ${studyId}::int`;
  const { rows } = await sql<Row>`
    select array_agg(s.id) as ids, ${member} as member,
      case when not ${member} then nullif(${publicUntil(view)}, 'infinity') end as until,
      ${coarseMetres(view)} as metres
    from study s where ${isReadable(view)} and ${wanted} group by 2, 3, 4`.execute(database);
  const since = during?.from ?? null;
  // The end of a span belongs to it; instants are kept to the millisecond.
  const to = during?.to ? new Date(during.to.getTime() + 1) : null;
  return rows.map(({ ids, member: isTheirs, until, metres }) => ({
    studyIds: ids,
    member: isTheirs,
    coarseMetres: metres,
    since,
    until: until && to ? new Date(Math.min(until.getTime(), to.getTime())) : (until ?? to),
  }));
}
