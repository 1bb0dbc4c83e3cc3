import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { PageLocale } from "./locale.ts";
import { distanceText } from "./measures.ts";

/** A way across the screen, in pixels to the right and downwards. */
export type Pixels = readonly [number, number];

/** Where the pin went by a key: how far (metres), which way, and where it stands now. */
export interface PinStep {
  readonly way: keyof typeof WAYS;
  readonly metres: number;
  readonly to: Position;
}

const WAYS = { north: [0, -1], west: [-1, 0], east: [1, 0], south: [0, 1] } as const;
const KEYS: Readonly<Record<string, keyof typeof WAYS>> = {
  ArrowUp: "north",
  ArrowLeft: "west",
  ArrowRight: "east",
  ArrowDown: "south",
};
const STEP_PIXELS = 10;
const LONG_STEP_PIXELS = 60;
/** About a metre: nobody reads out more. */
const DECIMALS = 5;
const STILL: Pixels = [0, 0];

/** The pin in the middle of a map on which somebody shows a place: to be dragged, or moved by arrow keys. */
@Component({
  selector: "zpr-map-pin",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-pin.html",
  styleUrl: "./map-pin.css",
})
export class MapPin {
  readonly #locale = inject(PageLocale);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The last step by a key, to be told to those who do not see it. */
  readonly step = input<PinStep>();
  /** The pin was dropped so far from the middle. */
  readonly dropped = output<Pixels>();
  /** A key wants the pin so far away. */
  readonly stepped = output<{ readonly way: PinStep["way"]; readonly by: Pixels }>();

  protected readonly offset = signal<Pixels>(STILL);
  protected readonly isDragged = signal(false);
  protected readonly told = computed(() => {
    const step = this.step();
    if (!step) return undefined;
    const [longitude, latitude] = step.to.map((degrees) => degrees.toFixed(DECIMALS));
    return { distance: distanceText(step.metres, this.#locale.current()), latitude, longitude };
  });
  #grip: Pixels = STILL;

  protected grab(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#grip = [event.clientX, event.clientY];
    this.isDragged.set(true);
  }

  protected drag({ clientX, clientY }: PointerEvent): void {
    if (!this.isDragged()) return;
    const { width, height } = this.#host.nativeElement.getBoundingClientRect();
    this.offset.set([
      within(clientX - this.#grip[0], width / 2),
      within(clientY - this.#grip[1], height / 2),
    ]);
  }

  protected drop(): void {
    const offset = this.offset();
    this.letGo();
    if (offset !== STILL) this.dropped.emit(offset);
  }

  protected letGo(): void {
    this.isDragged.set(false);
    this.offset.set(STILL);
  }

  protected press(event: KeyboardEvent): void {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const pixels = event.shiftKey ? LONG_STEP_PIXELS : STEP_PIXELS;
    const [x, y] = WAYS[way];
    this.stepped.emit({ way, by: [x * pixels, y * pixels] });
  }
}

function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
