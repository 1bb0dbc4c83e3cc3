import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import type { Condition } from "@zpr/model";

/** Four drawings of a bottle: as new, worn, damaged, and what is left of it. */
@Component({
  selector: "zpr-condition-picture",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .pale {
      --zpr-bottle: #eef0c4;
    }
  `,
  template: `
    <svg viewBox="0 0 120 80" aria-hidden="true" focusable="false">
      <path fill="var(--zpr-picture-land)" d="M0 66q30-6 62-3t58-2v19H0z" />
      @switch (of()) {
        @case ("as-new") {
          <use href="#zpr-bottle" transform="translate(58 43) rotate(14)" />
          <g class="line" stroke="var(--zpr-picture-line)">
            <path d="M84 20v-8m-4 4h8M94 34v-6m-3 3h6M30 26v-6m-3 3h6" />
          </g>
        }
        @case ("worn") {
          <use class="pale" href="#zpr-bottle" transform="translate(58 43) rotate(14)" />
          <g transform="translate(58 43) rotate(14)" class="line" stroke="#0b1f2a" stroke-width="1.6">
            <path fill="var(--zpr-yellow)" stroke="none" d="M-10-6q5-7 8 0t7-2v5q-8 4-15 1zM-10 18q6-3 9 1t10-1v5q0 4-4 4h-11q-4-1-4-5z" />
            <path d="M-7-9l4 5m3-8l3 6M-8 22l5 3m4-7l5 5" />
          </g>
        }
        @case ("damaged") {
          <g transform="translate(58 45) rotate(14)" stroke="#0b1f2a" stroke-width="2.4" stroke-linejoin="round">
            <path
              fill="var(--zpr-yellow)"
              d="M-4.5-24l4 4 5-4c0 7 7.5 8 7.5 17l-6 6 6 5v18q0 7-6 7h-6l-3-7-4 7q-5-1-5-7V4l5-5-5-5c0-9 7.5-11 7.5-18z"
            />
            <path fill="none" stroke-width="1.8" d="M-5-1l6 3-3 5 7 4M6-1L2-6M-3 22l4-6 5 2" stroke-linecap="round" />
          </g>
          <rect x="84" y="58" width="11" height="7" rx="2" transform="rotate(24 89 61)" fill="var(--zpr-yellow)" stroke="#0b1f2a" stroke-width="2.4" />
        }
        @case ("fragment") {
          <g fill="var(--zpr-yellow)" stroke="#0b1f2a" stroke-width="2.4" stroke-linejoin="round">
            <path d="M42 46l10-13 11 3 8-4 9 15-7 5 2 7-14-3-9 5-2-8z" />
            <path fill="#fff" stroke-width="1.8" d="M57 44l14-4 4 9-10 2-6-2z" />
            <path stroke-width="1.6" d="M61 46l8-2m-6 5l5-1" fill="none" stroke-linecap="round" />
            <path d="M88 62l6-5 4 6-5 3zM28 62l3-6 6 4-2 4z" />
          </g>
        }
      }
    </svg>
  `,
})
export class ConditionPicture {
  readonly of = input.required<Condition>();
}
