/** What an import brings in. */
export const IMPORT_KINDS = ["items", "trackers", "deployments"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row cannot be taken; the lab says each in the reader's language. */
export const ROW_FAULTS = [
  "code-invalid",
  "code-twice",
  "code-elsewhere",
  "name-taken",
  "type-missing",
  "type-differs",
  "number-invalid",
  "time-invalid",
  "place-missing",
  "time-missing",
  "position-missing",
  "position-invalid",
  "released-elsewhere",
  "tracker-unknown",
  "tracker-busy",
  "release-missing",
  "protocol-unknown",
  "id-missing",
  "tracker-elsewhere",
  "item-unknown",
  "start-missing",
  "end-before-start",
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** A fault with the field and the text that are to blame. */
export interface Fault {
  readonly fault: RowFault;
  readonly field: string;
  readonly value: string;
  /** What is there already, where that is what is in the way. */
  readonly known: string;
}

/** One field that a row would change. */
export interface Change {
  readonly field: string;
  /** Empty when there was nothing. */
  readonly from: string;
  readonly to: string;
}

/** What would become of one row. */
export interface RowPlan {
  readonly line: number;
  readonly outcome: "new" | "changed" | "same" | "error";
  /** The item's code or the tracker's id; empty when one is to be generated. */
  readonly subject: string;
  readonly changes: readonly Change[];
  readonly faults: readonly Fault[];
}

/** A row's plan with what it takes to carry it out. */
export interface PlannedRow<Action> {
  readonly plan: RowPlan;
  readonly action: Action | undefined;
}

/** Rows that could not be taken although the plan said so: somebody was quicker. */
export type Refusals = ReadonlyMap<number, string>;

/** Gathers what is wrong with a row. */
export function faultList() {
  const faults: Fault[] = [];
  return {
    faults,
    add(fault: RowFault, field: string, ...[value = "", known = ""]: readonly string[]): void {
      faults.push({ fault, field, value, known });
    },
  };
}
export type FaultList = ReturnType<typeof faultList>;
