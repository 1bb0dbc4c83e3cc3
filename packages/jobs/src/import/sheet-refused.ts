import { CannotBeDone } from "../cannot-be-done.ts";

/** Why a sheet is not taken, for who tells it in other languages. */
export type SheetProblem =
  | { readonly kind: "empty" | "csv-unreadable" | "excel-unreadable" }
  | { readonly kind: "rows-too-many"; readonly rows: number; readonly most: number }
  | { readonly kind: "columns-unknown"; readonly columns: string };

/** A sheet that is not taken, with why. */
export class SheetRefused extends CannotBeDone {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem, said: string) {
    super(said);
    this.problem = problem;
  }
}
