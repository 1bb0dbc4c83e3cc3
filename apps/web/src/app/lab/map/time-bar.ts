import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  output,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { instantText } from "../time/instant-text.ts";
import { TimeZone } from "../time/time-zone.ts";
import { bars } from "./bars.ts";
import type { Activity } from "./map-api.ts";
import { Playback, SPEEDS } from "./playback.ts";
import type { Span } from "./span.ts";
import { TideStrip } from "./tide-strip.ts";

const HOUR = 3_600_000;
const STEPS = 1000;
/** A step of the buttons: so many of them from end to end. */
const BUTTON_STEPS = 100;

/** When things happened, the window of time that the map shows, and the controls of playback. */
@Component({
  selector: "zpr-time-bar",
  imports: [TideStrip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./time-bar.html",
  styleUrl: "./time-bar.css",
})
export class TimeBar {
  readonly #locale = inject(PageLocale).current;
  readonly #zone = inject(TimeZone);
  protected readonly playback = inject(Playback);
  readonly activity = input.required<Activity>();
  readonly extent = input.required<Span>();
  readonly span = input.required<Span>();
  /** Whether more than play and the moment is shown. */
  readonly open = model(true);
  /** A window somebody chose; nothing for all of time. */
  readonly spanChange = output<Span | undefined>();

  protected readonly speeds = SPEEDS;
  protected readonly steps = STEPS;
  protected readonly bars = computed(() => bars(this.activity(), this.extent()));
  protected readonly isWhole = computed(
    () => this.span().from === this.extent().from && this.span().to === this.extent().to,
  );
  protected readonly shares = computed(() => ({
    from: this.#shareOf(this.span().from),
    to: this.#shareOf(this.span().to),
  }));
  protected readonly at = computed(() => this.playback.at() ?? this.span().from);
  /** For readers of screens, who are told when it rests and not at every frame. */
  protected readonly atText = computed(() => this.text(this.at()));

  protected text(time: number): string {
    return instantText(new Date(time).toISOString(), this.#locale(), this.#zone.inUtc());
  }

  protected toggle(): void {
    if (this.playback.playing()) this.playback.pause();
    else this.playback.play(this.span().from, this.span().to);
  }

  protected step(direction: 1 | -1): void {
    const { from, to } = this.span();
    const step = Math.max(60_000, (to - from) / BUTTON_STEPS);
    this.playback.show(Math.min(to, Math.max(from, this.at() + direction * step)));
  }

  protected seek(event: Event): void {
    const { from, to } = this.span();
    this.playback.show(from + (placeIn(event) / STEPS) * (to - from));
  }

  protected place(): number {
    const { from, to } = this.span();
    return Math.round(((this.at() - from) / Math.max(1, to - from)) * STEPS);
  }

  protected choose(end: "from" | "to", event: Event): void {
    const { from, to } = this.extent();
    const share = placeIn(event) / STEPS;
    const time = share <= 0 ? from : share >= 1 ? to : roundToHour(from + share * (to - from));
    const span = { ...this.span(), [end]: time };
    this.playback.end();
    if (span.from >= span.to) return;
    const whole = span.from === from && span.to === to;
    this.spanChange.emit(whole ? undefined : span);
  }

  protected speedText(event: Event): void {
    this.playback.speed.set(Number((event.target as HTMLSelectElement).value));
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key !== "k") return;
    event.preventDefault();
    this.toggle();
  }

  #shareOf(time: number): number {
    const { from, to } = this.extent();
    return Math.round(((time - from) / Math.max(1, to - from)) * STEPS);
  }
}

function placeIn({ target }: Event): number {
  return Number((target as HTMLInputElement).value);
}

function roundToHour(time: number): number {
  return Math.round(time / HOUR) * HOUR;
}
