import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { IonToast } from "@ionic/angular/ion-toast";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { placeText } from "../figures.ts";
import { registerTracker, type UnknownTracker } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { proposedName } from "./proposed-name.ts";

/** Trackers that call without being registered: nothing of theirs is lost. One click registers one, or several. */
@Component({
  selector: "zpr-unknown-trackers",
  imports: [IonToast, Moment, PluralPipe, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./unknown-trackers.css",
  templateUrl: "./unknown-trackers.html",
})
export class UnknownTrackers {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);
  readonly mayRegister = input(false);

  /** Unique ids. */
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** The chosen ones, or all when none is. */
  protected readonly wanted = computed(() => {
    const all = this.data.unknownTrackers();
    const chosen = all.filter(({ uniqueId }) => this.chosen().has(uniqueId));
    return chosen.length > 0 ? chosen : all;
  });
  protected readonly busy = signal(false);
  /** How many were registered just now. */
  protected readonly done = signal(0);
  protected readonly refused = signal<readonly string[]>([]);

  protected choose(uniqueId: string): void {
    this.chosen.update((ids) => {
      const others = [...ids].filter((id) => id !== uniqueId);
      return new Set(ids.has(uniqueId) ? others : [...ids, uniqueId]);
    });
  }

  protected nameOf(tracker: UnknownTracker): string {
    const taken = this.data.trackers().map(({ name }) => name);
    return proposedName(tracker, taken);
  }

  protected async register(trackers: readonly UnknownTracker[]): Promise<void> {
    const studyId = this.data.study()?.id;
    if (studyId === undefined) return;
    this.busy.set(true);
    const refused: string[] = [];
    const taken = this.data.trackers().map(({ name }) => name);
    for (const tracker of trackers) {
      const { protocol, uniqueId } = tracker;
      const name = proposedName(tracker, taken);
      try {
        await registerTracker({ studyId, protocol, uniqueId, name });
        taken.push(name);
      } catch {
        refused.push(uniqueId);
      }
    }
    this.refused.set(refused);
    this.done.set(trackers.length - refused.length);
    this.chosen.set(new Set());
    await this.data.reload();
    this.busy.set(false);
  }

  protected place(position: readonly [number, number]): string {
    return placeText(position, this.#locale());
  }
}
