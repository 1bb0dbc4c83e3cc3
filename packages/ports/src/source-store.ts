import type { Page, StudyScope } from "./page.ts";

/** A network or service that brings messages of a study's trackers. */
export interface Source {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  /** Name of the push protocol. */
  readonly protocol: string;
  /** Its part of the URL that it pushes to; unique. */
  readonly name: string;
  /** Addresses and keys of the network, secrets among them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export type NewSource = Pick<Source, "studyId" | "protocol" | "name" | "settings">;

/** Sources. The API writes; whoever listens to them reads. */
export interface SourceStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly Source[]>;
  find(id: number): Promise<Source | undefined>;
  named(protocol: string, name: string): Promise<Source | undefined>;
  /** `undefined` when the name is taken. */
  create(source: NewSource): Promise<Source | undefined>;
  change(id: number, settings: Source["settings"]): Promise<Source>;
  remove(id: number): Promise<void>;
  /** Which of these trackers are registered in another study than the source's. */
  foreign(source: Source, uniqueIds: readonly string[]): Promise<readonly string[]>;
}
