import type { AuditEntry } from "./study-api.ts";

/** One column of an entry: what it was and what it became, as text; null where there was none. */
export interface AuditLine {
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What every entry says elsewhere. */
const ELSEWHERE = new Set(["id", "study_id", "created_at"]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** What an entry changed, line by line; of what was created or removed, what it held. */
export function auditLines({
  before,
  after,
}: Pick<AuditEntry, "before" | "after">): readonly AuditLine[] {
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...columns]
    .filter((column) => !ELSEWHERE.has(column))
    .map((column) => ({
      column: column.replaceAll("_", " "),
      from: textOf(before?.[column]),
      to: textOf(after?.[column]),
    }))
    .filter(({ from, to }) => from !== null || to !== null);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return INSTANT.test(value) ? instantText(value) : value;
  if (typeof value !== "object") return String(value);
  if ("characters" in value) return `… (${value.characters})`;
  const parts = Object.entries(value).map(([key, part]) =>
    Array.isArray(value) ? (textOf(part) ?? "–") : `${key}: ${textOf(part) ?? "–"}`,
  );
  return parts.length === 0 ? null : parts.join("; ");
}

function instantText(value: string): string {
  return `${new Date(value).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
