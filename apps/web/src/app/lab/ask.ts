/** How the lab asks the server: the generated client, all pages of a list, and problems thrown. */
import { createApiClient, type paths } from "@zpr/api-client";
import { nextCursor } from "./next-cursor.ts";
import { goToSignIn } from "./sign-in.ts";

/** The generated client on the page's own origin. */
export const api = createApiClient("");

/** What one line of a list that is read with GET is. */
export type Row<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": readonly (infer One)[] } } } };
}
  ? One
  : never;

/** An answer that was not what was asked for; `problem` is the last part of its type. */
export class LabProblem extends Error {
  readonly status: number;
  readonly problem: string;
  /** With 412: the resource as it is now. */
  readonly current: unknown;
  /** What the server says of it, in English; empty when it says nothing. */
  readonly detail: string;

  constructor(
    status: number,
    problem: string,
    { current, detail }: { readonly current?: unknown; readonly detail?: unknown } = {},
  ) {
    super(`the server answered ${status} ${problem}`);
    this.status = status;
    this.problem = problem;
    this.current = current;
    this.detail = typeof detail === "string" ? detail : "";
  }
}

interface Asked<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

interface PageOf {
  readonly limit: number;
  readonly cursor?: string;
}

/** Rows of a page that lists are read by. */
export const PAGE = 1000;
const TIMEOUT_MS = 30_000;

/** Reads a list to its end. */
export async function allPages<One>(
  ask: (page: PageOf) => Promise<Asked<readonly One[]>>,
): Promise<readonly One[]> {
  const rows: One[] = [];
  let cursor: string | undefined;
  do {
    const asked = await ask({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    rows.push(...bodyOf(asked));
    cursor = nextCursor(asked.response.headers.get("link"));
  } while (cursor !== undefined);
  return rows;
}

/** What was asked for; else throws a {@link LabProblem}, or leaves for the sign-in page. */
export function bodyOf<Body>({ data, error, response }: Asked<Body>): Body {
  if (data !== undefined) return data;
  if (response.status === 401) goToSignIn();
  const { type, current, detail } = (typeof error === "object" && error ? error : {}) as {
    readonly type?: unknown;
    readonly current?: unknown;
    readonly detail?: unknown;
  };
  const problem = typeof type === "string" ? (type.split("/").at(-1) ?? "") : "";
  throw new LabProblem(response.status, problem, { current, detail });
}

/** Lets a write be done only on top of the version that the reader has seen. */
export function onTopOf({ version }: { readonly version: number }) {
  return { headers: { "if-match": `"${version}"` } };
}

/** What somebody made of a resource in the meantime, when that is why it was not written. */
export function overtakenBy<Resource>(reason: unknown): Resource | undefined {
  const isOvertaken = reason instanceof LabProblem && reason.status === 412;
  return isOvertaken ? (reason.current as Resource) : undefined;
}

/** The problem of a write that is overtaken, with the resource as it is now. */
export function overtaken(current: unknown): LabProblem {
  return new LabProblem(412, "precondition-failed", { current });
}

/** Ends a request that takes longer than anybody waits. */
export function soon() {
  return { signal: AbortSignal.timeout(TIMEOUT_MS) };
}
