/** People on the banks: whether somebody finds an item, and what they report of it. */
import type { Condition, ItemCode, Locale, Position, PutBack, Surroundings } from "@zpr/model";
import { inDaylight } from "./daylight.ts";
import type { DriftState } from "./drifter.ts";
import { moved } from "./ground.ts";
import type { Random } from "./random.ts";

/** A report as the finder's phone sends it: the body of `POST /api/v1/items/{code}/sightings`. */
export interface SightingBody {
  readonly id: string;
  /** ISO 8601. */
  readonly seenAt: string;
  readonly position: Position;
  readonly accuracyMetres: number | null;
  readonly positionSource: "gps" | "map";
  readonly surroundings: Surroundings;
  readonly condition: Condition;
  readonly putBack: PutBack;
  readonly note?: string;
  readonly locale: Locale;
}

/** An item as somebody on the bank may see it. Times are milliseconds since 1970 UTC. */
export interface Seen {
  readonly time: number;
  readonly code: ItemCode;
  readonly state: DriftState;
  readonly position: Position;
  readonly kilometre: number;
  readonly releasedAt: number;
}

/** Of those who pass a stranded item in an hour of daylight, so many see and report it. */
const FINDS_PER_HOUR = 0.01;
const FINDS_AFLOAT_PER_HOUR = 0.0007;
const DAY = 86_400_000;
const ANTWERP_KILOMETRES = [66, 80] as const;

const NOTES: readonly [string, ...string[]] = [
  "Lag tussen het riet, op de vloedlijn.",
  "Net naast de aanlegsteiger.",
  "Vu depuis la digue, coincé dans les pierres.",
  "Half buried in the mud, sticker still readable.",
  "Zwischen Treibholz am Ufer.",
];

/** Whether somebody finds the item in this minute, and then the report. */
export function finding(seen: Seen, random: Random): SightingBody | undefined {
  const { time, state, kilometre } = seen;
  if (!inDaylight(time) || (state !== "stranded" && state !== "drifting")) return undefined;
  const perHour = state === "stranded" ? FINDS_PER_HOUR : FINDS_AFLOAT_PER_HOUR;
  const inTown = kilometre > ANTWERP_KILOMETRES[0] && kilometre < ANTWERP_KILOMETRES[1];
  return random.chance(((inTown ? 3 : 1) * perHour) / 60) ? report(seen, random) : undefined;
}

function report(seen: Seen, random: Random): SightingBody {
  const byGps = random.chance(0.8);
  const error = byGps ? 8 : 40;
  const stranded = seen.state === "stranded";
  const note = random.chance(0.2) ? random.pick(NOTES) : undefined;
  return {
    id: uuid(random),
    seenAt: new Date(seen.time).toISOString(),
    position: moved(seen.position, random.normal() * error, random.normal() * error),
    accuracyMetres: byGps ? Math.round(random.between(4, 25)) : null,
    positionSource: byGps ? "gps" : "map",
    surroundings: stranded
      ? random.pick(["bank", "bank", "vegetation", "vegetation", "structure", "beach"])
      : "water",
    condition: conditionAfter((seen.time - seen.releasedAt) / DAY, random),
    putBack: stranded
      ? random.pick([
          "put-back",
          "put-back",
          "put-back",
          "put-back",
          "put-back",
          "not-touched",
          "not-touched",
          "moved",
          "moved",
          "taken-along",
        ])
      : "not-touched",
    ...(note && { note }),
    locale: random.pick(["nl", "nl", "nl", "nl", "fr", "en", "de"]),
  };
}

/** The longer under way, the more worn. */
function conditionAfter(days: number, random: Random): Condition {
  const wear = days / 20 + random.uniform();
  if (wear < 0.8) return "as-new";
  if (wear < 1.35) return "worn";
  return wear < 1.6 ? "damaged" : "fragment";
}

/** A UUID of version 4, of chance that can be repeated. */
function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random.uniform() * 16).toString(16));
  hex[12] = "4";
  hex[16] = random.pick(["8", "9", "a", "b"]);
  const text = hex.join("");
  return [8, 12, 16, 20, 32].map((end, at) => text.slice([0, 8, 12, 16, 20][at], end)).join("-");
}
