import type { Page } from "playwright-core";
import type { LabWorld } from "./lab-world.ts";

/** One view of the lab in one state, pictured at a desk and, the main ones, on phones and in the dark. */
export interface LabShot {
  /** The name of its files. */
  readonly name: string;
  /** What is to be seen, for people. */
  readonly title: string;
  readonly path: (world: LabWorld) => string;
  /** Done on the open page, until the state is there. */
  readonly act?: (stage: LabStage) => Promise<unknown>;
  /** At a desk in English when absent. */
  readonly looks?: readonly LabLook[];
}

/** How a shot is looked at, and the end of its file's name. */
export const LAB_LOOKS = ["desk", "dark", "phone", "phone-nl", "phone-dark"] as const;
export type LabLook = (typeof LAB_LOOKS)[number];

/** What a shot may use to come to its state. */
export interface LabStage {
  readonly page: Page;
  readonly world: LabWorld;
  /** What the lab says under a key of one of its files, `map/map.legend`, in the language of the page. */
  readonly say: (key: string) => string;
}
