import type { Condition, Surroundings } from "@zpr/model";

/** Everything the public page of a study says of itself, in one language; names and texts are the study's own. */
export interface StudyWords {
  readonly lead: string;
  readonly simulated: string;
  readonly counters: {
    readonly items: string;
    readonly reports: string;
    readonly finders: string;
    readonly kilometres: string;
    readonly alive: string;
  };
  readonly map: string;
  readonly mapLoading: string;
  readonly mapFailed: string;
  readonly mapNeedsScript: string;
  readonly legend: { readonly item: string; readonly sighting: string; readonly track: string };
  readonly delayed: (hours: number) => string;
  readonly coarse: (metres: number) => string;
  readonly table: string;
  readonly tableNone: string;
  readonly tableMore: (shown: number) => string;
  readonly columns: {
    readonly item: string;
    readonly type: string;
    readonly place: string;
    readonly since: string;
  };
  readonly evidence: Readonly<Record<"release" | "fix" | "sighting", string>>;
  readonly latest: string;
  readonly latestNone: string;
  readonly photoOf: (type: string, code: string) => string;
  readonly journey: string;
  readonly condition: Readonly<Record<Condition, string>>;
  readonly surroundings: Readonly<Record<Surroundings, string>>;
  readonly help: string;
  readonly helpLines: readonly string[];
  readonly report: string;
  readonly contest: string;
  readonly data: string;
  readonly dataLines: string;
  readonly whole: string;
  readonly noneTitle: string;
  readonly noneLead: string;
  readonly home: string;
  /** What the map itself says. */
  readonly controls: {
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly credits: string;
    readonly twoFingers: string;
    readonly control: string;
    readonly command: string;
  };
}
