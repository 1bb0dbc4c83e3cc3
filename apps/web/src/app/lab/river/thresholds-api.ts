/** What the tab Thresholds asks of the server. */
import { api, bodyOf, onTopOf, type Row, soon } from "../ask.ts";
import type { Study } from "../lab-api.ts";
import { changesIn, type Thresholds } from "./thresholds-form.ts";

/** Long work with its progress. */
export type Job = Row<"/api/v1/jobs">;

/** Changes thresholds on top of the version that was seen. */
export async function changeThresholds(seen: Study, thresholds: Thresholds): Promise<Study> {
  const asked = { params: { path: { id: seen.id } }, body: changesIn(thresholds) };
  return bodyOf(await api.PATCH("/api/v1/studies/{id}", { ...asked, ...onTopOf(seen), ...soon() }));
}

/** Has the journeys of a study told again. */
export async function startRecompute(studyId: number): Promise<Job> {
  const body = { id: crypto.randomUUID(), studyId, kind: "recompute" } as const;
  return bodyOf(await api.POST("/api/v1/jobs", { body, ...soon() }));
}

export async function readJob(id: string): Promise<Job> {
  return bodyOf(await api.GET("/api/v1/jobs/{id}", { params: { path: { id } }, ...soon() }));
}

/** The recompute of a study that was asked for last. */
export async function readLastRecompute(studyId: number): Promise<Job | undefined> {
  const query = { studyId, kind: "recompute", limit: 1 } as const;
  return bodyOf(await api.GET("/api/v1/jobs", { params: { query }, ...soon() }))[0];
}
