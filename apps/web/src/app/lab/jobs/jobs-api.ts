/** What the view Jobs asks of the server. */
import type { paths } from "@zpr/api-client";
import { newUuid } from "../../kit/new-uuid.ts";
import { api, bodyOf, type Row, soon } from "../ask.ts";

/** Long work of a study: how far it is, and its file. */
export type Job = Row<"/api/v1/jobs">;
type ExportBody = paths["/api/v1/exports"]["post"]["requestBody"]["content"]["application/json"];
/** What to export; times are UTC, of fixes. */
export type ExportWish = Omit<ExportBody, "id" | "studyId">;

/** The newest jobs that anybody looks at. */
const NEWEST = 50;

export async function readJobs(studyId: number): Promise<readonly Job[]> {
  const query = { studyId, limit: NEWEST };
  return bodyOf(await api.GET("/api/v1/jobs", { params: { query }, ...soon() }));
}

export async function readJob(id: string): Promise<Job> {
  return bodyOf(await api.GET("/api/v1/jobs/{id}", { params: { path: { id } }, ...soon() }));
}

export async function cancelJob(id: string): Promise<Job> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.POST("/api/v1/jobs/{id}/cancel", asked));
}

export async function startExport(studyId: number, wish: ExportWish): Promise<Job> {
  const body = { id: newUuid(), studyId, ...wish };
  return bodyOf(await api.POST("/api/v1/exports", { body, ...soon() }));
}
