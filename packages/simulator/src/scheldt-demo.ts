/** The demonstration: two weeks of ninety yellow items on the tidal Scheldt. */
import type { TideTurn } from "@zpr/analytics";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import { inDaylight } from "./daylight.ts";
import type { Water } from "./drifter.ts";
import { type Random, random } from "./random.ts";
import { riverPlan } from "./river-plan.ts";
import { scheldt } from "./scheldt.ts";
import { scheldtTide } from "./scheldt-tide.ts";
import { type SimulatedItem, type Simulation, simulation } from "./simulation.ts";
import type { NewItemType, StudyPlan } from "./study-plan.ts";
import { testImei } from "./test-imei.ts";

/** What to simulate; times are milliseconds since 1970 UTC. */
export interface ScheldtDemoOptions {
  readonly seed: string;
  readonly endsAt: number;
  readonly days: number;
  readonly items: number;
  readonly trackers: number;
  readonly studyName: string;
}

/** A study to register, and the simulation that plays in it. */
export interface Scenario {
  readonly plan: StudyPlan;
  readonly simulation: Simulation;
  readonly credits: readonly string[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SECTION_ENDS = [
  "Melle",
  "Dendermonde",
  "Temse",
  "Antwerp",
  "Bath",
  "Hansweert",
  "Terneuzen",
  "Vlissingen",
];

/** Six kinds of packaging; J-codes of the EU Joint List of litter categories where one fits. */
const TYPES: readonly (NewItemType & { readonly catchFactor: number })[] = [
  {
    name: "PET bottle 0.5 l",
    material: "PET",
    massGrams: 26,
    lengthMillimetres: 220,
    jCode: "J7",
    catchFactor: 0.9,
  },
  {
    name: "Large bottle 1.5 l",
    material: "PET",
    massGrams: 42,
    lengthMillimetres: 320,
    jCode: "J8",
    catchFactor: 0.8,
  },
  {
    name: "Drinking cup",
    material: "PP",
    massGrams: 9,
    lengthMillimetres: 120,
    jCode: "J227",
    catchFactor: 1.1,
  },
  {
    name: "Yoghurt pot",
    material: "PS",
    massGrams: 7,
    lengthMillimetres: 75,
    jCode: "J225",
    catchFactor: 1.1,
  },
  {
    name: "Carrier bag",
    material: "LDPE",
    massGrams: 18,
    lengthMillimetres: 420,
    jCode: "J3",
    catchFactor: 1.7,
  },
  {
    name: "Foil, drop-shaped tag",
    material: "LDPE",
    massGrams: 6,
    lengthMillimetres: 150,
    jCode: null,
    catchFactor: 1.5,
  },
];

/** Where and at which turn of the tide items go in; Wintam and Dendermonde first, Melle a day later. */
const RELEASES: readonly {
  readonly place: string;
  readonly turn: TideTurn["kind"];
  readonly afterHours: number;
}[] = [
  { place: "Wintam", turn: "high", afterHours: 0 },
  { place: "Dendermonde", turn: "low", afterHours: 2 },
  { place: "Melle", turn: "high", afterHours: 24 },
];

/** Plans the demonstration: the study as it is to be registered, and its simulation up to `endsAt`. */
export function scheldtDemo(options: ScheldtDemoOptions): Scenario {
  const water: Water = { river: scheldt, tide: scheldtTide() };
  const since = options.endsAt - options.days * DAY;
  // Codes differ between runs that end at different times, so that a server can hold several.
  const chance = random(`${options.seed}@${new Date(options.endsAt).toISOString()}`);
  const releases = RELEASES.map((release) => placed(release, { since, water }));
  const items = Array.from({ length: options.items }, (_, index) =>
    oneItem(index, { options, releases, chance }),
  );

  return {
    plan: {
      study: {
        name: options.studyName,
        description:
          `Simulated, not measured: ${options.items} items drift on the tidal Scheldt with the ` +
          `predicted tide. ${scheldt.credit}.`,
        simulated: true,
      },
      rivers: [riverPlan(scheldt, SECTION_ENDS)],
      itemTypes: TYPES.map(({ catchFactor: _, ...type }) => type),
      releases: releases.map(({ place, position, releasedAt, note }, index) => ({
        place,
        position,
        releasedAt: new Date(releasedAt),
        note,
        itemCodes: items.flatMap(({ release, code }) => (release === index ? [code] : [])),
      })),
      items: items.map(({ code, itemType }) => ({ code, itemType, note: "Simulated" })),
      trackers: items.flatMap(({ code, tracker, releasedAt }, index) =>
        tracker
          ? [
              {
                uniqueId: tracker.imei,
                name: `Yellow ${String(index + 1).padStart(2, "0")}`,
                model: "Simulated TAT140",
                intervalSeconds: tracker.intervalSeconds,
                itemCode: code,
                startedAt: new Date(releasedAt),
              },
            ]
          : [],
      ),
    },
    simulation: simulation({ seed: options.seed, since, items }, water),
    credits: [scheldt.credit, ...water.tide.credits],
  };
}

interface PlacedRelease {
  readonly place: string;
  readonly kilometre: number;
  readonly position: readonly [number, number];
  readonly releasedAt: number;
  readonly note: string;
}

/** The first fitting turn of the tide in daylight, counted from the beginning of the simulation. */
function placed(
  { place, turn, afterHours }: (typeof RELEASES)[number],
  { since, water }: { readonly since: number; readonly water: Water },
): PlacedRelease {
  const kilometre = water.river.kilometreOf(place) + 0.2;
  const from = since + (1 + afterHours) * HOUR;
  const turns = water.tide
    .turnsAt(kilometre, { from, to: from + 2 * DAY })
    .filter(({ kind }) => kind === turn);
  const inDay = turns.find(({ time }) => inDaylight(time)) ?? turns[0];
  if (!inDay) throw new RangeError(`no ${turn} water is predicted at ${place}`);
  return {
    place,
    kilometre,
    position: water.river.positionAt(kilometre, 0),
    releasedAt: inDay.time,
    note: `At predicted ${turn} water, ${inDay.levelMetres.toFixed(1)} m above mean sea level`,
  };
}

function oneItem(
  index: number,
  {
    options,
    releases,
    chance,
  }: {
    readonly options: ScheldtDemoOptions;
    readonly releases: readonly PlacedRelease[];
    readonly chance: Random;
  },
): SimulatedItem & { readonly itemType: string; readonly release: number; releasedAt: number } {
  const own = chance.fork(String(index));
  const type = TYPES[Math.floor(index / releases.length) % TYPES.length] ?? TYPES[0];
  const release = index % releases.length;
  const { kilometre = 0, releasedAt = 0 } = releases[release] ?? {};
  const tracked = trackedEvenly(index, options);
  const code = itemCodeFromNumber(firstNumber(chance) + index * 7) as ItemCode;
  return {
    code,
    itemType: type?.name ?? "",
    release,
    releasedAt,
    start: {
      kilometre,
      offsetMetres: own.between(-15, 15),
      // Thrown in one by one over some twenty minutes.
      releasedAt: releasedAt + Math.round(own.between(0, 20)) * 60_000,
      catchFactor: type?.catchFactor ?? 1,
    },
    ...(tracked && {
      tracker: {
        imei: testImei(`${options.seed}/${options.endsAt}/${index}`),
        intervalSeconds: own.pick([900, 1800, 1800, 3600]),
        sigmaMetres: own.between(6, 12),
        millivoltsPerDay: own.chance(0.12) ? own.between(55, 75) : own.between(8, 30),
      },
    }),
  };
}

/** Spreads the trackers over the items, and so over places and kinds. */
function trackedEvenly(index: number, { items, trackers }: ScheldtDemoOptions): boolean {
  return Math.floor(((index + 1) * trackers) / items) > Math.floor((index * trackers) / items);
}

function firstNumber(chance: Random): number {
  return Math.floor(chance.fork("codes").uniform() * 30_000_000);
}
