import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import type { Map as MapLibreMap } from "maplibre-gl";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
import type { DrawMode, LineDrawing, LineOnMap } from "./draw-lines.ts";
import { LineCorners } from "./line-corners.ts";
import {
  createRiver,
  type DrawnRiver,
  draftOf,
  type River,
  type RiverSurvey,
  redrawRiver,
  surveyDraft,
} from "./river-api.ts";
import { RIVER_FIELDS } from "./river-conflict.ts";
import { type DraftLine, newLineId, type RiverDraft } from "./river-draft.ts";
import { RiverMap } from "./river-map.ts";
import { RiverPlaces } from "./river-places.ts";
import { SurveyReport } from "./survey-report.ts";

const SETTLED_MS = 400;
const MODES = ["look", "draw", "edit"] as const satisfies readonly DrawMode[];

/** A river on its way: drawn or changed on the map or in tables, tried out all the time, kept when it is sound. */
@Component({
  selector: "zpr-river-editor",
  imports: [ConflictDialog, LineCorners, RiverMap, RiverPlaces, SurveyReport, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./river-editor.html",
})
export class RiverEditor {
  readonly studyId = input.required<number>();
  /** The version it began with; null for a new river. */
  readonly seen = input.required<DrawnRiver | null>();
  readonly begun = input.required<RiverDraft>();
  /** The river as it is kept; nothing when it was given up. */
  readonly closed = output<River | undefined>();

  protected readonly modes = MODES;
  protected readonly mode = signal<DrawMode>("look");
  protected readonly draft = linkedSignal(() => this.begun());
  readonly #base = linkedSignal(() => this.seen());
  readonly #past = signal<readonly RiverDraft[]>([]);
  protected readonly canUndo = computed(() => this.#past().length > 0);
  protected readonly chosenId = signal<number | undefined>(undefined);
  protected readonly chosen = computed(() => {
    const at = this.draft().lines.findIndex(({ id }) => id === this.chosenId());
    const line = this.draft().lines[at];
    return line && { line, number: at + 1 };
  });
  protected readonly survey = signal<RiverSurvey | undefined>(undefined);
  protected readonly focus = signal<[number, number] | null>(null);
  protected readonly editing = new Editing({
    rows: (mine: RiverDraft, theirs: DrawnRiver) =>
      conflictRows(RIVER_FIELDS, mine, draftOf(theirs)),
    write: (seen: DrawnRiver | null, draft) =>
      seen ? redrawRiver(seen, draft) : createRiver(this.studyId(), draft),
    written: (kept) => this.closed.emit(kept),
    theirsTaken: (theirs) => {
      this.#base.set(theirs);
      this.draft.set(draftOf(theirs));
      this.#past.set([]);
      this.#show();
    },
    faultOf: (reason): "taken" | "failed" | "surveyFailed" => takenOrFailed(reason),
  });
  protected readonly isSound = computed(() => this.survey()?.problems.length === 0);
  protected readonly map = signal<MapLibreMap | undefined>(undefined);
  #drawing: LineDrawing | undefined;
  readonly #destroyed = inject(DestroyRef);

  /** Lines as the survey found them; while it is out, as they are drawn. */
  protected readonly shown = computed(() => {
    const { lines, water, mouth, origin } = this.draft();
    const reports = this.survey()?.lines ?? [];
    return {
      lines: lines.map(({ name, coordinates }, at) => {
        const report = reports.length === lines.length ? reports[at] : undefined;
        const flowing = report?.reversed ? coordinates.toReversed() : coordinates;
        return { name, coordinates: flowing, kilometres: report?.kilometres ?? null };
      }),
      water,
      sections: [],
      mouth,
      origin: origin?.position ?? null,
    };
  });

  constructor() {
    effect((onCleanup) => {
      const draft = this.draft();
      const timer = setTimeout(() => void this.#survey(draft), SETTLED_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async open(map: MapLibreMap): Promise<void> {
    this.map.set(map);
    const { drawLines } = await import("./draw-lines.ts");
    if (this.#destroyed.destroyed) return;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.#drawing = drawLines(map, dark, {
      onLines: (lines) => this.#drawn(lines),
      onChosen: (id) => this.chosenId.set(id),
    });
    this.#drawing.show(this.draft().lines);
    if (this.draft().lines.length === 0) this.take("draw");
  }

  protected take(mode: DrawMode): void {
    this.mode.set(mode);
    this.#drawing?.setMode(mode);
  }

  protected rename(change: Event): void {
    const name = (change.target as HTMLInputElement).value;
    this.draft.update((draft) => ({ ...draft, name }));
  }

  protected change(changes: Partial<RiverDraft>): void {
    this.#past.update((past) => [...past.slice(-99), this.draft()]);
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  /** Changes lines from a table: the map follows. */
  protected changeLines(change: (lines: readonly DraftLine[]) => readonly DraftLine[]): void {
    this.change({ lines: change(this.draft().lines) });
    this.#show();
  }

  protected replace(line: DraftLine): void {
    this.changeLines((lines) => lines.map((one) => (one.id === line.id ? line : one)));
  }

  protected reverse(id: number): void {
    this.changeLines((lines) =>
      lines.map((line) =>
        line.id === id ? { ...line, coordinates: line.coordinates.toReversed() } : line,
      ),
    );
  }

  protected remove(id: number): void {
    this.changeLines((lines) => lines.filter((line) => line.id !== id));
  }

  protected choose(id: number): void {
    this.chosenId.set(this.chosenId() === id ? undefined : id);
    this.#drawing?.choose(this.chosenId());
  }

  /** A line to begin with for who draws by numbers: across the middle of the map. */
  protected addLine(): void {
    const { lng, lat } = this.map()?.getCenter() ?? { lng: 4.25, lat: 51.2 };
    const id = newLineId();
    const coordinates: readonly Position[] = [
      rounded([lng - 0.02, lat]),
      rounded([lng + 0.02, lat]),
    ];
    this.changeLines((lines) => [...lines, { id, name: this.draft().name, coordinates }]);
    this.chosenId.set(id);
  }

  protected undo(): void {
    const before = this.#past().at(-1);
    if (!before) return;
    this.#past.update((past) => past.slice(0, -1));
    this.draft.set({ ...before, name: this.draft().name });
    this.#show();
  }

  protected look(place: Position): void {
    this.focus.set([place[0], place[1]]);
  }

  protected save(submit: Event): Promise<boolean> {
    submit.preventDefault();
    return this.editing.save(this.#base(), this.draft());
  }

  async #survey(draft: RiverDraft): Promise<void> {
    try {
      const survey = await surveyDraft(draft);
      if (draft !== this.draft()) return;
      this.survey.set(survey);
      if (this.editing.said() === "surveyFailed") this.editing.said.set(undefined);
    } catch {
      this.editing.said.set("surveyFailed");
    }
  }

  /** Lines that no map can show stay as they are. */
  #drawn(onMap: readonly LineOnMap[]): void {
    const before = new Map(this.draft().lines.map((line) => [line.id, line]));
    const drawn = new Map(onMap.map((line) => [line.id, line]));
    const kept = this.draft().lines.filter(({ id }) => drawn.has(id));
    const fresh = onMap.filter(({ id }) => !before.has(id));
    const lines = [
      ...kept.map((line) => ({ ...line, coordinates: drawn.get(line.id)?.coordinates ?? [] })),
      ...fresh.map((line) => ({ ...line, name: this.draft().name })),
    ];
    this.change({ lines });
  }

  #show(): void {
    this.#drawing?.show(this.draft().lines);
    this.#drawing?.choose(this.chosenId());
  }
}

/** To a tenth of a metre. */
function rounded([x, y]: Position): Position {
  return [Number(x.toFixed(6)), Number(y.toFixed(6))];
}
