import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import type { MapKind } from "../../kit/map-layers.ts";

/** The mark of a kind of thing as it is on the map, for legends and lists. */
@Component({
  selector: "zpr-map-mark",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      place-items: center;
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
    }

    svg {
      width: 100%;
      height: 100%;
      stroke: #0b1f2a;
      stroke-width: 2;
      stroke-linejoin: round;
    }

    .line {
      fill: none;
      stroke: var(--zpr-water-500);
      stroke-width: 3;
    }

    .stranding {
      fill: color-mix(in srgb, var(--mark) 25%, transparent);
      stroke: var(--mark);
      --mark: light-dark(#a8321f, #ff9d8a);
    }

    .dot {
      fill: var(--zpr-water-500);
      stroke: none;
    }
  `,
  template: `
    <svg viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      @switch (kind()) {
        @case ("tracker") {
          <circle cx="13" cy="13" r="10" fill="#e4ff1a" />
          <circle cx="13" cy="13" r="3" fill="#0b1f2a" />
        }
        @case ("item") {
          <circle cx="13" cy="13" r="7" fill="#e4ff1a" />
        }
        @case ("sighting") {
          <path d="M13 3l10 10-10 10L3 13z" fill="#f08a24" />
        }
        @case ("release") {
          <path d="M13 3l10 18H3z" fill="#fff" />
        }
        @case ("track") {
          <path class="line" d="M2 17c7 0 7-8 11-8s5 6 11 4" />
        }
        @case ("density") {
          <circle cx="13" cy="13" r="11" fill="#fcb45f" stroke="none" />
          <circle cx="13" cy="13" r="7" fill="#e8602d" stroke="none" />
          <circle cx="13" cy="13" r="3" fill="#57106e" stroke="none" />
        }
        @case ("stranding") {
          <circle class="stranding" cx="13" cy="13" r="9" />
        }
        @case ("fix") {
          <circle class="dot" cx="13" cy="13" r="5" />
        }
      }
    </svg>
  `,
})
export class MapMark {
  readonly kind = input.required<MapKind>();
}
