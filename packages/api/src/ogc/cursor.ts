import { ProblemError } from "../problem.ts";

/** Where a page begins, and how many features there are on all pages, so that they are counted once. */
export interface Cursor {
  readonly after: string;
  readonly matched: number | undefined;
}

/** A cursor as text without characters that mean something in a URL. */
export function encodeCursor({ after, matched }: Cursor): string {
  return Buffer.from(JSON.stringify([after, matched ?? null])).toString("base64url");
}

/** Reads a cursor that came from outside; one we did not make is a problem. */
export function decodeCursor(text: string): Cursor {
  const [after, matched] = parse(text);
  const isCount = matched === null || (Number.isSafeInteger(matched) && Number(matched) >= 0);
  if (typeof after !== "string" || !isCount) throw foreign();
  return { after, matched: matched === null ? undefined : Number(matched) };
}

function parse(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    throw foreign();
  }
}

function foreign(): ProblemError {
  return new ProblemError("request-invalid", {
    detail: "cursor is none that this server gave out",
  });
}
