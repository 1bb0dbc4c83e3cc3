/** What the view Import asks of the server: files go as they are, which the generated client cannot send. */
import type { paths } from "@zpr/api-client";
import { newUuid } from "../../kit/new-uuid.ts";
import type { Job } from "../jobs/jobs-api.ts";
import { goToSignIn } from "../sign-in.ts";
import { type SheetProblem, SheetRefused } from "./sheet-refused.ts";

type PlanPath = paths["/api/v1/imports/plan"]["post"];
/** What an import would do, row by row. */
export type ImportPlan = PlanPath["responses"][200]["content"]["application/json"];
/** What would become of one row. */
export type PlanRow = ImportPlan["rows"][number];
/** What a sheet tells of. */
export type ImportKind = PlanPath["parameters"]["query"]["kind"];

/** A sheet and how to read it. */
export interface ImportWish {
  readonly studyId: number;
  readonly kind: ImportKind;
  readonly timeZone: string;
  readonly file: File;
}

/** A sheet of 10 MB takes a while over a phone's line. */
const SHEET_MS = 180_000;

export function planSheet(wish: ImportWish): Promise<ImportPlan> {
  return send<ImportPlan>("/api/v1/imports/plan", wish, {});
}

/** The job that brings a sheet in. */
export function applySheet(wish: ImportWish): Promise<Job> {
  return send<Job>("/api/v1/imports", wish, { id: newUuid() });
}

async function send<Answer>(
  path: string,
  { studyId, kind, timeZone, file }: ImportWish,
  more: Readonly<Record<string, string>>,
): Promise<Answer> {
  const query = new URLSearchParams({ studyId: String(studyId), kind, timeZone, ...more });
  const response = await fetch(`${path}?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
    signal: AbortSignal.timeout(SHEET_MS),
  });
  if (response.status === 401) goToSignIn();
  const body = (await response.json()) as Answer & { readonly sheetProblem?: SheetProblem };
  if (!response.ok) throw new SheetRefused(body.sheetProblem);
  return body;
}
