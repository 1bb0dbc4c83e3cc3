import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing } from "../conflict/editing.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { type Deployment, endDeployment, isConflict } from "./journey-api.ts";
import { JourneyData } from "./journey-data.ts";

type Ending = Pick<Deployment, "endedAt">;

const FIELDS = [
  { label: "lab.journey.deploy.end", text: ({ endedAt }: Ending) => forInput(endedAt) || "–" },
];

/** When trackers went into an item and came out again: the end can be set, moved and taken back. */
@Component({
  selector: "zpr-deployment-ends",
  imports: [ConflictDialog, Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--zpr-space-2);
    }

    label {
      display: grid;
    }

    .said {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zpr-space-3);
    }
  `,
  template: `
    <div class="said" role="status">
      @if (editing.said(); as said) {
        <p>{{ "lab.journey.deploy.said." + said | transloco }}</p>
      }
      @if (before(); as before) {
        <button type="button" class="z-button l-button" (click)="undo(before)">
          {{ "lab.journey.hand.undo" | transloco }}
        </button>
      }
    </div>
    <ul class="l-cards">
      @for (one of data.deployments(); track one.id + "." + one.version) {
        <li class="l-card">
          <p>
            <strong>{{ trackerOf(one) }}</strong> · <zpr-moment [time]="one.startedAt" [relative]="false" /> –
            @if (one.endedAt; as endedAt) {
              <zpr-moment [time]="endedAt" [relative]="false" />
            } @else {
              {{ "lab.journey.deploy.still" | transloco }}
            }
          </p>
          @if (data.mayEdit()) {
            <form (submit)="save($event, one)">
              <label>
                {{ "lab.journey.deploy.end" | transloco }}
                <input name="end" type="datetime-local" step="1" class="l-input" [value]="forInput(one.endedAt)" />
              </label>
              <button type="submit" class="z-button l-button" [disabled]="editing.busy()">
                {{ "lab.journey.deploy.save" | transloco }}
              </button>
            </form>
          }
        </li>
      } @empty {
        <li>{{ "lab.journey.fixes.noTracker" | transloco }}</li>
      }
    </ul>
    <zpr-conflict-dialog [editing]="editing" />
  `,
})
export class DeploymentEnds {
  readonly #study = inject(StudyData);
  protected readonly data = inject(JourneyData);
  protected readonly forInput = forInput;
  /** As a deployment was before the last change, on top of what it is now. */
  protected readonly before = signal<
    { readonly now: Deployment; readonly endedAt: string | null } | undefined
  >(undefined);
  protected readonly editing = new Editing({
    rows: (mine: Ending, theirs: Deployment) => conflictRows<Ending>(FIELDS, mine, theirs),
    write: (seen, { endedAt }) => endDeployment(seen, endedAt),
    written: (now, { endedAt }) => {
      this.before.set({ now, endedAt });
      return this.data.changed();
    },
    theirsTaken: () => this.data.changed(),
    faultOf: (reason) => (isConflict(reason) ? "conflict" : "failed"),
  });

  protected save(submit: Event, seen: Deployment): Promise<boolean> {
    submit.preventDefault();
    const typed = String(new FormData(submit.target as HTMLFormElement).get("end") ?? "");
    return this.#end(seen, typed ? new Date(`${typed}Z`).toISOString() : null);
  }

  protected undo({ now, endedAt }: { now: Deployment; endedAt: string | null }): Promise<boolean> {
    return this.#end(now, endedAt);
  }

  protected trackerOf({ trackerId }: Deployment): string {
    return this.#study.trackers().find(({ id }) => id === trackerId)?.name ?? `${trackerId}`;
  }

  #end(seen: Deployment, endedAt: string | null): Promise<boolean> {
    this.before.set(undefined);
    return this.editing.save(seen, { endedAt });
  }
}

/** An instant for a field of date and time, in UTC. */
function forInput(instant: string | null): string {
  return instant?.slice(0, 19) ?? "";
}
