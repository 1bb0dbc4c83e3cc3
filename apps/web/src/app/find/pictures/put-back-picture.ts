import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import type { PutBack } from "@zpr/model";

/** Four drawings of what a finder may have done with an item. */
@Component({
  selector: "zpr-put-back-picture",
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 120 80" aria-hidden="true" focusable="false">
      <path fill="var(--zpr-picture-water)" d="M0 60q6-4 12 0t12 0 12 0 12 0v20H0z" />
      <path fill="var(--zpr-picture-land)" d="M8 80q10-14 30-19t82-7v26z" />
      @switch (of()) {
        @case ("put-back") {
          <path class="spot" stroke="var(--zpr-picture-line)" d="M42 61a28 9 0 1 0 56 0 28 9 0 1 0-56 0" />
          <use href="#zpr-bottle" transform="translate(70 56) rotate(80) scale(.9)" />
          <path class="line" stroke="var(--zpr-picture-line)" d="M46 36q4-22 24-22t24 22m-7-7l7 9 7-8" />
        }
        @case ("not-touched") {
          <use href="#zpr-bottle" transform="translate(70 56) rotate(80) scale(.9)" />
          <g class="line" stroke="var(--zpr-picture-line)">
            <path fill="var(--zpr-picture-sky)" d="M46 22q24-24 48 0-24 24-48 0z" stroke-linejoin="round" />
            <circle cx="70" cy="22" r="6" fill="var(--zpr-picture-line)" />
          </g>
        }
        @case ("moved") {
          <path class="spot" stroke="var(--zpr-picture-line)" d="M28 68a15 6 0 1 0 30 0 15 6 0 1 0-30 0" />
          <path class="line" stroke="var(--zpr-picture-line)" d="M42 54q2-28 36-26m-9-7l10 7-9 7" />
          <use href="#zpr-bottle" transform="translate(92 56) rotate(80) scale(.8)" />
        }
        @case ("taken-along") {
          <path class="spot" stroke="var(--zpr-picture-line)" d="M20 69a13 5 0 1 0 26 0 13 5 0 1 0-26 0" />
          <use href="#zpr-bottle" transform="translate(78 30) rotate(12) scale(.72)" />
          <g stroke="var(--zpr-picture-line)" stroke-width="2.4" stroke-linejoin="round">
            <path fill="var(--zpr-picture-bag)" d="M56 36h46l5 34H51z" />
            <path fill="none" d="M66 36q0-16 12-16t12 16" stroke-linecap="round" />
          </g>
        }
      }
    </svg>
  `,
})
export class PutBackPicture {
  readonly of = input.required<PutBack>();
}
