import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { overtakenBy } from "../ask.ts";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
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
      @if (said(); as said) {
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
              <button type="submit" class="z-button l-button" [disabled]="busy()">
                {{ "lab.journey.deploy.save" | transloco }}
              </button>
            </form>
          }
        </li>
      } @empty {
        <li>{{ "lab.journey.fixes.noTracker" | transloco }}</li>
      }
    </ul>
    <zpr-conflict-dialog [rows]="conflict()" (keepMine)="keepMine()" (takeTheirs)="takeTheirs()" />
  `,
})
export class DeploymentEnds {
  readonly #study = inject(StudyData);
  protected readonly data = inject(JourneyData);
  protected readonly forInput = forInput;
  protected readonly busy = signal(false);
  protected readonly said = signal<"saved" | "conflict" | "failed" | undefined>(undefined);
  /** As a deployment was before the last change, on top of what it is now. */
  protected readonly before = signal<
    { readonly now: Deployment; readonly endedAt: string | null } | undefined
  >(undefined);
  readonly #overtaken = signal<{ readonly mine: Ending; readonly theirs: Deployment } | undefined>(
    undefined,
  );
  protected readonly conflict = computed(() => {
    const both = this.#overtaken();
    return both && conflictRows<Ending>(FIELDS, both.mine, both.theirs);
  });

  protected save(submit: Event, seen: Deployment): Promise<void> {
    submit.preventDefault();
    const typed = String(new FormData(submit.target as HTMLFormElement).get("end") ?? "");
    return this.#write(seen, typed ? new Date(`${typed}Z`).toISOString() : null);
  }

  protected undo({ now, endedAt }: { now: Deployment; endedAt: string | null }): Promise<void> {
    return this.#write(now, endedAt);
  }

  protected keepMine(): void {
    const both = this.#overtaken();
    this.#overtaken.set(undefined);
    if (both) void this.#write(both.theirs, both.mine.endedAt);
  }

  protected takeTheirs(): void {
    this.#overtaken.set(undefined);
    void this.data.changed();
  }

  protected trackerOf({ trackerId }: Deployment): string {
    return this.#study.trackers().find(({ id }) => id === trackerId)?.name ?? `${trackerId}`;
  }

  async #write(seen: Deployment, endedAt: string | null): Promise<void> {
    this.busy.set(true);
    this.before.set(undefined);
    try {
      const now = await endDeployment(seen, endedAt);
      this.said.set("saved");
      this.before.set({ now, endedAt: seen.endedAt });
      await this.data.changed();
    } catch (reason) {
      const theirs = overtakenBy<Deployment>(reason);
      if (theirs) this.#overtaken.set({ mine: { endedAt }, theirs });
      else this.said.set(isConflict(reason) ? "conflict" : "failed");
    }
    this.busy.set(false);
  }
}

/** An instant for a field of date and time, in UTC. */
function forInput(instant: string | null): string {
  return instant?.slice(0, 19) ?? "";
}
