import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { codeText } from "../../kit/measures.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { StudyData } from "../study-data.ts";
import { ReleaseDay } from "./release-day.ts";
import type { lacking } from "./release-draft.ts";
import { ScanStrip } from "./scan-strip.ts";

/** The batch: scan items and trackers, take a photo, and say "released" when they are in the water. */
@Component({
  selector: "zpr-batch-panel",
  imports: [PluralPipe, ScanStrip, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./batch-panel.html",
  styleUrl: "./batch-panel.css",
})
export class BatchPanel {
  protected readonly data = inject(StudyData);
  protected readonly day = inject(ReleaseDay);
  protected readonly codeText = codeText;
  protected readonly scanning = signal(false);
  protected readonly busy = signal(false);
  protected readonly lacks = signal<ReturnType<typeof lacking>>([]);
  protected readonly mayEdit = this.data.mayEdit;

  /** How many items went with the last tap, until the next batch begins. */
  readonly #done = signal(0);
  protected readonly done = computed(() => (this.rows().length === 0 ? this.#done() : 0));

  /** The last one first, with its number and its tracker. */
  protected readonly rows = computed(() => {
    const { codes = [], pairs = [] } = this.day.draft() ?? {};
    return codes
      .map((code, at) => {
        const pair = pairs.find(({ itemCode }) => itemCode === code);
        return { code, number: at + 1, tracker: pair && this.day.nameOf(pair.trackerId) };
      })
      .reverse();
  });
  protected readonly freeTrackers = computed(() => {
    const taken = new Set(this.day.draft()?.pairs.map(({ trackerId }) => trackerId));
    return this.data.trackers().filter(({ id, itemCode }) => !taken.has(id) && itemCode === null);
  });
  protected readonly said = computed(() => {
    const said = this.day.said();
    if (!said) return undefined;
    const isGood = ["added", "paired", "tracker"].includes(said.outcome);
    return { ...said, isGood, text: said.text.length === 6 ? codeText(said.text) : said.text };
  });

  protected type(submit: Event): void {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const text = String(new FormData(form).get("code") ?? "").trim();
    if (text) this.day.take(text);
    form.reset();
  }

  protected pick({ target }: Event): void {
    const select = target as HTMLSelectElement;
    if (select.value) this.day.takeTracker(Number(select.value));
    select.value = "";
  }

  protected note({ target }: Event): void {
    this.day.change({ note: (target as HTMLTextAreaElement).value });
  }

  protected async photo({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) await this.day.addPhoto(file);
    input.value = "";
  }

  protected async release(): Promise<void> {
    const count = this.rows().length;
    this.busy.set(true);
    this.lacks.set(await this.day.release());
    this.busy.set(false);
    if (this.lacks().length > 0) return;
    this.#done.set(count);
    this.scanning.set(false);
  }
}
