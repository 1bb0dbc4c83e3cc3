import { BLOCKING_FLAGS, ROUGH_FLAGS, UNPUBLIC_FLAGS } from "@zpr/model";
import type { StudyScope, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";

type Condition = RawBuilder<boolean>;

const YES: Condition = sql`true`;
const NO: Condition = sql`false`;

/** Whether the reader belongs to the study in a column. */
export function isMember(scope: StudyScope, column: string): Condition {
  if (scope === "all") return YES;
  return scope.length === 0 ? NO : sql`${sql.ref(column)} = any(${scope}::int[])`;
}

/** Whether the study row `s` shows anything to the reader. */
export function isReadable({ studies }: View): Condition {
  return sql`(s.public or ${isMember(studies, "s.id")})`;
}

/** Whether the reader sees the sighting row `g` of the study row `s`. */
export function isSeen({ studies }: View): Condition {
  return sql`(g.is_open or (g.review <> 'rejected' and g.merged_into is null and ${isMember(studies, "s.id")}))`;
}

/** The instant from which on the study row `s` keeps its fixes from the public; infinity when it keeps none. */
export function publicUntil({ now }: View): RawBuilder<Date> {
  return sql`(case when s.public_delay_hours = 0 then 'infinity'::timestamptz
    else ${now}::timestamptz - s.public_delay_hours * interval '1 hour' end)`;
}

/** Whether a fix may be shown to everybody: nothing doubts it, and it shows nobody's home. */
export function isPublic(fix: string): Condition {
  return sql`${sql.ref(`${fix}.flags`)} & ${sql.lit(UNPUBLIC_FLAGS)} = 0`;
}

/** Whether a fix counts in journeys. */
export function isUnflagged(fix: string): Condition {
  return sql`${sql.ref(`${fix}.flags`)} & ${sql.lit(BLOCKING_FLAGS)} = 0`;
}

/** Whether the network, not the tracker's own receiver, says where a fix was. */
export function isRough(fix: string): Condition {
  return sql`${sql.ref(`${fix}.flags`)} & ${sql.lit(ROUGH_FLAGS)} <> 0`;
}

/** Which stretches of time are meant, by what the trackers and items are. */
export interface SpanFilter {
  readonly itemCode?: string | number;
  readonly trackerId?: string | number;
  readonly studyId?: string | number;
}

/**
 * Stretches of time in which a tracker's fixes are visible, none overlapping another of its
 * tracker: tracker_id, item_id and item_code (null when not asked), since, until, member,
 * study_id, simulated, coarse_metres. Members see a tracker's whole life, the public its deployments.
 */
export function visibleSpans(view: View, filter: SpanFilter = {}): RawBuilder<unknown> {
  if (filter.itemCode !== undefined) return deploymentSpans(view, filter);
  const whole = sql`
    select t.id as tracker_id, null::int as item_id, null::text as item_code,
      '-infinity'::timestamptz as since, 'infinity'::timestamptz as until, true as member,
      s.id as study_id, s.simulated, 0 as coarse_metres
    from tracker t join study s on s.id = t.study_id
    where ${isMember(view.studies, "s.id")} and ${matches(filter)}`;
  if (view.studies === "all") return whole;
  return sql`${whole} union all ${publicSpans(view, filter)}`;
}

/** Like `visibleSpans`, but to members too only while the tracker was in an item. */
export function deploymentSpans(view: View, filter: SpanFilter = {}): RawBuilder<unknown> {
  return sql`
    select d.tracker_id, i.id as item_id, i.code as item_code, d.started_at as since,
      least(d.ended_at, d.next_start,
        case when not ${isMember(view.studies, "s.id")} then ${publicUntil(view)} end,
        'infinity'::timestamptz) as until,
      ${isMember(view.studies, "s.id")} as member, s.id as study_id, s.simulated,
      case when ${isMember(view.studies, "s.id")} then 0 else s.public_coarse_metres end as coarse_metres
    from ${DEPLOYMENTS} d join item i on i.id = d.item_id
      join tracker t on t.id = d.tracker_id join study s on s.id = t.study_id
    where ${isReadable(view)} and ${matches(filter)}
      and ${filter.itemCode === undefined ? YES : sql`i.code = ${filter.itemCode}::text`}`;
}

function publicSpans(view: View, filter: SpanFilter): RawBuilder<unknown> {
  return sql`select * from (${deploymentSpans(view, filter)}) deployed where not member`;
}

/** Should two deployments of a tracker overlap, a fix belongs to the later one. */
const DEPLOYMENTS = sql`(
  select *, lead(started_at) over (partition by tracker_id order by started_at, id) as next_start
  from deployment)`;

function matches({ trackerId, studyId }: SpanFilter): Condition {
  const tracker = trackerId === undefined ? YES : sql`t.id = ${trackerId}::int`;
  const study = studyId === undefined ? YES : sql`s.id = ${studyId}::int`;
  return sql`${tracker} and ${study}`;
}
