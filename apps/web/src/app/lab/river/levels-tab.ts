import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { LevelPlot } from "./level-plot.ts";
import {
  type Level,
  type LevelProblem,
  readAllSeries,
  readMeasured,
  readPredicted,
  removeSeries,
  type Series,
  uploadSeries,
} from "./levels-api.ts";
import { TideLags } from "./tide-lags.ts";

const WEEK = 7 * 86_400_000;

/** A week of a series beside what is predicted there. */
interface Plotted {
  readonly series: Series;
  readonly from: number;
  readonly to: number;
  readonly measured: readonly Level[];
  readonly predicted: readonly Level[];
  readonly credit: string | undefined;
}

/** `/lab/study/water-levels`: measured levels, plotted against predictions, and lags up the river. */
@Component({
  selector: "zpr-levels-tab",
  imports: [LevelPlot, Moment, TideLags, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./levels-tab.html",
})
export class LevelsTab {
  readonly #data = inject(StudyData);
  protected readonly studyId = this.#data.study()?.id ?? 0;
  protected readonly canEdit = this.#data.mayEdit;
  protected readonly all = signal<readonly Series[] | undefined>(undefined);
  protected readonly plotted = signal<Plotted | undefined>(undefined);
  protected readonly going = signal<number | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problems = signal<readonly LevelProblem[]>([]);
  protected readonly said = signal<"failed" | "taken" | "saved" | "removed" | undefined>(undefined);

  constructor() {
    void this.#try(() => this.#read());
  }

  protected upload(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const given = new FormData(form);
    const file = given.get("csv");
    if (!(file instanceof File)) return Promise.resolve();
    return this.#try(async () => {
      const made = await uploadSeries({
        studyId: this.studyId,
        name: String(given.get("name")).trim(),
        position: [Number(given.get("longitude")), Number(given.get("latitude"))],
        csv: await file.text(),
      });
      if (!("id" in made)) return this.problems.set(made);
      form.reset();
      this.said.set("saved");
      await this.#read();
      await this.#plot(made, Date.parse(made.startsAt));
    });
  }

  protected show(series: Series): Promise<void> {
    return this.#try(() => this.#plot(series, Date.parse(series.startsAt)));
  }

  protected turn({ series, from }: Plotted, weeks: number): Promise<void> {
    return this.#try(() => this.#plot(series, from + weeks * WEEK));
  }

  protected isLast({ series, to }: Plotted): boolean {
    return to >= Date.parse(series.endsAt);
  }

  protected isFirst({ series, from }: Plotted): boolean {
    return from <= Date.parse(series.startsAt);
  }

  protected remove(series: Series): Promise<void> {
    if (this.going() !== series.id) return Promise.resolve(this.going.set(series.id));
    this.going.set(undefined);
    return this.#try(async () => {
      await removeSeries(series);
      if (this.plotted()?.series.id === series.id) this.plotted.set(undefined);
      this.said.set("removed");
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    this.all.set(await readAllSeries(this.studyId));
  }

  async #plot(series: Series, from: number): Promise<void> {
    const to = from + WEEK;
    const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const [measured, predicted] = await Promise.all([
      readMeasured(series.id, span),
      readPredicted(series.position, span),
    ]);
    const credit = predicted && `${predicted.station.name}: ${predicted.station.credit}`;
    this.plotted.set({ series, from, to, measured, predicted: predicted?.levels ?? [], credit });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.said.set(undefined);
    this.problems.set([]);
    try {
      await act();
    } catch (reason) {
      this.said.set(reason instanceof LabProblem && reason.status === 409 ? "taken" : "failed");
    }
    this.busy.set(false);
  }
}
