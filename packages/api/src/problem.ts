import type { LevelProblem } from "@zpr/analytics";
import type { SheetProblem } from "@zpr/jobs";
import type { RiverProblem } from "@zpr/model";
import { type Static, Type } from "typebox";

/** RFC 9457. The only shape in which this API says no. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: "Stable identifier of this kind of problem" }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String({ description: "What was wrong and what to do" })),
    suggestion: Type.Optional(
      Type.String({ description: "The item code that was probably meant, if only one can be" }),
    ),
    suggestions: Type.Optional(
      Type.Unsafe<readonly string[]>(
        Type.Array(Type.String(), {
          description:
            "Codes of released items that differ in one character or one swap, at most 3",
        }),
      ),
    ),
    codes: Type.Optional(
      Type.Unsafe<readonly string[]>(
        Type.Array(Type.String(), { description: "Codes of the items that stand in the way" }),
      ),
    ),
    current: Type.Optional(
      Type.Unsafe<object>({
        description: "With precondition-failed: the resource as it is now, with its version",
      }),
    ),
    levelProblems: Type.Optional(
      Type.Unsafe<readonly LevelProblem[]>(
        Type.Array(Type.Object({ kind: Type.String(), line: Type.Integer() }), {
          description: "Which lines of a table are no water levels, numbered from 1, and why",
        }),
      ),
    ),
    sheetProblem: Type.Optional(
      Type.Unsafe<SheetProblem>(
        Type.Object(
          { kind: Type.String() },
          { additionalProperties: true, description: "Why a sheet cannot be brought in" },
        ),
      ),
    ),
    riverProblems: Type.Optional(
      Type.Unsafe<readonly RiverProblem[]>(
        Type.Array(Type.Object({ kind: Type.String() }, { additionalProperties: true }), {
          description: "What is the matter with each line of a river, numbered from 0",
        }),
      ),
    ),
  },
  { $id: "Problem", title: "Problem" },
);

const kinds = {
  "path-unknown": { status: 404, title: "Nothing is served at this path" },
  "not-found": { status: 404, title: "There is no such thing here, or you may not see it" },
  "item-unknown": { status: 404, title: "No item has this code" },
  "request-invalid": { status: 400, title: "The request does not match the API description" },
  "sign-in-required": { status: 401, title: "Sign in, or send an API key" },
  "credentials-invalid": { status: 401, title: "The session or API key is not valid (any more)" },
  "role-insufficient": { status: 403, title: "Your role in this study does not allow this" },
  "origin-foreign": { status: 403, title: "Requests with a session must come from this site" },
  "too-many-requests": { status: 429, title: "This is more than anybody can mean" },
  conflict: { status: 409, title: "This contradicts what is already recorded" },
  "precondition-failed": { status: 412, title: "Somebody changed this in the meantime" },
  "river-invalid": { status: 422, title: "This drawing is not a river yet" },
  "water-levels-invalid": { status: 422, title: "This table is no series of water levels" },
  "photo-unreadable": { status: 415, title: "This is not a picture we can read" },
  "too-large": { status: 413, title: "This is more than we take at once" },
  "too-busy": { status: 503, title: "Others ask for the same just now; ask again in a moment" },
  internal: { status: 500, title: "Something broke on our side" },
  "not-ready": { status: 503, title: "A part this server needs does not answer" },
} as const;

export type ProblemKind = keyof typeof kinds;

/** The body that says a kind of problem. */
export function problem(
  kind: ProblemKind,
  { retryAfterSeconds: _, ...more }: ProblemDetail = {},
): Static<typeof Problem> {
  return { type: `https://zpr.one/problems/${kind}`, ...kinds[kind], ...more };
}

interface ProblemDetail {
  readonly detail?: string;
  readonly suggestion?: string;
  readonly suggestions?: readonly string[];
  readonly codes?: readonly string[];
  readonly current?: object;
  readonly riverProblems?: readonly RiverProblem[];
  readonly levelProblems?: readonly LevelProblem[];
  readonly sheetProblem?: SheetProblem;
  /** Sent as a Retry-After header. */
  readonly retryAfterSeconds?: number;
}

/** Thrown anywhere below a route to answer with a problem. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Static<typeof Problem>;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: ProblemKind, more?: ProblemDetail) {
    super(more?.detail ?? kind);
    this.problem = problem(kind, more);
    this.retryAfterSeconds = more?.retryAfterSeconds;
  }
}

/** Said when what a request needs is away or stands still; the same may succeed later. */
export function notNow(): ProblemError {
  return new ProblemError("not-ready", { detail: "send it again in a moment" });
}
