import { ChangeDetectionStrategy, Component, computed, input } from "@angular/core";

/** Small line drawings that stand beside words, never instead of them; on a grid of 24. */
const signs = {
  again: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  arrow: "M5 12h14m-6-6 6 6-6 6",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  check: "M5 12.5l4.5 4.5L19 7",
  close: "M6 6l12 12M18 6L6 18",
  crosshair: "M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM12 2v4m0 12v4M2 12h4m12 0h4",
  hint: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5m0-9v.1",
  map: "M9 5L3 7v12l6-2 6 2 6-2V5l-6 2zM9 5v12m6-10v12",
  offline:
    "M4 4l16 16M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4-2.4m10 2.4a10 10 0 0 0-5.5-2.7M12 19.5v.1",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15 9.5v.1",
  pin: "M12 21s-6.5-6-6.5-11.2a6.5 6.5 0 0 1 13 0C18.5 15 12 21 12 21zM12 12a2.2 2.2 0 1 0 0-4.4A2.2 2.2 0 0 0 12 12z",
  remove: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7",
  save: "M12 4v11m-5-5l5 5 5-5M4 19.5h16",
  scan: "M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4M8 8h3v3H8zm5 5h3v3h-3zm0-5h3M8 15h2",
  share: "M12 15V4m-4 4l4-4 4 4M6 12H4.5v8.5h15V12H18",
  tray: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.5h4l1-2.5h5",
  warn: "M12 4L2.5 20h19zM12 10v5m0 2.3v.1",
} as const;

/** One of our line drawings, hidden from screen readers: words say the same. */
@Component({
  selector: "zpr-sign",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: contents;
    }

    svg {
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
    }
  `,
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        [attr.d]="path()"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  `,
})
export class Sign {
  readonly name = input.required<keyof typeof signs>();
  protected readonly path = computed(() => signs[this.name()]);
}
