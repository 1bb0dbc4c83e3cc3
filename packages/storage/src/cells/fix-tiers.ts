/** A step of the pyramid of counts: cells of a level, summed up by day or month. */
export interface FixTier {
  readonly tier: number;
  readonly level: number;
  readonly period: "day" | "month";
}

/** As the migration's `fix_tier`; by level, the longest period first. */
export const FIX_TIERS: readonly FixTier[] = [
  { tier: 1, level: 14, period: "month" },
  { tier: 2, level: 14, period: "day" },
  { tier: 3, level: 16, period: "month" },
  { tier: 4, level: 16, period: "day" },
  { tier: 5, level: 18, period: "month" },
  { tier: 6, level: 20, period: "month" },
];

const FINEST = 20;

/** Cells up to four times as wide as wanted are better than counting fixes one by one. */
const COARSER = 2;

/** The kept level that serves cells of a level: as fine, or almost; undefined when none is. */
export function keptLevel(cellLevel: number): number | undefined {
  const finer = FIX_TIERS.find(({ level }) => level >= cellLevel)?.level;
  return finer ?? (cellLevel <= FINEST + COARSER ? FINEST : undefined);
}

/** A stretch of time, `until` excluded, and the tier that counts it; none where single fixes must be read. */
export interface Stretch {
  readonly tier?: number;
  readonly since: Date | null;
  readonly until: Date | null;
}

/** How exactly it must be known when a counted fix was. */
export type Grain = "month" | "day" | "instant";

const PERIODS: Readonly<Record<Grain, readonly FixTier["period"][]>> = {
  month: ["month", "day"],
  day: ["day"],
  instant: [],
};

/** Cuts a span of time, open where null, into whole months, whole days where they are kept, and the rest. */
export function stretches(
  level: number,
  [since, until]: readonly [since: Date | null, until: Date | null],
  grain: Grain = "month",
): readonly Stretch[] {
  const tiers = FIX_TIERS.filter(
    (tier) => tier.level === level && PERIODS[grain].includes(tier.period),
  );
  return cut(tiers, since, until);
}

function cut(
  [tier, ...finer]: readonly FixTier[],
  since: Date | null,
  until: Date | null,
): readonly Stretch[] {
  if (since && until && since >= until) return [];
  if (!tier) return [{ since, until }];
  const first = since && ceiling(tier.period, since);
  const last = until && floor(tier.period, until);
  if (first && last && first >= last) return cut(finer, since, until);
  return [
    ...(since && first ? cut(finer, since, first) : []),
    { tier: tier.tier, since: first, until: last },
    ...(until && last ? cut(finer, last, until) : []),
  ];
}

function floor(period: FixTier["period"], time: Date): Date {
  const day = period === "day" ? time.getUTCDate() : 1;
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), day));
}

function ceiling(period: FixTier["period"], time: Date): Date {
  const start = floor(period, time);
  if (start.getTime() === time.getTime()) return start;
  return period === "day"
    ? new Date(start.getTime() + 86_400_000)
    : new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
}
