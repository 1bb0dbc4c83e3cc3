import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../../kit/locale.ts";
import { usePageTitle } from "../../../kit/page-title.ts";
import { Sign } from "../../../kit/sign.ts";
import { countText, placeText } from "../../figures.ts";
import { settled } from "../../settled.ts";
import { StudyData } from "../../study-data.ts";
import { Clock } from "../../time/clock.ts";
import { Moment } from "../../time/moment.ts";
import { AlarmMarks } from "../alarm-marks.ts";
import { BatteryLine } from "../battery-line.ts";
import { CommandQueue } from "../commands/command-queue.ts";
import { DayBars } from "../day-bars.ts";
import { DaysTable } from "../days-table.ts";
import { HealthMark } from "../health-mark.ts";
import { trackerHealth } from "../tracker-health.ts";
import { readTrackerDays, type TrackerDays } from "../trackers-api.ts";
import { TrackerDeployments } from "./tracker-deployments.ts";
import { TrackerMessages } from "./tracker-messages.ts";
import { TrackerSettingsForm } from "./tracker-settings.ts";

const DAYS = 30;
const NEWS_MS = 5_000;
/** From so long on, an interval is told in hours. */
const LONG_SECONDS = 7200;

/** `/lab/trackers/ID`: how one tracker is, what it was told and said, where it is, and what is set of it. */
@Component({
  selector: "zpr-tracker-page",
  imports: [
    AlarmMarks,
    BatteryLine,
    CommandQueue,
    DayBars,
    DaysTable,
    HealthMark,
    Moment,
    RouterLink,
    Sign,
    TrackerDeployments,
    TrackerMessages,
    TrackerSettingsForm,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-page.css",
  templateUrl: "./tracker-page.html",
})
export class TrackerPage {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly #data = inject(StudyData);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly loaded = this.#data.loaded;
  protected readonly tracker = computed(() =>
    this.#data.trackers().find(({ id }) => id === Number(this.id())),
  );
  /** Of every event there is another tracker, but it is the same one. */
  readonly #trackerId = computed(() => this.tracker()?.id);
  protected readonly health = computed(() => {
    const tracker = this.tracker();
    return tracker ? trackerHealth(tracker, this.#now()) : "never";
  });
  protected readonly days = signal<TrackerDays | undefined>(undefined);
  protected readonly daysCount = DAYS;
  protected readonly interval = computed(() => {
    const seconds = this.tracker()?.health.expectedIntervalSeconds;
    return seconds == null ? undefined : this.#minutesOrHours(seconds);
  });
  protected readonly fixes = computed(() =>
    countText(this.tracker()?.fixCount ?? 0, this.#locale()),
  );
  readonly #readSoon = settled(NEWS_MS, () => this.#read());

  constructor() {
    usePageTitle("lab.tracker.title", () => ({ name: this.tracker()?.name ?? "" }));
    effect(() => {
      this.#trackerId();
      // What could not be read is read after the next event.
      untracked(() => void this.#read().catch(() => undefined));
    });
    effect(() => {
      const id = this.#trackerId();
      const isNews = this.#data
        .lastEvents()
        .some((event) => event.kind === "fix" && event.trackerId === id);
      if (isNews) this.#readSoon();
    });
  }

  protected place(position: readonly [number, number]): string {
    return placeText(position, this.#locale());
  }

  #minutesOrHours(seconds: number): string {
    const isLong = seconds >= LONG_SECONDS;
    const format = new Intl.NumberFormat(this.#locale(), {
      style: "unit",
      unit: isLong ? "hour" : "minute",
      unitDisplay: "long",
      maximumFractionDigits: 1,
    });
    return format.format(seconds / (isLong ? 3600 : 60));
  }

  async #read(): Promise<void> {
    const tracker = this.tracker();
    if (!tracker) return;
    const { id: trackerId, studyId } = tracker;
    const [days] = await readTrackerDays({ studyId, trackerId, days: DAYS });
    if (trackerId === this.tracker()?.id) this.days.set(days);
  }
}
