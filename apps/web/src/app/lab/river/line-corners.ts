import { ChangeDetectionStrategy, Component, computed, input, output, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import type { DraftLine } from "./river-draft.ts";

const PAGE = 25;

/** The name and the corners of a line as a table: what the map does with a pointer, done with keys. */
@Component({
  selector: "zpr-line-corners",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./line-corners.html",
})
export class LineCorners {
  readonly line = input.required<DraftLine>();
  readonly number = input.required<number>();
  readonly changed = output<DraftLine>();

  readonly #from = signal(0);
  protected readonly from = computed(() =>
    Math.min(this.#from(), Math.max(0, this.line().coordinates.length - 1)),
  );
  protected readonly corners = computed(() =>
    this.line()
      .coordinates.slice(this.from(), this.from() + PAGE)
      .map(([longitude, latitude], at) => ({ at: this.from() + at, longitude, latitude })),
  );
  protected readonly hasMore = computed(() => this.from() + PAGE < this.line().coordinates.length);

  protected turn(pages: number): void {
    this.#from.set(Math.max(0, this.from() + pages * PAGE));
  }

  protected rename(change: Event): void {
    this.changed.emit({ ...this.line(), name: textOf(change).trim() });
  }

  protected move(at: number, axis: 0 | 1, change: Event): void {
    const value = Number(textOf(change));
    if (textOf(change) === "" || !Number.isFinite(value)) return;
    this.#put(
      this.line().coordinates.map(([x, y], one): Position => {
        if (one !== at) return [x, y];
        return axis === 0 ? [value, y] : [x, value];
      }),
    );
  }

  /** A corner more, halfway to the next, or beyond the last by as much as the one before. */
  protected add(at: number): void {
    const { coordinates } = this.line();
    const here = coordinates[at] ?? [0, 0];
    const next = coordinates[at + 1];
    const before = coordinates[at - 1] ?? here;
    const more: Position = next
      ? [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2]
      : [2 * here[0] - before[0], 2 * here[1] - before[1]];
    this.#put(coordinates.toSpliced(at + 1, 0, more));
  }

  protected drop(at: number): void {
    this.#put(this.line().coordinates.toSpliced(at, 1));
  }

  #put(coordinates: readonly Position[]): void {
    this.changed.emit({ ...this.line(), coordinates });
  }
}

function textOf(change: Event): string {
  return (change.target as HTMLInputElement).value;
}
