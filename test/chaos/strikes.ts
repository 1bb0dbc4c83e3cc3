import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "./random.ts";

/** Something that is killed, or stopped where it stands. */
export interface Target {
  readonly name: string;
  /** Kills it, and resolves when it is there again, having been away so long in between. */
  kill(awayMilliseconds: number, restarted: () => void): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Asks it to end, resolves when it is there again; gives how it ended. */
  readonly end?: (restarted: () => void) => Promise<Ending>;
  /** Does something that needs it; rejects when that does not work. */
  works(): Promise<void>;
}

interface Ending {
  readonly code: number | null;
  readonly milliseconds: number;
}

/** One thing that happened, and what came of it. */
export interface Strike {
  readonly target: string;
  readonly kind: Kind;
  /** From its start, or from being let go on, to the first thing that worked. */
  readonly recoveryMilliseconds: number;
  readonly ending?: Ending;
}

type Kind = "kill" | "pause" | "end";

const MOST_AWAY_MILLISECONDS = 3_000;
/** Most pauses are shorter than any patience of ours, some longer than all. */
const SHORT_PAUSE_MILLISECONDS = 8_000;
const LONG_PAUSE_MILLISECONDS = 30_000;
const LONG_PAUSES = 0.15;
const MOST_REST_MILLISECONDS = 3_000;
/** So often the next thing happens at the same time. */
const AT_ONCE = 0.25;
const ASK_EVERY_MILLISECONDS = 50;
const RECOVERED_MILLISECONDS = 120_000;

/** Strikes all targets in all ways, in an order of chance, round after round until the time is over. */
export async function strikeUntil(
  end: number,
  targets: readonly Target[],
  chance: Chance,
): Promise<readonly Strike[]> {
  const strikes: Strike[] = [];
  const ways = targets.flatMap((target) =>
    (["kill", "pause", ...(target.end ? (["end"] as const) : [])] as const).map((kind) => ({
      target,
      kind,
    })),
  );
  let left = chance.shuffled(ways);
  while (Date.now() < end) {
    const [first, ...rest] = left;
    if (!first) {
      left = chance.shuffled(ways);
      continue;
    }
    // Two processes of one role at once would be an outage, which is not what this is about.
    const other = rest.find(({ target }) => roleOf(target) !== roleOf(first.target));
    const now = other && chance.next() < AT_ONCE ? [first, other] : [first];
    left = left.filter((way) => !now.includes(way));
    const plans = now.map((way) => ({ ...way, ...planned(chance) }));
    strikes.push(...(await Promise.all(plans.map(strike))));
    await pause(chance.between(0, MOST_REST_MILLISECONDS));
  }
  return strikes;
}

const roleOf = ({ name }: Target) => name.split(" ")[0];

interface Plan {
  readonly awayMilliseconds: number;
  readonly pauseMilliseconds: number;
}

function planned(chance: Chance): Plan {
  const isLong = chance.next() < LONG_PAUSES;
  return {
    awayMilliseconds: chance.between(0, MOST_AWAY_MILLISECONDS),
    pauseMilliseconds: chance.between(
      500,
      isLong ? LONG_PAUSE_MILLISECONDS : SHORT_PAUSE_MILLISECONDS,
    ),
  };
}

async function strike({
  target,
  kind,
  awayMilliseconds,
  pauseMilliseconds,
}: Plan & { readonly target: Target; readonly kind: Kind }): Promise<Strike> {
  let backAt = 0;
  const restarted = () => {
    backAt = performance.now();
  };
  let ending: Ending | undefined;
  if (kind === "kill") await target.kill(awayMilliseconds, restarted);
  else if (kind === "end") ending = await target.end?.(restarted);
  else {
    target.freeze();
    await pause(pauseMilliseconds);
    restarted();
    target.thaw();
  }
  await untilWorks(target);
  const recoveryMilliseconds = performance.now() - backAt;
  console.log(
    `${kind} ${target.name}: works ${Math.round(recoveryMilliseconds)} ms after it is back`,
  );
  return { target: target.name, kind, recoveryMilliseconds, ...(ending && { ending }) };
}

async function untilWorks({ name, works }: Target): Promise<void> {
  for (const deadline = Date.now() + RECOVERED_MILLISECONDS; ; )
    try {
      return await works();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${name} does not recover: ${error}`);
      await pause(ASK_EVERY_MILLISECONDS);
    }
}

/** How often each was struck, and how it recovered, in milliseconds. */
export function recoveries(strikes: readonly Strike[]): Readonly<Record<string, object>> {
  const table: Record<string, object> = {};
  for (const target of [...new Set(strikes.map((one) => one.target))].sort()) {
    const own = strikes.filter((one) => one.target === target);
    const times = own
      .map(({ recoveryMilliseconds }) => Math.round(recoveryMilliseconds))
      .sort((one, other) => one - other);
    const count = (kind: Kind) => own.filter((one) => one.kind === kind).length;
    table[target] = {
      kills: count("kill"),
      pauses: count("pause"),
      "asked to end": count("end"),
      "median ms": times[Math.floor(times.length / 2)],
      "max ms": times.at(-1),
    };
  }
  return table;
}
