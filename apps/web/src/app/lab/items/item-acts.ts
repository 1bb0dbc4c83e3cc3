import { Injectable, inject, signal } from "@angular/core";
import type { Item, Release } from "../lab-api.ts";
import { addItems, removeItems } from "../releases/releases-api.ts";
import { StudyData } from "../study-data.ts";
import { saveFile } from "../table/save-file.ts";
import { type Fate, readLabels, recordFates } from "./items-api.ts";

/** What was done to several items, for how many, and the way back where there is one. */
interface Done {
  readonly kind: "lost" | "retrieved" | "added" | "labels" | "undone" | "failed";
  readonly count: number;
  readonly undo?: () => Promise<void>;
}

/** What is done to several items at once. */
@Injectable()
export class ItemActs {
  readonly #data = inject(StudyData);
  readonly #done = signal<Done | undefined>(undefined);
  readonly #busy = signal(false);
  readonly done = this.#done.asReadonly();
  readonly busy = this.#busy.asReadonly();

  dismiss(): void {
    this.#done.set(undefined);
  }

  print(items: readonly Item[]): Promise<void> {
    return this.#act(async () => {
      const [first] = items;
      if (!first) return undefined;
      const codes = items.map(({ code }) => code);
      saveFile(await readLabels(first.studyId, codes), `labels-${first.studyId}.pdf`);
      return { kind: "labels", count: codes.length };
    });
  }

  mark(items: readonly Item[], fate: "lost" | "retrieved"): Promise<void> {
    return this.#act(async () => {
      const marked = items.filter(({ status }) => status !== fate);
      const failed = await recordFates(marked.map(({ code }) => ({ code, fate })));
      if (failed.length > 0) return { kind: "failed", count: failed.length };
      const undo = () => this.#backTo(marked);
      return { kind: fate, count: marked.length, undo };
    });
  }

  /** Those that were released before stay where they were. */
  addTo(release: Release, items: readonly Item[]): Promise<void> {
    return this.#act(async () => {
      const codes = items.filter(({ releaseId }) => releaseId === null).map(({ code }) => code);
      if (codes.length > 0) await addItems(release.id, codes);
      const undo = () =>
        this.#act(async () => {
          await removeItems(release.id, codes);
          return { kind: "undone", count: codes.length };
        });
      return { kind: "added", count: codes.length, ...(codes.length > 0 && { undo }) };
    });
  }

  #backTo(items: readonly Item[]): Promise<void> {
    return this.#act(async () => {
      const failed = await recordFates(
        items.map((item) => ({ code: item.code, fate: fateOf(item) })),
      );
      if (failed.length > 0) return { kind: "failed", count: failed.length };
      return { kind: "undone", count: items.length };
    });
  }

  async #act(work: () => Promise<Done | undefined>): Promise<void> {
    this.#busy.set(true);
    this.#done.set(undefined);
    try {
      this.#done.set(await work());
    } catch {
      this.#done.set({ kind: "failed", count: 0 });
    }
    this.#busy.set(false);
    await this.#data.reload();
  }
}

function fateOf({ status }: Item): Fate {
  return status === "lost" || status === "retrieved" ? status : null;
}
