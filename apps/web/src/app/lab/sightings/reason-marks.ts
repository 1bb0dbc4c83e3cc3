import { ChangeDetectionStrategy, Component, computed, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { QueueRow } from "./queue.ts";

/** Why a report waits, or what came of it, in words on marks. */
@Component({
  selector: "zpr-reason-marks",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zpr-space-1);
    }

    span {
      padding: 0 var(--zpr-space-2);
      border: 1px solid var(--zpr-line-strong);
      border-radius: var(--zpr-radius-s);
      color: var(--zpr-text-soft);
      font-size: var(--zpr-text-s);
    }

    .waits {
      border-color: var(--zpr-warn-edge);
      background: var(--zpr-warn-surface);
      color: var(--zpr-warn-text);
      font-weight: 700;
    }

    .accepted {
      border-color: var(--zpr-good-edge);
      background: var(--zpr-good-surface);
      color: var(--zpr-good-text);
    }
  `,
  template: `
    @for (reason of row().reasons; track reason) {
      <span class="waits">{{ "lab.sightings.reason." + reason | transloco }}</span>
    }
    @if (state(); as state) {
      <span [class]="state">{{ "lab.sightings.state." + state | transloco }}</span>
    }
  `,
})
export class ReasonMarks {
  readonly row = input.required<QueueRow>();
  protected readonly state = computed(() => {
    const { mergedInto, review } = this.row().sighting;
    if (mergedInto) return "merged";
    return review === "accepted" || review === "rejected" ? review : undefined;
  });
}
