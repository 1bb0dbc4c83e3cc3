import { computed, effect, Injectable, signal } from "@angular/core";
import { LabProblem } from "../ask.ts";
import { readTide, type Tide } from "./map-api.ts";
import type { Span } from "./span.ts";
import type { TideLevel } from "./tide-path.ts";
import type { TideTurn } from "./tide-phase.ts";

/** The tide as the map uses it, with whose prediction it is. */
export interface KnownTide {
  readonly station: Tide["station"];
  readonly turns: readonly TideTurn[];
  /** Of short spans only: months of them would be a blot. */
  readonly levels: readonly TideLevel[];
}

const DAY = 86_400_000;
/** What the server tells at once. */
const ASKED_DAYS = 60;
/** Two years; of more the last two. */
const MOST_ASKED = 12;
/** A month: in more, the tides of a curve are closer than its line is wide. */
const LEVELS_DAYS = 34;
const LEVELS = 1200;
const SETTLE_MS = 500;

interface Asked extends Span {
  readonly place: readonly [longitude: number, latitude: number];
}

/** The predicted tide of a place in a span of time. */
@Injectable()
export class MapTide {
  /** Longitude and latitude of about where; small steps of the map change nothing. */
  readonly place = signal<readonly [number, number] | undefined>(undefined);
  readonly span = signal<Span | undefined>(undefined);
  readonly #tide = signal<KnownTide | undefined>(undefined);
  readonly #isFar = signal(false);
  readonly tide = this.#tide.asReadonly();
  readonly turns = computed(() => this.#tide()?.turns ?? []);
  /** Whether no station is near. */
  readonly isFar = this.#isFar.asReadonly();
  readonly #asked = computed<Asked | undefined>(
    () => {
      const [longitude, latitude] = this.place() ?? [];
      const span = this.span();
      if (longitude === undefined || latitude === undefined || !span) return undefined;
      const place = [tenths(longitude), tenths(latitude)] as const;
      return { place, from: floorDay(span.from) - DAY, to: floorDay(span.to) + 2 * DAY };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  constructor() {
    effect((onCleanup) => {
      const asked = this.#asked();
      if (!asked) return;
      const timer = setTimeout(() => void this.#read(asked), SETTLE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  async #read(asked: Asked): Promise<void> {
    try {
      const parts: Tide[] = [];
      for (const { from, to } of partsOf(asked)) {
        parts.push(await readTide(asked.place, { from, to }, stepOf(asked)));
        if (asked !== this.#asked()) return;
      }
      this.#tide.set(joined(parts, asked));
      this.#isFar.set(false);
    } catch (reason) {
      if (asked !== this.#asked()) return;
      this.#tide.set(undefined);
      this.#isFar.set(reason instanceof LabProblem && reason.status === 404);
    }
  }
}

function partsOf({ from, to }: Span): readonly Span[] {
  const first = Math.max(from, to - MOST_ASKED * ASKED_DAYS * DAY);
  const count = Math.ceil((to - first) / (ASKED_DAYS * DAY));
  return Array.from({ length: count }, (_, at) => ({
    from: first + at * ASKED_DAYS * DAY,
    to: Math.min(to, first + (at + 1) * ASKED_DAYS * DAY),
  }));
}

function isShort({ from, to }: Span): boolean {
  return to - from <= LEVELS_DAYS * DAY;
}

function stepOf(span: Span): number {
  return isShort(span) ? Math.max(10, Math.ceil((span.to - span.from) / 60_000 / LEVELS)) : 1440;
}

function joined(parts: readonly Tide[], span: Span): KnownTide | undefined {
  const station = parts[0]?.station;
  if (!station) return undefined;
  return {
    station,
    turns: parts.flatMap(({ extremes }) =>
      extremes.map(({ time, kind, levelMetres }) => ({
        ...{ time: Date.parse(time), kind, level: levelMetres },
      })),
    ),
    levels: !isShort(span)
      ? []
      : parts.flatMap(({ levels }) =>
          levels.map(({ time, levelMetres }) => ({ time: Date.parse(time), level: levelMetres })),
        ),
  };
}

function tenths(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}

function floorDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}
