import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { overtakenBy } from "../ask.ts";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { type ConflictField, conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
import { kilometreText } from "./kilometre-text.ts";
import {
  addSection,
  changeSection,
  type DrawnRiver,
  removeSection,
  type Section,
  type SectionFields,
} from "./river-api.ts";
import { SECTION_COLOURS } from "./river-layers.ts";

const FIELDS: readonly ConflictField<SectionFields>[] = [
  { label: "lab.river.section.name", text: ({ name }) => name },
  { label: "lab.river.section.from", text: ({ fromKilometre }) => String(fromKilometre) },
  { label: "lab.river.section.to", text: ({ toKilometre }) => String(toKilometre) },
  { label: "lab.river.section.on", text: ({ line }) => line ?? "–" },
];

/** The sections of a river: a table in the colours of the map, and a form. */
@Component({
  selector: "zpr-river-sections",
  imports: [ConflictDialog, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./river-sections.html",
})
export class RiverSections {
  readonly drawn = input.required<DrawnRiver>();
  readonly canEdit = input(false);
  readonly changed = output();

  readonly #locale = inject(PageLocale);
  /** The section in the form; null for a new one. */
  protected readonly edited = signal<Section | null>(null);
  protected readonly going = signal<number | undefined>(undefined);
  protected readonly editing = new Editing({
    rows: (mine: SectionFields, theirs: Section) => conflictRows(FIELDS, mine, theirs),
    write: (seen: Section | null, fields) =>
      seen
        ? changeSection(this.drawn().river.id, seen, fields)
        : addSection(this.drawn().river.id, fields),
    written: () => this.#done(),
    theirsTaken: () => this.#done(),
    faultOf: (reason): "taken" | "failed" | "order" | "overtaken" => takenOrFailed(reason),
  });
  protected readonly lineNames = computed(() => [
    ...new Set(this.drawn().lines.map(({ name }) => name)),
  ]);
  protected readonly rows = computed(() =>
    this.drawn().river.sections.map((section, at) => ({
      section,
      number: at + 1,
      colour: SECTION_COLOURS[at % SECTION_COLOURS.length] ?? SECTION_COLOURS[0],
      from: kilometreText(section.fromKilometre, this.#locale.current()),
      to: kilometreText(section.toKilometre, this.#locale.current()),
    })),
  );

  protected async save(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const given = new FormData(form);
    const fields = {
      name: String(given.get("name")).trim(),
      fromKilometre: Number(given.get("from")),
      toKilometre: Number(given.get("to")),
      line: String(given.get("line")) || null,
    };
    if (fields.toKilometre <= fields.fromKilometre) return this.editing.said.set("order");
    if (await this.editing.save(this.edited(), fields)) form.reset();
  }

  protected async remove(section: Section): Promise<void> {
    if (this.going() !== section.id) return this.going.set(section.id);
    this.going.set(undefined);
    this.editing.said.set(undefined);
    await removeSection(this.drawn().river.id, section).catch((reason) =>
      this.editing.said.set(overtakenBy(reason) ? "overtaken" : "failed"),
    );
    this.changed.emit();
  }

  #done(): void {
    this.edited.set(null);
    this.changed.emit();
  }
}
