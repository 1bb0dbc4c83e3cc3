import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from "@angular/core";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { instantText } from "../time/instant-text.ts";
import { TimeZone } from "../time/time-zone.ts";
import { drawWay, SIDE, svgFile, type WayBar, type WayPoint } from "./draw-way.ts";
import type { Tide } from "./journey-api.ts";

/** Kilometre against time above the tide: the pointer looks at moments, arrow keys go from episode to episode. */
@Component({
  selector: "zpr-way-plot",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./way-plot.css",
  templateUrl: "./way-plot.html",
})
export class WayPlot {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly #words = inject(TranslocoService);
  readonly code = input.required<string>();
  readonly points = input.required<readonly WayPoint[]>();
  readonly bars = input.required<readonly WayBar[]>();
  readonly sightings = input.required<readonly WayPoint[]>();
  readonly tide = input<Tide>();
  /** Whether kilometres are those of a river. */
  readonly onRiver = input.required<boolean>();
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  readonly chosen = input(-1);
  readonly moment = input<number>();
  readonly momentChange = output<number | undefined>();
  /** The number of an episode. */
  readonly choose = output<number>();

  protected readonly place = viewChild.required<ElementRef<HTMLElement>>("plot");
  protected readonly width = signal(0);
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");

  protected readonly cursor = computed(() => {
    const moment = this.moment();
    if (moment === undefined || moment < this.from() || moment > this.to()) return undefined;
    const share = (moment - this.from()) / (this.to() - this.from() || 1);
    return SIDE.left + share * (this.width() - SIDE.left - SIDE.right);
  });
  protected readonly said = computed(() => {
    const bar = this.bars()[this.chosen()];
    if (!bar) return this.#words.translate("lab.journey.plot.none");
    const state = this.#words.translate(`lab.journey.state.${bar.state}`);
    const times = [bar.from, bar.to].map((time) =>
      instantText(new Date(time).toISOString(), this.#locale(), this.#inUtc()),
    );
    return this.#words.translate("lab.journey.plot.chosen", {
      state,
      from: times[0],
      to: times[1],
    });
  });

  constructor() {
    const watch = new ResizeObserver(([entry]) => {
      this.width.set(Math.floor(entry?.contentRect.width ?? 0));
    });
    effect(() => watch.observe(this.place().nativeElement));
    inject(DestroyRef).onDestroy(() => watch.disconnect());
    effect(() => this.#draw());
  }

  protected look({ clientX }: PointerEvent): void {
    this.momentChange.emit(this.#timeAt(clientX));
  }

  protected take({ clientX }: MouseEvent): void {
    const time = this.#timeAt(clientX);
    const at = this.bars().findLastIndex(({ from, to }) => from <= time && time <= to);
    if (at >= 0) this.choose.emit(at);
  }

  protected step(event: KeyboardEvent): void {
    const last = this.bars().length - 1;
    const next = {
      ArrowRight: this.chosen() + 1,
      ArrowUp: this.chosen() + 1,
      ArrowLeft: this.chosen() - 1,
      ArrowDown: this.chosen() - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.choose.emit(Math.min(Math.max(next, 0), last));
  }

  protected save(): void {
    const svg = this.place().nativeElement.querySelector("svg");
    if (!svg) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(svgFile(svg));
    link.download = `${this.code()}-kilometres.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #timeAt(clientX: number): number {
    const { left, width } = this.place().nativeElement.getBoundingClientRect();
    const share = (clientX - left - SIDE.left) / (width - SIDE.left - SIDE.right || 1);
    return this.from() + Math.min(Math.max(share, 0), 1) * (this.to() - this.from());
  }

  #draw(): void {
    if (this.width() === 0) return;
    const unit = this.onRiver() ? "kilometre" : "fromStart";
    const svg = drawWay({
      ...{ points: this.points(), bars: this.bars(), sightings: this.sightings() },
      ...{ tide: this.tide(), from: this.from(), to: this.to(), width: this.width() },
      ...{ chosen: this.chosen(), dark: this.#dark.matches },
      ...{ inUtc: this.#inUtc(), locale: this.#locale() },
      labels: {
        kilometre: this.#words.translate(`lab.journey.plot.${unit}`),
        level: this.#words.translate("lab.journey.plot.level"),
      },
    });
    svg.setAttribute("aria-hidden", "true");
    this.place().nativeElement.replaceChildren(svg);
  }
}
