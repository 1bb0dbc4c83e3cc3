import type { RiverDrawing, RiverSection } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** A river of a study. */
export interface River extends RiverDrawing {
  readonly id: number;
  /** Counts what people change of its drawing; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly name: string;
  readonly sections: readonly StoredSection[];
}

export interface StoredSection extends RiverSection {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
}

export type NewRiver = RiverDrawing & Pick<River, "studyId" | "name">;

/** Rivers and their sections. The API writes; a changed drawing marks the journeys of its study. */
export interface RiverStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly River[]>;
  find(id: number): Promise<River | undefined>;
  /** `undefined` when the study has a river of this name. */
  create(river: NewRiver): Promise<River | undefined>;
  /** `undefined` when there is no such river. */
  redraw(
    id: number,
    changes: Partial<Omit<NewRiver, "studyId">>,
  ): Promise<River | "name-taken" | undefined>;
  remove(id: number): Promise<void>;
  /** Adds a section, or changes the one of that id; `undefined` when it is not there. */
  saveSection(
    riverId: number,
    section: RiverSection & { readonly id?: number },
  ): Promise<StoredSection | "name-taken" | undefined>;
  removeSection(riverId: number, id: number): Promise<void>;
}
