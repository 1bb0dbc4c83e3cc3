import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { between, moved, resized, TAPPED } from "./blur-regions.ts";
import type { Photo, Region } from "./sightings-api.ts";

const STEP = 0.02;
/** Less than this was a tap, in fractions of the picture. */
const DRAGGED = 0.02;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Chooses which parts of a photo are blurred: by dragging, by tapping, or by keyboard. */
@Component({
  selector: "zpr-blur-tool",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./blur-tool.css",
  templateUrl: "./blur-tool.html",
})
export class BlurTool {
  readonly src = input.required<string>();
  readonly photo = input.required<Photo>();
  readonly alt = input.required<string>();
  readonly saved = output<readonly Region[]>();
  readonly cancelled = output();

  protected readonly regions = linkedSignal<readonly Region[]>(() => this.photo().blur);
  protected readonly chosen = signal(-1);
  readonly #drag = signal<{ readonly from: Point; readonly to: Point } | undefined>(undefined);
  protected readonly drawn = computed(() => {
    const drag = this.#drag();
    return drag && between(drag.from, drag.to);
  });

  protected begin(event: PointerEvent): void {
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    const at = pointOf(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag.set({ from: at, to: at });
  }

  protected draw(event: PointerEvent): void {
    this.#drag.update((drag) => drag && { ...drag, to: pointOf(event) });
  }

  protected end(): void {
    const drag = this.#drag();
    this.#drag.set(undefined);
    if (!drag) return;
    const region = between(drag.from, drag.to);
    const isTap = region.width < DRAGGED && region.height < DRAGGED;
    const { x, y } = drag.from;
    this.#add(
      isTap
        ? moved({ ...TAPPED, x: x - TAPPED.width / 2, y: y - TAPPED.height / 2 }, [0, 0])
        : region,
    );
  }

  protected abandon(): void {
    this.#drag.set(undefined);
  }

  protected add(): void {
    this.#add(TAPPED);
  }

  protected press(event: KeyboardEvent, at: number): void {
    const arrow = ARROWS[event.key];
    if (arrow) this.#change(at, (region) => (event.shiftKey ? resized : moved)(region, arrow));
    else if (event.key === "Delete" || event.key === "Backspace") this.remove(at);
    else return;
    event.preventDefault();
  }

  protected grow(by: 1 | -1): void {
    this.#change(this.chosen(), (region) =>
      resized(moved(region, [-by * STEP, -by * STEP]), [2 * by * STEP, 2 * by * STEP]),
    );
  }

  protected remove(at: number): void {
    this.regions.update((regions) => regions.filter((_, one) => one !== at));
    this.chosen.set(-1);
  }

  #add(region: Region): void {
    this.regions.update((regions) => [...regions, region]);
    this.chosen.set(this.regions().length - 1);
  }

  #change(at: number, change: (region: Region) => Region): void {
    this.regions.update((regions) =>
      regions.map((region, one) => (one === at ? change(region) : region)),
    );
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where on the picture, in fractions of it. */
function pointOf({ clientX, clientY, currentTarget }: PointerEvent): Point {
  const { left, top, width, height } = (currentTarget as HTMLElement).getBoundingClientRect();
  const inside = (value: number) => Math.min(Math.max(value, 0), 1);
  return { x: inside((clientX - left) / width), y: inside((clientY - top) / height) };
}
