import { ChangeDetectionStrategy, Component, computed, input } from "@angular/core";
import type { EpisodeState } from "@zpr/model";
import { STATE_DASHES, stateColours } from "./state-colours.ts";

/** The line by which a state is drawn. */
@Component({
  selector: "zpr-state-mark",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
  template: `
    <svg width="26" height="12" aria-hidden="true">
      <line
        x1="4"
        x2="22"
        y1="6"
        y2="6"
        [attr.stroke]="colour()"
        [attr.stroke-width]="state() === 'stranded' ? 8 : 3"
        [attr.stroke-dasharray]="dash()"
        [attr.stroke-linecap]="state() === 'stranded' ? 'round' : 'butt'"
      />
    </svg>
  `,
})
export class StateMark {
  readonly state = input.required<EpisodeState>();
  readonly #colours = stateColours(matchMedia("(prefers-color-scheme: dark)").matches);
  protected readonly colour = computed(() => this.#colours[this.state()]);
  protected readonly dash = computed(
    () => STATE_DASHES[this.state()]?.map((part) => part * 3).join(" ") ?? null,
  );
}
