import type { StudyScope } from "@zpr/ports";
import { type Expression, type SqlBool, sql } from "kysely";

/** A condition that keeps a query to some studies. */
export function inStudies(
  column: Expression<number | null>,
  scope: StudyScope,
): Expression<SqlBool> {
  return scope === "all" ? sql<boolean>`true` : sql<boolean>`${column} = any(${sql.val(scope)})`;
}
