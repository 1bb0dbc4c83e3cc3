import type { Verdict } from "./comparison.ts";

const BY_WEIGHT = ["different", "explained", "passed over", "alike"] as const;

export const ALIKE: Verdict = { verdict: "alike" };

/** Alike, or different for a reason. */
export function alikeIf(is: boolean, otherwise: string): Verdict {
  return is ? ALIKE : { verdict: "different", about: otherwise };
}

/** Alike when both say the same in the same form. */
export function same(what: string, ours: unknown, theirs: unknown): Verdict {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  return alikeIf(a === b, `${what} is ${a}, not ${b}`);
}

/** Alike when two numbers are as near as those of published tests are rounded. */
export function near(what: string, ours: number | null | undefined, theirs: number): Verdict {
  const apart = Math.abs((ours ?? Number.NaN) - theirs);
  return alikeIf(apart <= 1e-5, `${what} is ${ours}, not ${theirs}`);
}

/** Read otherwise for a reason that stands in docs/protocols. */
export function explained(about: string): Verdict {
  return { verdict: "explained", about };
}

/** Not compared. */
export function passedOver(about: string): Verdict {
  return { verdict: "passed over", about };
}

/** One verdict on a frame of which several things were compared: the gravest, with all that is said for it. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const verdict = BY_WEIGHT.find((one) => verdicts.some((other) => other.verdict === one));
  const abouts = verdicts
    .filter((one) => one.verdict === verdict)
    .flatMap(({ about }) => about ?? []);
  return { verdict: verdict ?? "alike", ...(abouts.length > 0 && { about: abouts.join("; ") }) };
}
