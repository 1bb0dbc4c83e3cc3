import type { Correction, Deployment, StoredFix } from "./journey-api.ts";

/** Why a fix has a flag: the message `lab.journey.why.<key>`, with its numbers and instants. */
export interface FlagWords {
  readonly key: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly instant?: string;
  readonly text?: string;
}

/** What is known around a fix. */
export interface Around {
  /** Fixes of its tracker in time order, it among them. */
  readonly fixes: readonly StoredFix[];
  readonly deployments: readonly Deployment[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
}

/** Thresholds as in docs/science.md. */
const LIMITS = { accuracy: 100, hdop: 5, satellites: 4, speed: 3, late: 6, ahead: 10 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** With one of these a fix is nobody's neighbour. */
const NO_NEIGHBOUR: ReadonlySet<string> = new Set([
  "no-fix",
  "null-island",
  "out-of-range",
  "future",
  "imprecise",
  "network",
  "duplicate",
]);
const EARTH_METRES = 6_371_008;

/** The reasons of all flags of a fix, each with its value and its threshold. */
export function flagWords(fix: StoredFix, around: Around): readonly FlagWords[] {
  return fix.flags.flatMap((flag) => reasonsOf(flag, fix, around));
}

function reasonsOf(flag: string, fix: StoredFix, around: Around): readonly FlagWords[] {
  const ahead = Date.parse(fix.time) - Date.parse(fix.receivedAt);
  switch (flag) {
    case "imprecise":
      return impreciseWords(fix);
    case "spike":
      return [spikeWords(fix, around.fixes)];
    case "late":
      return [words(flag, { value: -ahead / HOUR, limit: LIMITS.late })];
    case "future":
      return [words(flag, { value: ahead / MINUTE, limit: LIMITS.ahead })];
    case "before-deployment":
    case "after-retrieval":
      return [deploymentWords(flag, fix, around.deployments)];
    case "excluded":
      return [exclusionWords(fix, around.corrections)];
    default:
      return [words(flag)];
  }
}

function words(key: string, numbers: FlagWords["numbers"] = {}): FlagWords {
  return { key, numbers };
}

function impreciseWords({ accuracyMetres, hdop, satellites }: StoredFix): readonly FlagWords[] {
  return [
    ...(accuracyMetres !== null && accuracyMetres > LIMITS.accuracy
      ? [words("accuracy", { value: accuracyMetres, limit: LIMITS.accuracy })]
      : []),
    ...(hdop !== null && hdop > LIMITS.hdop
      ? [words("hdop", { value: hdop, limit: LIMITS.hdop })]
      : []),
    ...(satellites !== null && satellites < LIMITS.satellites
      ? [words("satellites", { value: satellites, limit: LIMITS.satellites })]
      : []),
  ];
}

/** The neighbours may stand on another page: then only the rule is told. */
function spikeWords(fix: StoredFix, fixes: readonly StoredFix[]): FlagWords {
  const counted = fixes.filter(
    ({ position, flags }) => position !== null && !flags.some((flag) => NO_NEIGHBOUR.has(flag)),
  );
  const at = counted.findIndex(({ id }) => id === fix.id);
  const [before, after] = [counted[at - 1], counted[at + 1]];
  if (at < 0 || !before || !after) return words("spikeRule", { limit: LIMITS.speed });
  return words("spike", {
    to: speed(before, fix),
    from: speed(fix, after),
    between: speed(before, after),
    limit: LIMITS.speed,
  });
}

/** Metres per second from one fix to another. */
function speed(from: StoredFix, to: StoredFix): number {
  const seconds = (Date.parse(to.time) - Date.parse(from.time)) / 1000;
  if (!from.position || !to.position) return 0;
  return metresBetween(from.position, to.position) / Math.max(seconds, 1);
}

/** Great-circle distance between two places, in metres. */
export function metresBetween(
  [fromLongitude, fromLatitude]: readonly [number, number],
  [toLongitude, toLatitude]: readonly [number, number],
): number {
  const rad = Math.PI / 180;
  const x = Math.sin(((toLongitude - fromLongitude) * rad) / 2);
  const y = Math.sin(((toLatitude - fromLatitude) * rad) / 2);
  const h = y * y + Math.cos(fromLatitude * rad) * Math.cos(toLatitude * rad) * x * x;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h));
}

function deploymentWords(
  flag: string,
  fix: StoredFix,
  deployments: readonly Deployment[],
): FlagWords {
  const mine = deployments.filter(({ trackerId }) => trackerId === fix.trackerId);
  const instant =
    flag === "before-deployment"
      ? mine.find(({ startedAt }) => startedAt > fix.time)?.startedAt
      : mine.findLast(({ endedAt }) => endedAt !== null && endedAt <= fix.time)?.endedAt;
  return { ...words(flag), ...(instant && { instant }) };
}

function exclusionWords(fix: StoredFix, corrections: readonly Correction[]): FlagWords {
  const last = corrections.find(({ fixId }) => fixId === fix.id);
  if (!last) return words("excluded");
  return { ...words("excludedBy"), instant: last.at, text: `${last.by}: “${last.reason}”` };
}
