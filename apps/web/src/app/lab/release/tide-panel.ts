import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { Sign } from "../../kit/sign.ts";
import { TimeZone } from "../time/time-zone.ts";
import { durationText } from "./duration-text.ts";
import { readTide, type Tide } from "./release-api.ts";
import { ReleaseDay } from "./release-day.ts";
import { Ticking } from "./ticking.ts";
import { TideChart } from "./tide-chart.ts";
import { clockText, levelText, weekdayText } from "./tide-text.ts";

const DAY = 86_400_000;
const SHOWN_TURNS = 6;
const SETTLE_MS = 400;

/** The tide of the place: the next high water, the curve, the table. */
@Component({
  selector: "zpr-tide-panel",
  imports: [Sign, TideChart, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./tide-panel.html",
  styleUrl: "./tide-panel.css",
})
export class TidePanel {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly #now = inject(Ticking).now;
  protected readonly day = inject(ReleaseDay);
  protected readonly tide = signal<Tide | undefined>(undefined);
  protected readonly failed = signal<"none" | "unreached" | undefined>(undefined);

  /** The curve moves on every minute, not every second. */
  protected readonly minute = computed(() => Math.floor(this.#now() / 60_000) * 60_000);
  readonly #asked = computed(() => {
    const draft = this.day.draft();
    const today = Math.floor(this.#now() / DAY);
    return draft?.position && { position: draft.position, lag: draft.tideLagMinutes, today };
  });

  protected readonly turns = computed(() =>
    (this.tide()?.extremes ?? [])
      .filter(({ time }) => Date.parse(time) > this.minute())
      .slice(0, SHOWN_TURNS)
      .map((turn) => ({
        ...turn,
        clock: clockText(turn.time, this.#locale(), this.#inUtc()),
        weekday: weekdayText(turn.time, this.#locale(), this.#inUtc()),
        level: levelText(turn.levelMetres, this.#locale()),
      })),
  );
  protected readonly next = computed(() => {
    const high = this.turns().find(({ kind }) => kind === "high");
    if (!high) return undefined;
    const seconds = (Date.parse(high.time) - this.#now()) / 1000;
    return { ...high, wait: durationText(Math.max(60, seconds), this.#locale()) };
  });
  protected readonly phase = computed(() => {
    const past = (this.tide()?.extremes ?? []).filter(
      ({ time }) => Date.parse(time) <= this.#now(),
    );
    const last = past.at(-1);
    const high = past.findLast(({ kind }) => kind === "high");
    if (!last || !high) return undefined;
    const seconds = (this.minute() - Date.parse(high.time)) / 1000;
    return {
      direction: last.kind === "high" ? "ebb" : "flood",
      since: durationText(Math.max(0, seconds), this.#locale()),
    };
  });
  protected readonly distance = computed(() =>
    distanceText(this.tide()?.station.distanceMetres ?? 0, this.#locale()),
  );

  constructor() {
    effect((onCleanup) => {
      const draft = this.#asked();
      const key = draft && JSON.stringify(draft);
      if (!key || !draft) return;
      const timer = setTimeout(
        () => untracked(() => void this.#read(draft.position, draft.lag)),
        SETTLE_MS,
      );
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected lag({ target }: Event): void {
    const minutes = Number((target as HTMLInputElement).value);
    if (Number.isFinite(minutes) && Math.abs(minutes) <= 720)
      this.day.change({ tideLagMinutes: minutes });
  }

  async #read(position: Position, lagMinutes: number): Promise<void> {
    try {
      this.tide.set(await readTide(position, { now: Date.now(), lagMinutes }));
      this.failed.set(undefined);
    } catch (reason) {
      this.tide.set(undefined);
      const status = (reason as { readonly status?: number }).status;
      this.failed.set(status === 404 ? "none" : "unreached");
    }
  }
}
