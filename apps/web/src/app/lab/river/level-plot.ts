import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { AsTable } from "../table/as-table.ts";
import type { Level } from "./levels-api.ts";
import { levelsByDay } from "./levels-by-day.ts";

const [WIDE, HIGH, LEFT, BOTTOM] = [720, 260, 44, 28];
const DAY = 86_400_000;

/** Measured levels against predicted ones, each about its own mean: gauges have zeros of their own. */
@Component({
  selector: "zpr-level-plot",
  imports: [AsTable, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./level-plot.html",
  styleUrl: "./level-plot.css",
})
export class LevelPlot {
  readonly measured = input.required<readonly Level[]>();
  readonly predicted = input.required<readonly Level[]>();
  /** Milliseconds since 1970 UTC. */
  readonly from = input.required<number>();
  readonly to = input.required<number>();

  readonly #locale = inject(PageLocale).current;
  /** By day, as they are: not about their mean. */
  protected readonly rows = computed(() => {
    const [measured, predicted] = [levelsByDay(this.measured()), levelsByDay(this.predicted())];
    const format = new Intl.NumberFormat(this.#locale(), {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    const text = (metres: number | undefined) =>
      metres === undefined ? "–" : format.format(metres);
    return [...new Set([...measured.keys(), ...predicted.keys()])].sort().map((day) => {
      const [own, foretold] = [measured.get(day), predicted.get(day)];
      return [day, ...[own?.low, own?.high, foretold?.low, foretold?.high].map(text)];
    });
  });
  readonly #lines = computed(() => [this.measured(), this.predicted()].map(aboutMean));
  readonly #most = computed(() =>
    this.#lines()
      .flat()
      .reduce((most, { metres }) => Math.max(most, Math.ceil(Math.abs(metres))), 1),
  );
  protected readonly box = `0 0 ${WIDE} ${HIGH}`;
  protected readonly left = LEFT;
  protected readonly right = WIDE;
  protected readonly paths = computed(() => this.#lines().map((line) => this.#path(line)));
  protected readonly levels = computed(() => {
    const most = this.#most();
    return [-most, 0, most].map((metres) => ({ metres, y: this.#y(metres) }));
  });
  protected readonly days = computed(() => {
    const first = Math.ceil(this.from() / DAY) * DAY;
    // The last would stand half outside.
    const count = Math.floor((this.to() - first - 1) / DAY) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, at) => {
      const time = first + at * DAY;
      return { x: this.#x(time), text: new Date(time).toISOString().slice(5, 10), y: HIGH - 8 };
    });
  });

  #path(levels: readonly Level[]): string {
    const places = levels.map(
      ({ time, metres }) => `${this.#x(time).toFixed(1)},${this.#y(metres).toFixed(1)}`,
    );
    return places.length < 2 ? "" : `M${places.join("L")}`;
  }

  #x(time: number): number {
    return LEFT + ((time - this.from()) / (this.to() - this.from())) * (WIDE - LEFT);
  }

  #y(metres: number): number {
    const middle = (HIGH - BOTTOM) / 2;
    return middle - (metres / this.#most()) * (middle - 8);
  }
}

function aboutMean(levels: readonly Level[]): readonly Level[] {
  const mean = levels.reduce((sum, { metres }) => sum + metres, 0) / Math.max(1, levels.length);
  return levels.map(({ time, metres }) => ({ time, metres: metres - mean }));
}
