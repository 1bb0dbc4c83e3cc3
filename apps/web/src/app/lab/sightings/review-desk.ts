import { computed, effect, Injectable, inject, signal } from "@angular/core";
import { LabProblem } from "../ask.ts";
import type { Sighting } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { decide, type NewDecision, readWithoutItem } from "./sightings-api.ts";

/** What is decided, without the id that the desk gives it. */
export type Change = NewDecision extends infer One
  ? One extends NewDecision
    ? Omit<One, "id">
    : never
  : never;

/** How the last decision went, for who made it. */
export interface Outcome {
  readonly kind: NewDecision["kind"];
  readonly code: string;
  readonly sightingId: string;
  /** To undo it by. */
  readonly decisionId: string;
  readonly problem?: "failed" | "conflict" | "forbidden" | "itemUnknown";
}

const EVERY_MS = 60_000;

/** The reports of the study and those without an item, and what the reader decides of them. */
@Injectable()
export class ReviewDesk {
  readonly #data = inject(StudyData);
  readonly #withoutItem = signal<readonly Sighting[]>([]);
  readonly #decided = signal<ReadonlyMap<string, Sighting>>(new Map());
  readonly #outcome = signal<Outcome | undefined>(undefined);
  readonly #revision = signal(0);

  readonly outcome = this.#outcome.asReadonly();
  /** Another number after each decision. */
  readonly revision = this.#revision.asReadonly();
  readonly mayEdit = this.#data.mayEdit;
  readonly sightings = computed(() => {
    const decided = this.#decided();
    const known = new Map(
      [...this.#data.sightings(), ...this.#withoutItem()].map((one) => [one.id, one]),
    );
    for (const [id, one] of decided) if (known.has(id)) known.set(id, one);
    return [...known.values()];
  });

  constructor() {
    // What the server says later holds.
    effect(() => {
      this.#data.sightings();
      this.#decided.set(new Map());
    });
    effect((onCleanup) => {
      if (!this.mayEdit()) return;
      void this.#readWithoutItem();
      const timer = setInterval(() => void this.#readWithoutItem(), EVERY_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  /** A report as the list knows it. */
  find(id: string): Sighting | undefined {
    return this.sightings().find((one) => one.id === id);
  }

  /** Decides; `expected` is shown until the server says so or otherwise. */
  async decide(
    sighting: Sighting,
    change: Change,
    expected: Partial<Sighting> = {},
  ): Promise<boolean> {
    const decisionId = crypto.randomUUID();
    const about = {
      kind: change.kind,
      code: sighting.itemCode,
      sightingId: sighting.id,
      decisionId,
    };
    this.#show({ ...sighting, ...expected });
    try {
      const after = await decide(sighting.id, { ...change, id: decisionId } as NewDecision);
      this.#show(after);
      this.#outcome.set(about);
      if (sighting.studyId === null || after.studyId === null) await this.#readWithoutItem();
      return true;
    } catch (reason) {
      this.#show(sighting);
      this.#outcome.set({ ...about, problem: problemOf(reason) });
      return false;
    } finally {
      this.#revision.update((before) => before + 1);
    }
  }

  /** Takes the last decision back. */
  async undoLast(): Promise<void> {
    const last = this.#outcome();
    const sighting = last && this.find(last.sightingId);
    if (sighting) await this.decide(sighting, { kind: "undo", decision: last.decisionId });
  }

  dismiss(): void {
    this.#outcome.set(undefined);
  }

  #show(sighting: Sighting): void {
    this.#decided.update((before) => new Map(before).set(sighting.id, sighting));
  }

  async #readWithoutItem(): Promise<void> {
    try {
      this.#withoutItem.set(await readWithoutItem());
    } catch {
      // They are asked for again in a minute; the study's own reports say that something is wrong.
    }
  }
}

/** Why a decision could not be. */
export function problemOf(reason: unknown): "failed" | "conflict" | "forbidden" | "itemUnknown" {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 409) return "conflict";
  if (reason.problem === "item-unknown") return "itemUnknown";
  return reason.status === 403 ? "forbidden" : "failed";
}
