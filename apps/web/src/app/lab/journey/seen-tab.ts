import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import type { Sighting } from "../lab-api.ts";
import { SightingFacts } from "../sightings/sighting-facts.ts";
import { decide } from "../sightings/sightings-api.ts";
import { Moment } from "../time/moment.ts";
import { JourneyData } from "./journey-data.ts";

/** Reports of an item with their photos; one that belongs to another item can be moved there. */
@Component({
  selector: "zpr-seen-tab",
  imports: [Moment, RouterLink, SightingFacts, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--zpr-space-3);
    }

    form,
    .said {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--zpr-space-2);
    }

    label {
      display: grid;
    }

    summary {
      min-height: var(--zpr-target);
      line-height: var(--zpr-target);
      cursor: pointer;
    }
  `,
  template: `
    <div class="said" role="status">
      @if (said(); as said) {
        <p>{{ "lab.journey.seen.said." + said | transloco }}</p>
      }
      @if (moved(); as moved) {
        <button type="button" class="z-button l-button" (click)="undo(moved)">
          {{ "lab.journey.hand.undo" | transloco }}
        </button>
      }
    </div>
    <ul class="l-cards l-cards-beside">
      @for (one of data.sightings(); track one.id) {
        <li class="l-card">
          <div class="l-card-head">
            <zpr-moment [time]="one.seenAt" [relative]="false" />
            <a class="l-on-map" [routerLink]="['/lab/sightings', one.id]" [queryParams]="{ study: one.studyId }">
              {{ "lab.journey.seen.review" | transloco }}
            </a>
          </div>
          <zpr-sighting-facts [sighting]="one" />
          @if (data.mayEdit()) {
            <details>
              <summary>{{ "lab.journey.seen.move" | transloco }}</summary>
              <form (submit)="move($event, one)">
                <label>
                  {{ "lab.journey.seen.code" | transloco }}
                  <input name="code" class="l-input" required maxlength="12" autocomplete="off" />
                </label>
                <label>
                  {{ "lab.journey.seen.reason" | transloco }}
                  <input name="reason" class="l-input" maxlength="500" autocomplete="off" />
                </label>
                <button type="submit" class="z-button l-button">
                  {{ "lab.journey.seen.do" | transloco }}
                </button>
              </form>
            </details>
          }
        </li>
      } @empty {
        <li>{{ "lab.journey.seen.none" | transloco }}</li>
      }
    </ul>
  `,
})
export class SeenTab {
  protected readonly data = inject(JourneyData);
  protected readonly said = signal<"moved" | "back" | "unknown" | "failed" | undefined>(undefined);
  /** The last move, which can be taken back. */
  protected readonly moved = signal<{ readonly id: string; readonly decision: string } | undefined>(
    undefined,
  );

  protected async move(submit: Event, { id }: Sighting): Promise<void> {
    submit.preventDefault();
    const typed = new FormData(submit.target as HTMLFormElement);
    const decision = crypto.randomUUID();
    const reason = String(typed.get("reason") ?? "").trim();
    await this.#decide("moved", () =>
      decide(id, {
        id: decision,
        kind: "move",
        itemCode: String(typed.get("code")),
        ...(reason && { reason }),
      }),
    );
    if (this.said() === "moved") this.moved.set({ id, decision });
  }

  protected undo({ id, decision }: { id: string; decision: string }): Promise<void> {
    return this.#decide("back", () =>
      decide(id, { id: crypto.randomUUID(), kind: "undo", decision }),
    );
  }

  async #decide(done: "moved" | "back", act: () => Promise<unknown>): Promise<void> {
    this.moved.set(undefined);
    try {
      await act();
      this.said.set(done);
    } catch (reason) {
      const isUnknown = reason instanceof LabProblem && reason.problem === "item-unknown";
      this.said.set(isUnknown ? "unknown" : "failed");
    }
    await this.data.changed();
  }
}
