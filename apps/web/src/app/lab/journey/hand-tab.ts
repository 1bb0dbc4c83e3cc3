import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import { Moment } from "../time/moment.ts";
import { DeploymentEnds } from "./deployment-ends.ts";
import { type Correction, correctFix, isConflict } from "./journey-api.ts";
import { JourneyData } from "./journey-data.ts";

/** What people changed of a journey by hand, with the way back. */
@Component({
  selector: "zpr-hand-tab",
  imports: [DeploymentEnds, Moment, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--zpr-space-5);
    }

    h2 {
      margin: 0 0 var(--zpr-space-2);
    }
  `,
  template: `
    <section>
      <h2>{{ "lab.journey.hand.fixes" | transloco }}</h2>
      <p class="l-small">{{ "lab.journey.hand.how" | transloco }}</p>
      <p role="status">
        @if (said(); as said) {
          {{ "lab.journey.correct.said." + said | transloco }}
        }
      </p>
      <ul class="l-cards">
        @for (one of data.corrections(); track one.id) {
          <li class="l-card">
            <p>
              <strong>{{ "lab.journey.hand." + one.kind | transloco }}</strong> ·
              <a
                class="l-on-map"
                [routerLink]="[]"
                [queryParams]="{ view: 'fixes', at: one.time, fix: one.fixId, cursor: null, flagged: null }"
                queryParamsHandling="merge"
              >
                <zpr-moment [time]="one.time" [relative]="false" />
              </a>
            </p>
            <p>“{{ one.reason }}”</p>
            <p class="l-small">{{ one.by }} · <zpr-moment [time]="one.at" [relative]="false" /></p>
            @if (data.mayEdit() && last().has(one.id)) {
              <button type="button" class="z-button l-button" [disabled]="busy()" (click)="undo(one)">
                {{ "lab.journey.hand.undo" | transloco }}
              </button>
            }
          </li>
        } @empty {
          <li>{{ "lab.journey.hand.none" | transloco }}</li>
        }
      </ul>
    </section>
    <section>
      <h2>{{ "lab.journey.deploy.title" | transloco }}</h2>
      <zpr-deployment-ends />
    </section>
  `,
})
export class HandTab {
  readonly #words = inject(TranslocoService);
  protected readonly data = inject(JourneyData);
  protected readonly busy = signal(false);
  protected readonly said = signal<"exclude" | "include" | "conflict" | "failed" | undefined>(
    undefined,
  );
  /** The last word about each fix: only that can be taken back. */
  protected readonly last = computed(() => {
    const byFix = new Map<string, string>();
    for (const { id, fixId } of this.data.corrections())
      if (!byFix.has(fixId)) byFix.set(fixId, id);
    return new Set(byFix.values());
  });

  protected async undo({ fixId, kind }: Correction): Promise<void> {
    this.busy.set(true);
    const other = kind === "exclude" ? "include" : "exclude";
    try {
      await correctFix(fixId, other, this.#words.translate("lab.journey.hand.undone"));
      this.said.set(other);
    } catch (reason) {
      this.said.set(isConflict(reason) ? "conflict" : "failed");
    }
    await this.data.changed();
    this.busy.set(false);
  }
}
