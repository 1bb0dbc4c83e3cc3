/** Trackers that are carried, by the definition of docs/watch.md. */
import {
  BLOCKING_FLAGS,
  type CarriedEvidence,
  type Position,
  ROUGH_FLAGS,
  type WatchRules,
} from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import type { Freshness } from "./battery.ts";
import { FINE, UNCHANGED, type Verdict } from "./verdict.ts";

/** A fix as the watch sees it; flags as bits. */
export interface WatchedFix {
  readonly time: Date;
  readonly position: Position | null;
  readonly flags: number;
}

/** Of fixes that tell nothing of how fast a tracker was. */
const UNFIT_FLAGS = BLOCKING_FLAGS | ROUGH_FLAGS;

const HOUR = 3_600_000;
const ENOUGH_FIXES = 3;

/**
 * Whether a tracker is carried: two successive steps between good fixes that are too fast for
 * anything that drifts. It is until it was slow for a while; that it fell silent ends nothing.
 */
export function judgeCarried(
  fixes: readonly WatchedFix[],
  { intervalSeconds, ...fresh }: Freshness & { readonly intervalSeconds: number | null },
  rules: WatchRules,
): Verdict<CarriedEvidence> {
  const steps = stepsOf(fixes, rules);
  const newest = steps.at(-1);
  if (!newest || steps.length < ENOUGH_FIXES - 1) return UNCHANGED;
  const end = steps.findLastIndex(
    (step, at) =>
      step.metresPerSecond > rules.carriedMetresPerSecond && isFast(steps[at - 1], rules),
  );
  const last = steps[end];
  if (!last) return FINE;
  const calm = Math.max(rules.calmHours * HOUR, 2 * (intervalSeconds ?? 0) * 1000);
  if (newest.to.getTime() - last.to.getTime() >= calm) return FINE;
  if (fresh.now.getTime() - last.to.getTime() > fresh.milliseconds) return UNCHANGED;
  const run = steps.slice(0, end + 1);
  const first = run.slice(run.findLastIndex((step) => !isFast(step, rules)) + 1)[0] ?? last;
  return {
    amiss: true,
    since: first.from,
    evidence: {
      from: first.from.toISOString(),
      to: last.to.toISOString(),
      metresPerSecond: Math.round(last.metresPerSecond * 10) / 10,
      position: last.position,
      carriedMetresPerSecond: rules.carriedMetresPerSecond,
      noiseMetres: rules.noiseMetres,
      corridor: null,
    },
  };
}

/** From one good fix to the next. */
interface Step {
  readonly from: Date;
  readonly to: Date;
  readonly position: Position;
  readonly metresPerSecond: number;
}

function isFast(step: Step | undefined, rules: WatchRules): boolean {
  return step !== undefined && step.metresPerSecond > rules.carriedMetresPerSecond;
}

function stepsOf(fixes: readonly WatchedFix[], { noiseMetres }: WatchRules): readonly Step[] {
  const good = fixes
    .flatMap(({ time, position, flags }) =>
      position && (flags & UNFIT_FLAGS) === 0 ? [{ time, position }] : [],
    )
    .sort(
      (a, b) =>
        a.time.getTime() - b.time.getTime() ||
        a.position[0] - b.position[0] ||
        a.position[1] - b.position[1],
    )
    // Of two places at one time neither is to be believed more; one is enough.
    .filter(({ time }, at, all) => time.getTime() !== all[at - 1]?.time.getTime());
  return good.slice(1).map(({ time, position }, at) => {
    const before = good[at] ?? { time, position };
    const metres = Math.max(0, distanceMetres(before.position, position) - noiseMetres);
    const seconds = (time.getTime() - before.time.getTime()) / 1000;
    return { from: before.time, to: time, position, metresPerSecond: metres / seconds };
  });
}
