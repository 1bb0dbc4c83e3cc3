import { ChangeDetectionStrategy, Component, computed, input } from "@angular/core";

/** The circle within which something lies, around it; each ring is ten times as wide as the one inside. */
@Component({
  selector: "zpr-accuracy-picture",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    svg {
      display: block;
      width: min(4.5rem, 18vw);
      height: min(4.5rem, 18vw);
    }

    circle {
      transition: r var(--zpr-motion);
    }
  `,
  template: `
    <svg viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
      <g fill="none" stroke="var(--zpr-line-strong)" stroke-dasharray="2 4">
        @for (ring of rings; track ring) {
          <circle [attr.r]="ring" />
        }
      </g>
      <circle
        [attr.r]="radius()"
        fill="var(--zpr-picture-water)"
        fill-opacity=".6"
        stroke="var(--zpr-picture-line)"
        stroke-width="2.5"
      />
      <circle r="4.5" fill="var(--zpr-yellow)" stroke="#0b1f2a" stroke-width="2" />
    </svg>
  `,
})
export class AccuracyPicture {
  readonly metres = input.required<number>();
  protected readonly rings = [10, 100, 1000].map(radiusOf);
  protected readonly radius = computed(() => radiusOf(this.metres()));
}

function radiusOf(metres: number): number {
  return Math.min(48, Math.max(9, 15 * Math.log10(Math.max(1, metres))));
}
