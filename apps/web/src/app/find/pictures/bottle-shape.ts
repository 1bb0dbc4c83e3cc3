import { ChangeDetectionStrategy, Component } from "@angular/core";

/** The yellow bottle, drawn once per document; pictures place it with `<use href="#zpr-bottle">`. */
@Component({
  selector: "zpr-bottle-shape",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    svg {
      position: absolute;
    }
  `,
  template: `
    <svg width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <g id="zpr-bottle" stroke="#0b1f2a" stroke-width="2.4" stroke-linejoin="round">
          <path
            fill="var(--zpr-bottle, var(--zpr-yellow))"
            d="M-4.5-24c0 7-7.5 8-7.5 17v29q0 7 6 7h12q6 0 6-7V-7c0-9-7.5-10-7.5-17z"
          />
          <rect x="-5.5" y="-32" width="11" height="7" rx="2" fill="var(--zpr-yellow)" />
          <path fill="#fff" d="M-12 0h24v14h-24z" stroke-width="1.8" />
          <path d="M-8 4h5m-5 3.5h3m-3 3.5h5" stroke-width="1.6" stroke-linecap="round" />
          <path fill="#0b1f2a" stroke="none" d="M1 3.5h3v3H1zm4.5 0h3v3h-3zM1 7.8h3v3H1zm5 .5h2v2H6z" />
        </g>
      </defs>
    </svg>
  `,
})
export class BottleShape {}
