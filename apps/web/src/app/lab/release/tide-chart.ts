import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { TimeZone } from "../time/time-zone.ts";
import type { Tide } from "./release-api.ts";
import { CURVE, drawTide } from "./tide-curve.ts";
import { clockText } from "./tide-text.ts";

/** The tide as a curve, with its high and low waters and where we are in it. */
@Component({
  selector: "zpr-tide-chart",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tide-chart.css",
  template: `
    @if (drawing(); as drawing) {
      <svg [attr.viewBox]="'0 0 ' + size.width + ' ' + size.height" role="img" [attr.aria-label]="'lab.release.curve' | transloco">
        @for (metre of drawing.metres; track metre.value) {
          <line class="grid" [class.sea]="metre.value === 0" [attr.x1]="size.left" [attr.x2]="size.width - size.right" [attr.y1]="metre.y" [attr.y2]="metre.y" />
          <text class="axis" text-anchor="end" [attr.x]="size.left - 8" [attr.y]="metre.y + 5">{{ metre.value }}</text>
        }
        <path class="water" [attr.d]="drawing.water" />
        <path class="line" [attr.d]="drawing.line" />
        @for (hour of drawing.hours; track hour.time) {
          <line class="tick" [attr.x1]="hour.x" [attr.x2]="hour.x" [attr.y1]="size.height - size.bottom" [attr.y2]="size.height - size.bottom + 6" />
          <text class="axis" text-anchor="middle" [attr.x]="inside(hour.x)" [attr.y]="size.height - 6">{{ clock(hour.time) }}</text>
        }
        <line class="now" [attr.x1]="drawing.now.x" [attr.x2]="drawing.now.x" [attr.y1]="size.top - 8" [attr.y2]="size.height - size.bottom" />
        <text class="label" text-anchor="middle" [attr.x]="drawing.now.x" y="16">{{ "lab.release.now" | transloco }}</text>
        <circle class="here" r="7" [attr.cx]="drawing.now.x" [attr.cy]="drawing.now.y" />
        @for (turn of drawing.turns; track turn.time) {
          <circle class="turn" r="4" [attr.cx]="turn.x" [attr.cy]="turn.y" />
          @if (isClear(turn.x, drawing.now.x)) {
            <text class="label" text-anchor="middle" [attr.x]="inside(turn.x)" [attr.y]="turn.kind === 'high' ? turn.y - 10 : turn.y + 22">{{ clock(turn.time) }}</text>
          }
        }
      </svg>
    }
  `,
})
export class TideChart {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly tide = input.required<Tide>();
  /** Milliseconds since 1970. */
  readonly now = input.required<number>();

  protected readonly size = CURVE;
  protected readonly drawing = computed(() => drawTide(this.tide(), this.now()));

  protected clock(time: string): string {
    return clockText(time, this.#locale(), this.#inUtc());
  }

  /** Names of times at the rim stay in the picture. */
  protected inside(x: number): number {
    return Math.min(CURVE.width - 24, Math.max(CURVE.left + 22, x));
  }

  /** Whether a time can stand beside the word "now". */
  protected isClear(x: number, now: number): boolean {
    return Math.abs(x - now) > 30;
  }
}
