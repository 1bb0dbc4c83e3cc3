import { effect, Injectable, inject, signal } from "@angular/core";
import { settled } from "../settled.ts";
import { StudyData } from "../study-data.ts";
import { readStrandings } from "./map-api.ts";
import type { Stranding } from "./stranding.ts";

/** Journeys are told again a while after a fix. */
const AGAIN_MS = 15_000;

/** The strandings of the study, read once somebody wants to see them and again as fixes come in. */
@Injectable()
export class MapStrandings {
  readonly #data = inject(StudyData);
  readonly #all = signal<readonly Stranding[]>([]);
  readonly wanted = signal(false);
  readonly all = this.#all.asReadonly();
  #studyId: number | undefined;
  readonly #soon = settled(AGAIN_MS, () => this.#read());

  constructor() {
    effect(() => {
      const id = this.#data.study()?.id;
      if (!this.wanted() || id === this.#studyId) return;
      this.#studyId = id;
      this.#all.set([]);
      this.#read().catch(() => this.#soon());
    });
    effect(() => {
      const isTold = this.#data.lastEvents().some(({ kind }) => kind === "fix");
      if (isTold && this.#studyId !== undefined) this.#soon();
    });
  }

  async #read(): Promise<void> {
    const id = this.#studyId;
    if (id === undefined) return;
    const strandings = await readStrandings(id);
    if (id === this.#studyId) this.#all.set(strandings);
  }
}
