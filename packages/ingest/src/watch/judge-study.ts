import {
  batteryHealth,
  batteryTrend,
  newestBattery,
  usualIntervalSeconds,
  watchTracker,
} from "@zpr/analytics";
import { ALARM_KINDS, type BatteryHealth, DEFAULT_WATCH_RULES, type WatchRules } from "@zpr/model";
import type {
  LookOutcome,
  NewestFix,
  TrackerHistory,
  TrackerSeen,
  WatchedStudy,
  WatchedTracker,
  WatchLog,
} from "@zpr/ports";
import { inParts } from "./in-parts.ts";

export interface Moment {
  readonly now: Date;
  readonly listeningSince: Date;
  readonly watchLog: WatchLog;
}

/** A trend over weeks is not another after a minute. */
const HISTORY_EVERY_MILLISECONDS = 3_600_000;

/** What a look at a study's trackers comes to. Fixes are read of those only of which something came in. */
export async function judgeStudy(
  study: WatchedStudy,
  trackers: readonly WatchedTracker[],
  moment: Moment,
): Promise<LookOutcome> {
  const { now, watchLog } = moment;
  const fresh = trackers.filter(hasNews);
  const newest = await inParts(fresh, (ids) => watchLog.newestFixes(ids, now));
  const overdue = fresh.filter((tracker) => needsHistory(tracker, now));
  const histories = await inParts(overdue, (ids) => watchLog.histories(ids, now));
  const judged = trackers.map((tracker) => {
    const rules = { ...DEFAULT_WATCH_RULES, ...study.watchRules, ...tracker.watchRules };
    const news = { fixes: newest.get(tracker.id), history: histories.get(tracker.id) };
    return judgeTracker(tracker, news, { ...moment, rules });
  });
  return {
    studyId: study.id,
    now,
    seen: judged.flatMap(({ seen }) => seen ?? []),
    raised: judged.flatMap(({ raised }) => raised),
    ended: judged.flatMap(({ ended }) => ended),
  };
}

function hasNews({ seen, lastHeardAt, fixCount }: WatchedTracker): boolean {
  if (!seen) return lastHeardAt !== null;
  return seen.fixCount !== fixCount || seen.heardAt?.getTime() !== lastHeardAt?.getTime();
}

function needsHistory({ seen }: WatchedTracker, now: Date): boolean {
  return !seen || now.getTime() - seen.historyAt.getTime() >= HISTORY_EVERY_MILLISECONDS;
}

/** What was read of a tracker, as far as something came in. */
interface News {
  readonly fixes: readonly NewestFix[] | undefined;
  readonly history: TrackerHistory | undefined;
}

function judgeTracker(
  tracker: WatchedTracker,
  news: News,
  { now, listeningSince, rules }: Moment & { readonly rules: WatchRules },
) {
  const { id: trackerId, registeredIntervalSeconds, wasEverDeployed } = tracker;
  const seen = news.fixes && seenOf(tracker, { ...news, fixes: news.fixes }, { now, rules });
  const usual = (seen ?? tracker.seen)?.usualIntervalSeconds ?? null;
  const verdicts = watchTracker(
    {
      now,
      listeningSince,
      lastHeardAt: tracker.lastHeardAt,
      deployedAt: tracker.deployedAt,
      // Out of an item for good it may be switched off. One that never was in any, and of which somebody
      // said how often it calls, is expected to.
      isWatched:
        tracker.deployedAt !== null || (!wasEverDeployed && registeredIntervalSeconds !== null),
      intervalSeconds: registeredIntervalSeconds ?? usual,
      fixes: news.fixes,
    },
    rules,
  );
  const open = new Map(tracker.open.map(({ kind, id }) => [kind, id]));
  return {
    seen: seen && { trackerId, ...seen },
    raised: ALARM_KINDS.flatMap((kind) => {
      const verdict = verdicts[kind];
      if (verdict.amiss !== true || open.has(kind)) return [];
      return { trackerId, kind, since: verdict.since, evidence: verdict.evidence };
    }),
    ended: ALARM_KINDS.flatMap((kind) => (verdicts[kind].amiss === false && open.get(kind)) || []),
  };
}

function seenOf(
  tracker: WatchedTracker,
  { fixes, history }: News & { readonly fixes: readonly NewestFix[] },
  moment: { readonly now: Date; readonly rules: WatchRules },
): TrackerSeen {
  const { lastHeardAt: heardAt, fixCount, seen } = tracker;
  return {
    heardAt,
    fixCount,
    usualIntervalSeconds: history
      ? usualIntervalSeconds(history.heardAt)
      : (seen?.usualIntervalSeconds ?? null),
    battery: batteryOf(fixes, history, { ...moment, before: seen?.battery ?? null }),
    historyAt: history ? moment.now : (seen?.historyAt ?? moment.now),
  };
}

function batteryOf(
  fixes: readonly NewestFix[],
  history: TrackerHistory | undefined,
  { rules, before }: { readonly rules: WatchRules; readonly before: BatteryHealth | null },
): BatteryHealth | null {
  const newest = newestBattery(fixes.map(({ time, volts, percent }) => ({ time, volts, percent })));
  if (!newest) return before;
  const unit = newest.percent === null ? "volts" : "percent";
  const trend = history ? batteryTrend(history.readings, unit) : (before?.trendPerDay ?? null);
  return batteryHealth(newest, trend, rules);
}
