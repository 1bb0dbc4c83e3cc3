import { ChangeDetectionStrategy, Component, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { ReviewDesk } from "./review-desk.ts";

/** Says how the last decision went and offers to take it back; stays until the next one, or until it is dismissed. */
@Component({
  selector: "zpr-outcome-toast",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    /* Sticky, not fixed: it has room of its own at the end of the page, so nothing stays beneath it. */
    :host {
      position: sticky;
      z-index: 20;
      bottom: calc(var(--zpr-space-4) + 4.5rem);
      display: block;
    }

    .toast {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zpr-space-2);
      max-width: 34rem;
      margin-inline: auto;
      padding: var(--zpr-space-2) var(--zpr-space-4);
      border: 2px solid var(--zpr-line-strong);
      border-radius: var(--zpr-radius-m);
      background: var(--zpr-surface);
      box-shadow: 0 4px 18px rgb(0 0 0 / 25%);
    }

    .toast.problem {
      border-color: var(--zpr-warn-edge);
      background: var(--zpr-warn-surface);
      color: var(--zpr-warn-text);
    }

    p {
      flex: 1 1 6rem;
    }

    @media (min-width: 900px) {
      :host {
        bottom: var(--zpr-space-4);
      }
    }
  `,
  template: `
    <div aria-live="polite">
      @if (desk.outcome(); as outcome) {
        <div class="toast" [class.problem]="outcome.problem">
          @if (outcome.problem; as problem) {
            <p>{{ outcome.code }}: {{ "lab.sightings." + problem | transloco }}</p>
          } @else {
            <p>{{ "lab.sightings.done." + outcome.kind | transloco: { code: outcome.code } }}</p>
            <button type="button" class="z-button l-button" (click)="desk.undoLast()">
              {{ "lab.sightings.act.undo" | transloco }}
            </button>
          }
          <button type="button" class="z-button l-button" (click)="desk.dismiss()">
            {{ "lab.sightings.act.dismiss" | transloco }}
          </button>
        </div>
      }
    </div>
  `,
})
export class OutcomeToast {
  protected readonly desk = inject(ReviewDesk);
}
