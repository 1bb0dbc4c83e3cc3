import type { paths } from "@zpr/api-client";

/** Why a sheet was not taken; nothing when the server did not say. */
export type SheetProblem = NonNullable<
  paths["/api/v1/imports/plan"]["post"]["responses"]["4XX"]["content"]["application/json"]["sheetProblem"]
>;

/** A sheet that the server did not take. */
export class SheetRefused extends Error {
  readonly problem: SheetProblem | undefined;

  constructor(problem: SheetProblem | undefined) {
    super("the server did not take the sheet");
    this.problem = problem;
  }
}
