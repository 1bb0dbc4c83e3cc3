import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { type ConflictField, conflictRows } from "../conflict/conflict-rows.ts";
import { Editing } from "../conflict/editing.ts";
import { StudyData } from "../study-data.ts";
import { type Lag, lagLines, lagsIn } from "./lag-lines.ts";
import { type Lags, readLags, readPredicted, type Series, writeLags } from "./levels-api.ts";

interface Wanted {
  readonly station: string;
  readonly lags: Lag[];
}

const FIELDS: readonly ConflictField<Pick<NonNullable<Lags>, "station" | "lags">>[] = [
  { label: "lab.river.lags.station", text: ({ station }) => station },
  { label: "lab.river.lags.lines", text: ({ lags }) => lagLines(lags) },
];
const HOUR = 3_600_000;
/** Stations are looked for near so many places of the study. */
const MOST_PLACES = 5;

/** By how much high water comes later up the river, kilometre by kilometre. */
@Component({
  selector: "zpr-tide-lags",
  imports: [ConflictDialog, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./tide-lags.html",
})
export class TideLags {
  readonly studyId = input.required<number>();
  readonly canEdit = input(false);
  readonly series = input.required<readonly Series[]>();

  readonly #data = inject(StudyData);
  /** The version that the form began with, null when there are no lags; empty until it is read. */
  protected readonly seen = signal<readonly [Lags] | readonly []>([]);
  readonly #predicted = signal<readonly { readonly id: string; readonly name: string }[]>([]);
  protected readonly stations = computed(() => {
    const own = this.series().map(({ id, name }) => ({ id: `series/${id}`, name }));
    const known = [...own, ...this.#predicted()];
    const kept = this.seen()[0]?.station;
    const isUnknown = kept !== undefined && !known.some(({ id }) => id === kept);
    return isUnknown ? [...known, { id: kept, name: kept }] : known;
  });
  protected readonly lines = computed(() => lagLines(this.seen()[0]?.lags ?? []));
  protected readonly editing = new Editing({
    rows: (mine: Wanted, theirs: NonNullable<Lags>) => conflictRows(FIELDS, mine, theirs),
    write: (seen: Lags, wanted) => writeLags(this.studyId(), seen, wanted),
    written: (kept) => this.seen.set([kept]),
    theirsTaken: (theirs) => this.seen.set([theirs]),
    faultOf: (): "failed" | "unreadable" => "failed",
  });

  constructor() {
    effect(() => void this.#read(this.studyId()));
    effect(() => {
      const releases = this.#data.releases().map(({ position }) => position);
      const own = this.series().map(({ position }) => position);
      void this.#findStations([...own, ...releases]);
    });
  }

  protected async save(submit: Event): Promise<void> {
    submit.preventDefault();
    const given = new FormData(submit.target as HTMLFormElement);
    const lags = lagsIn(String(given.get("lags")));
    const station = String(given.get("station"));
    if (lags) await this.editing.save(this.seen()[0] ?? null, { station, lags });
    else this.editing.said.set("unreadable");
  }

  async #read(studyId: number): Promise<void> {
    try {
      this.seen.set([await readLags(studyId)]);
    } catch {
      this.editing.said.set("failed");
    }
  }

  /** Without them one can still choose a series. */
  async #findStations(places: readonly Position[]): Promise<void> {
    const now = Date.now();
    const [from, to] = [now, now + HOUR].map((time) => new Date(time).toISOString());
    const span = { from: from ?? "", to: to ?? "" };
    const found = await Promise.all(
      places
        .slice(0, MOST_PLACES)
        .map((place) => readPredicted(place, span).catch(() => undefined)),
    );
    const byId = new Map(found.flatMap((one) => (one ? [[one.station.id, one.station]] : [])));
    this.#predicted.set([...byId.values()]);
  }
}
