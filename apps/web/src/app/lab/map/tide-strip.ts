import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { durationText } from "../release/duration-text.ts";
import { MapTide } from "./map-tide.ts";
import type { Span } from "./span.ts";
import { tidePath } from "./tide-path.ts";
import { phaseAt } from "./tide-phase.ts";

/** The tide of what is in view over the span that is played, and its phase at the moment that is shown. */
@Component({
  selector: "zpr-tide-strip",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tide-strip.css",
  templateUrl: "./tide-strip.html",
})
export class TideStrip {
  readonly #locale = inject(PageLocale).current;
  protected readonly tide = inject(MapTide);
  readonly span = input.required<Span>();
  /** The moment that is shown, milliseconds since 1970; undefined when none is. */
  readonly at = input<number>();

  protected readonly path = computed(() => {
    const tide = this.tide.tide();
    return tide && tidePath(tide, this.span());
  });
  protected readonly place = computed(() => {
    const { from, to } = this.span();
    const at = this.at();
    return at === undefined ? undefined : (at - from) / Math.max(1, to - from);
  });
  protected readonly phase = computed(() => {
    const at = this.at();
    const phase = at === undefined ? undefined : phaseAt(this.tide.turns(), at);
    if (!phase) return undefined;
    const seconds = Math.floor(phase.hoursSinceHighWater * 60) * 60;
    return {
      direction: phase.direction,
      since: durationText(Math.max(60, seconds), this.#locale()),
    };
  });
  protected readonly distance = computed(() =>
    distanceText(this.tide.tide()?.station.distanceMetres ?? 0, this.#locale()),
  );
}
