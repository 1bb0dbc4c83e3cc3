import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import type { Surroundings } from "@zpr/model";

/** Six drawings of where an item may lie. */
@Component({
  selector: "zpr-surroundings-picture",
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 120 80" aria-hidden="true" focusable="false">
      @switch (of()) {
        @case ("water") {
          <path fill="var(--zpr-picture-water)" d="M0 42q10-7 20 0t20 0 20 0 20 0 20 0 20 0v38H0z" />
          <use href="#zpr-bottle" transform="translate(60 40) rotate(62)" />
          <path fill="var(--zpr-picture-water-deep)" d="M0 54q10-7 20 0t20 0 20 0 20 0 20 0 20 0v26H0z" />
        }
        @case ("bank") {
          <path fill="var(--zpr-picture-water)" d="M0 56q8-5 16 0t16 0 16 0 16 0v24H0z" />
          <path fill="var(--zpr-picture-land)" d="M34 80q14-26 40-36t46-12v48z" />
          <use href="#zpr-bottle" transform="translate(82 38) rotate(72)" />
          <path class="line" stroke="var(--zpr-picture-line)" d="M100 60h8m-24 10h7m8 3h3" />
        }
        @case ("vegetation") {
          <path fill="var(--zpr-picture-water)" d="M0 64q10-5 20 0t20 0 20 0 20 0 20 0 20 0v16H0z" />
          <g stroke="var(--zpr-picture-leaf)" stroke-width="5" stroke-linecap="round" fill="none">
            <path d="M20 72q0-34-8-50M34 74q2-36-2-58M88 74q-2-34 6-54M104 72q0-26 8-42M48 72q2-26 10-42" />
          </g>
          <use href="#zpr-bottle" transform="translate(62 50) rotate(38)" />
          <g stroke="var(--zpr-picture-leaf)" stroke-width="5" stroke-linecap="round" fill="none">
            <path d="M46 78q-2-22-12-34M74 78q2-28-4-44M84 78q4-20 14-28" />
          </g>
          <path class="line" stroke="var(--zpr-picture-line)" d="M32 15v-5M94 19v-6M70 33v-6" />
        }
        @case ("structure") {
          <path fill="var(--zpr-picture-water)" d="M0 60q8-5 16 0t16 0 16 0 16 0v20H0z" />
          <g fill="var(--zpr-picture-land)" stroke="var(--zpr-picture-line)" stroke-width="1.8" stroke-linejoin="round">
            <path d="M66 30h54v50H52l4-16h10z" />
            <path fill="none" d="M66 46h54M66 62h54M84 30v16M104 46v16M76 62v16" />
            <path d="M38 66l8-9 12 2 6 9-4 12H38z" />
            <path d="M52 58l9-9 12 4 1 11-8 4z" />
          </g>
          <use href="#zpr-bottle" transform="translate(40 50) rotate(66) scale(.9)" />
        }
        @case ("beach") {
          <circle cx="98" cy="16" r="8" fill="none" stroke="var(--zpr-picture-line)" stroke-width="2" />
          <path fill="var(--zpr-picture-water-deep)" d="M0 34h120v16H0z" />
          <path fill="var(--zpr-picture-water)" d="M0 42q12-6 24 0t24 0 24 0 24 0 24 0v16H0z" />
          <path fill="var(--zpr-picture-land)" d="M0 58q30-10 62-7t58-3v32H0z" />
          <use href="#zpr-bottle" transform="translate(52 54) rotate(76)" />
          <path class="line" stroke="var(--zpr-picture-line)" d="M92 68q4-8 10 0M92 68h10M97 64v4M20 72h3m88-14h3" />
        }
        @case ("elsewhere") {
          <path fill="var(--zpr-picture-land)" d="M0 58h120v22H0z" />
          <g class="line" stroke="var(--zpr-picture-line)">
            <path fill="var(--zpr-picture-bag)" d="M14 58V34h32v24zM10 36l20-18 20 18M26 58V46h8v12" />
            <path d="M96 58V34" />
          </g>
          <circle cx="96" cy="26" r="15" fill="var(--zpr-picture-leaf)" />
          <use href="#zpr-bottle" transform="translate(66 62) rotate(82) scale(.86)" />
        }
      }
    </svg>
  `,
})
export class SurroundingsPicture {
  readonly of = input.required<Surroundings>();
}
