import { DEFAULT_EPISODE_RULES, type EpisodeRules } from "@zpr/model";
import type { ConflictField } from "../conflict/conflict-rows.ts";
import type { Study } from "../lab-api.ts";

/** What owners decide of how episodes are told apart; `corridorMetres` is the study's. */
export interface Thresholds extends EpisodeRules {
  readonly corridorMetres: number;
}

/** The study's own default, from its schema. */
const DEFAULT_CORRIDOR_METRES = 500;
export const DEFAULT_THRESHOLDS: Thresholds = {
  ...DEFAULT_EPISODE_RULES,
  corridorMetres: DEFAULT_CORRIDOR_METRES,
};

type NumberName = Exclude<keyof Thresholds, "tidal">;

/** One number of the form: its unit, and what the server takes. */
export interface ThresholdField {
  readonly name: NumberName;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

export const THRESHOLD_FIELDS: readonly ThresholdField[] = [
  { name: "noiseMetres", unit: "m", min: 0.1, max: 1000 },
  { name: "strandedMinutes", unit: "min", min: 10, max: 100_000 },
  { name: "strandedHoursWithoutTide", unit: "h", min: 1, max: 1000 },
  { name: "driftMetresPerSecond", unit: "m/s", min: 0.1, max: 20 },
  { name: "corridorMetres", unit: "m", min: 1, max: 100_000 },
  { name: "silentHours", unit: "h", min: 1, max: 10_000 },
];

/** A study's thresholds, defaults where it says nothing. */
export function thresholdsOf(study: Pick<Study, "episodeRules" | "corridorMetres">): Thresholds {
  const { episodeRules, corridorMetres } = study;
  return { ...DEFAULT_THRESHOLDS, ...episodeRules, corridorMetres };
}

/** Thresholds as a form of the tab says them. */
export function thresholdsIn(form: FormData): Thresholds {
  const numbers = THRESHOLD_FIELDS.map(({ name }) => [name, Number(form.get(name))]);
  return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(numbers), tidal: form.has("tidal") };
}

/** Of a study only what differs from the defaults is kept. */
export function changesIn({ corridorMetres, ...rules }: Thresholds): {
  readonly corridorMetres: number;
  readonly episodeRules: Partial<EpisodeRules>;
} {
  const own = Object.entries(rules).filter(
    ([name, value]) => DEFAULT_EPISODE_RULES[name as keyof EpisodeRules] !== value,
  );
  return { corridorMetres, episodeRules: Object.fromEntries(own) };
}

/** R of the definitions: fixes within it may lie still, metres. */
export function stillMetres(noiseMetres: number): number {
  return Math.max(4 * noiseMetres, 50);
}

/** What a conflict shows. */
export const THRESHOLD_CONFLICTS: readonly ConflictField<Thresholds>[] = [
  ...THRESHOLD_FIELDS.map(({ name, unit }) => ({
    label: `lab.river.thresholds.${name}`,
    text: (all: Thresholds) => `${all[name]} ${unit}`,
  })),
  { label: "lab.river.thresholds.tidal", text: ({ tidal }) => (tidal ? "✓" : "✗") },
];
