import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { Router, RouterLink } from "@angular/router";
import { IonToast } from "@ionic/angular/ion-toast";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Screen } from "../frame/screen.ts";
import type { Tracker } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { saveFile } from "../table/save-file.ts";
import { Clock } from "../time/clock.ts";
import { AlarmMail } from "./alarm-mail.ts";
import { CommandDialog } from "./commands/command-dialog.ts";
import { parseAlarm, parseHealth, parsePage, parseSort, sortText } from "./list-address.ts";
import { RegisterTracker } from "./register-tracker.ts";
import { Selection } from "./selection.ts";
import { TrackerCards } from "./tracker-cards.ts";
import { TrackerDayData } from "./tracker-day-data.ts";
import { TRACKER_HEALTHS } from "./tracker-health.ts";
import { ALARM_FILTERS, shownRows, TRACKER_COLUMNS, withHealth } from "./tracker-rows.ts";
import { TrackerTable } from "./tracker-table.ts";
import { trackersCsv } from "./trackers-csv.ts";
import { UnknownTrackers } from "./unknown-trackers.ts";

const AT_ONCE = 50;

/** `/lab/trackers`: which trackers are alive, what may be done with several, and which call that nobody knows. */
@Component({
  selector: "zpr-trackers-page",
  imports: [
    AlarmMail,
    CommandDialog,
    IonToast,
    PluralPipe,
    RegisterTracker,
    RouterLink,
    TrackerCards,
    TrackerTable,
    TranslocoPipe,
    UnknownTrackers,
  ],
  providers: [TrackerDayData],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./trackers-page.css",
  templateUrl: "./trackers-page.html",
})
export class TrackersPage {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly #router = inject(Router);
  readonly #days = inject(TrackerDayData).days;
  protected readonly data = inject(StudyData);
  protected readonly screen = inject(Screen);
  /** From the address. */
  readonly find = input<string>();
  readonly state = input<string>();
  readonly alarm = input<string>();
  readonly by = input<string>();
  readonly page = input<string>();

  protected readonly healths = TRACKER_HEALTHS;
  protected readonly columns = TRACKER_COLUMNS;
  protected readonly alarms = ALARM_FILTERS;
  protected readonly health = computed(() => parseHealth(this.state()));
  protected readonly alarmKind = computed(() => parseAlarm(this.alarm()));
  protected readonly sort = computed(() => parseSort(this.by()));

  protected readonly isRegistering = signal(false);
  protected readonly registered = signal<Tracker | undefined>(undefined);
  protected readonly told = signal<readonly Tracker[] | undefined>(undefined);
  protected readonly mayEdit = this.data.mayEdit;
  protected readonly selection = new Selection(this.data.trackers);

  readonly #rows = computed(() => withHealth(this.data.trackers(), this.#now(), this.#days()));
  protected readonly found = computed(() =>
    shownRows(this.#rows(), {
      text: this.find() ?? "",
      health: this.health(),
      alarm: this.alarmKind(),
      sort: this.sort(),
      locale: this.#locale(),
    }),
  );
  protected readonly pageNumber = computed(() =>
    parsePage(this.page(), this.found().length, AT_ONCE),
  );
  protected readonly pages = computed(() => Math.ceil(this.found().length / AT_ONCE));
  protected readonly rows = computed(() =>
    this.found().slice((this.pageNumber() - 1) * AT_ONCE, this.pageNumber() * AT_ONCE),
  );
  protected readonly mayWiden = computed(
    () => this.selection.trackers().length < this.found().length,
  );
  protected readonly counts = computed(() =>
    this.healths.map((health) => ({
      health,
      count: this.#rows().filter((row) => row.health === health).length,
    })),
  );
  protected readonly alarming = computed(
    () => this.data.trackers().filter(({ health }) => health.alarms.length > 0).length,
  );

  constructor() {
    usePageTitle("lab.trackers.title");
  }

  /** Another question begins with its first page. */
  protected ask(name: "find" | "state" | "alarm" | "by", value: string | null): void {
    this.#say({ [name]: value || null, page: null });
  }

  protected valueOf({ target }: Event): string {
    return (target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected chooseSort(event: Event): void {
    const key = this.columns.find((column) => column === this.valueOf(event));
    const down = key === "heard" || key === "fixes";
    if (key) this.ask("by", sortText({ key, down }));
  }

  protected readonly sortText = sortText;

  protected turn(page: number): void {
    this.#say({ page: page > 1 ? String(page) : null });
  }

  protected exportCsv(): void {
    saveFile(new Blob([trackersCsv(this.found())], { type: "text/csv" }), "trackers.csv");
  }

  protected done(tracker: Tracker): void {
    this.isRegistering.set(false);
    this.registered.set(tracker);
    void this.data.reload();
  }

  #say(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], {
      queryParams,
      queryParamsHandling: "merge",
      replaceUrl: true,
    });
  }
}
