import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { StudyData } from "../study-data.ts";
import { type DrawnRiver, draftOf, type River, readRiver, readRivers } from "./river-api.ts";
import { draftFrom, EMPTY_DRAFT, type RiverDraft } from "./river-draft.ts";
import { RiverEditor } from "./river-editor.ts";
import { RiverView } from "./river-view.ts";

/** What is being drawn, and the version that it began with; null for a new river. */
interface Drawing {
  readonly seen: DrawnRiver | null;
  readonly draft: RiverDraft;
}

/** `/lab/study/river`: the study's rivers on a map, drawn, uploaded and divided. */
@Component({
  selector: "zpr-river-tab",
  imports: [RiverEditor, RiverView, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./river-tab.html",
  host: {
    "(dragover)": "dragOver($event)",
    "(dragleave)": "dropping.set(false)",
    "(drop)": "drop($event)",
  },
})
export class RiverTab {
  readonly #data = inject(StudyData);
  protected readonly studyId = this.#data.study()?.id ?? 0;
  protected readonly canEdit = this.#data.mayEdit;
  /** Undefined until they are read. */
  protected readonly rivers = signal<readonly River[] | undefined>(undefined);
  protected readonly shown = signal<DrawnRiver | undefined>(undefined);
  protected readonly drawing = signal<Drawing | undefined>(undefined);
  protected readonly dropping = signal(false);
  protected readonly said = signal<"failed" | "unreadable" | "saved" | "removed" | undefined>(
    undefined,
  );

  constructor() {
    void this.#read();
  }

  protected draw(): void {
    this.drawing.set({
      seen: null,
      draft: { ...EMPTY_DRAFT, name: this.#data.study()?.name ?? "" },
    });
  }

  protected edit(seen: DrawnRiver): void {
    this.drawing.set({ seen, draft: draftOf(seen) });
  }

  protected async take(file: File | undefined): Promise<void> {
    if (!file || !this.canEdit()) return;
    const draft = draftFrom(await file.text(), file.name);
    this.said.set(draft ? undefined : "unreadable");
    if (draft) this.drawing.set({ seen: null, draft });
  }

  protected picked(change: Event): void {
    const field = change.target as HTMLInputElement;
    void this.take(field.files?.[0]);
    field.value = "";
  }

  protected dragOver(event: DragEvent): void {
    if (!this.canEdit() || this.drawing() || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.dropping.set(false);
    if (!this.drawing()) void this.take(event.dataTransfer?.files[0]);
  }

  protected choose(change: Event): void {
    void this.show(Number((change.target as HTMLSelectElement).value));
  }

  protected async show(id: number): Promise<void> {
    try {
      this.shown.set(await readRiver(id));
    } catch {
      this.said.set("failed");
    }
  }

  protected async closed(saved: River | undefined): Promise<void> {
    this.drawing.set(undefined);
    if (!saved) return;
    this.said.set("saved");
    await this.#read(saved.id);
  }

  protected async removed(): Promise<void> {
    this.shown.set(undefined);
    this.said.set("removed");
    await this.#read();
  }

  async #read(id?: number): Promise<void> {
    try {
      const rivers = await readRivers(this.studyId);
      this.rivers.set(rivers);
      const first = id ?? rivers[0]?.id;
      if (first !== undefined) await this.show(first);
    } catch {
      this.said.set("failed");
    }
  }
}
