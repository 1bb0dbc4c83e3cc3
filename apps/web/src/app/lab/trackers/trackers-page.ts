import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { RouterLink } from "@angular/router";
import { IonToast } from "@ionic/angular/ion-toast";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText, placeText, voltsText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import type { Tracker } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import type { Sort } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.ts";
import { Clock } from "../time/clock.ts";
import { Moment } from "../time/moment.ts";
import { AlarmMail } from "./alarm-mail.ts";
import { AlarmMarks } from "./alarm-marks.ts";
import { HealthMark } from "./health-mark.ts";
import { type Candidate, RegisterTracker } from "./register-tracker.ts";
import { TRACKER_HEALTHS, type TrackerHealth } from "./tracker-health.ts";
import { shownRows, TRACKER_COLUMNS, type TrackerColumn, withHealth } from "./tracker-rows.ts";
import { UnknownTrackers } from "./unknown-trackers.ts";

/** `/lab/trackers`: which trackers are alive, and which call that nobody knows. */
@Component({
  selector: "zpr-trackers-page",
  imports: [
    AlarmMail,
    AlarmMarks,
    HealthMark,
    IonToast,
    Moment,
    PluralPipe,
    RegisterTracker,
    RouterLink,
    SortHead,
    TranslocoPipe,
    UnknownTrackers,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./trackers-page.html",
})
export class TrackersPage {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  protected readonly data = inject(StudyData);
  protected readonly screen = inject(Screen);
  protected readonly healths = TRACKER_HEALTHS;
  protected readonly columns = TRACKER_COLUMNS;

  protected readonly text = signal("");
  protected readonly health = signal<TrackerHealth | "">("");
  protected readonly sort = signal<Sort<TrackerColumn>>({ key: "heard", down: true });
  protected readonly candidate = signal<Candidate | undefined>(undefined);
  protected readonly registered = signal<Tracker | undefined>(undefined);
  protected readonly mayEdit = computed(() => this.data.study()?.role !== "viewer");

  readonly #rows = computed(() => withHealth(this.data.trackers(), this.#now()));
  protected readonly rows = computed(() =>
    shownRows(this.#rows(), {
      text: this.text(),
      health: this.health(),
      sort: this.sort(),
      locale: this.#locale(),
    }),
  );
  protected readonly counts = computed(() =>
    this.healths.map((health) => ({
      health,
      count: this.#rows().filter((row) => row.health === health).length,
    })),
  );

  constructor() {
    usePageTitle("lab.trackers.title");
  }

  protected find({ target }: Event): void {
    this.text.set((target as HTMLInputElement).value);
  }

  protected chooseHealth({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.health.set(this.healths.find((health) => health === value) ?? "");
  }

  protected chooseSort({ target }: Event): void {
    const key = this.columns.find((column) => column === (target as HTMLSelectElement).value);
    if (key) this.sort.set({ key, down: key === "heard" || key === "fix" || key === "fixes" });
  }

  protected done(tracker: Tracker): void {
    this.candidate.set(undefined);
    this.registered.set(tracker);
    void this.data.reload();
  }

  protected place(position: readonly [number, number]): string {
    return placeText(position, this.#locale());
  }

  protected volts(volts: number): string {
    return voltsText(volts, this.#locale());
  }

  protected count(count: number): string {
    return countText(count, this.#locale());
  }
}
