/** What the view Study asks of the server. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, LabProblem, onTopOf, PAGE, type Row, soon } from "../ask.ts";
import type { Study } from "../lab-api.ts";
import { nextCursor } from "../next-cursor.ts";

export type Member = Row<"/api/v1/studies/{id}/members">;
export type Invitation = Row<"/api/v1/studies/{id}/invitations">;
export type StudyRole = Member["role"];
export type ApiKey = Row<"/api/v1/api-keys">;
export type Source = Row<"/api/v1/sources">;
export type AuditEntry = Row<"/api/v1/audit">;

/** What owners decide of a study: its version is the one they have seen. */
export type StudyRules = Pick<
  Study,
  | "name"
  | "description"
  | "public"
  | "publicDelayHours"
  | "publicCoarseMetres"
  | "locale"
  | "closedAt"
  | "corridorMetres"
  | "finderTexts"
>;

type ContestPath = paths["/api/v1/studies/{id}/contest"];
/** What finders may win, as it stands. */
export type Contest = ContestPath["get"]["responses"][200]["content"]["application/json"];
/** What an owner promises. */
export type ContestRules = Pick<
  Contest,
  "title" | "rules" | "prizes" | "opensAt" | "closesAt" | "retentionDays"
> & { readonly seedHash?: string | null };

export function readMembers(id: number): Promise<readonly Member[]> {
  return allPages((query) =>
    api.GET("/api/v1/studies/{id}/members", { params: { path: { id }, query }, ...soon() }),
  );
}

export function readInvitations(id: number): Promise<readonly Invitation[]> {
  return allPages((query) =>
    api.GET("/api/v1/studies/{id}/invitations", { params: { path: { id }, query }, ...soon() }),
  );
}

/** Adds somebody by address; says whether they are a member now, or invited. */
export async function addPerson(
  id: number,
  body: { readonly email: string; readonly role: StudyRole },
): Promise<"member" | "invited"> {
  const asked = { params: { path: { id } }, body, ...soon() };
  const { member } = bodyOf(await api.POST("/api/v1/studies/{id}/members", asked));
  return member ? "member" : "invited";
}

export async function changeRole(id: number, userId: number, role: StudyRole): Promise<Member> {
  const asked = { params: { path: { id, userId } }, body: { role }, ...soon() };
  return bodyOf(await api.PATCH("/api/v1/studies/{id}/members/{userId}", asked));
}

export async function removeMember(id: number, userId: number): Promise<void> {
  const asked = { params: { path: { id, userId } }, ...soon() };
  done(await api.DELETE("/api/v1/studies/{id}/members/{userId}", asked));
}

export async function withdrawInvitation(id: number, invitationId: number): Promise<void> {
  const asked = { params: { path: { id, invitationId } }, ...soon() };
  done(await api.DELETE("/api/v1/studies/{id}/invitations/{invitationId}", asked));
}

export async function readStudy(id: number): Promise<Study> {
  return bodyOf(await api.GET("/api/v1/studies/{id}", { params: { path: { id } }, ...soon() }));
}

/** Changes rules on top of the version that was seen. */
export async function changeRules(seen: Study, body: StudyRules): Promise<Study> {
  const asked = { params: { path: { id: seen.id } }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PATCH("/api/v1/studies/{id}", asked));
}

/** Null when there is none. */
export async function readContest(id: number): Promise<Contest | null> {
  const asked = { params: { path: { id } }, ...soon() };
  try {
    return bodyOf(await api.GET("/api/v1/studies/{id}/contest", asked));
  } catch (reason) {
    if (reason instanceof LabProblem && reason.status === 404) return null;
    throw reason;
  }
}

/** Announces a contest, or changes it on top of the version that was seen. */
export async function announceContest(
  id: number,
  seen: Contest | null,
  { prizes, ...rules }: ContestRules,
): Promise<Contest> {
  const body = { ...rules, prizes: [...prizes] };
  const asked = { params: { path: { id } }, body, ...(seen && onTopOf(seen)), ...soon() };
  return bodyOf(await api.PUT("/api/v1/studies/{id}/contest", asked));
}

export async function readKeys(studyId: number): Promise<readonly ApiKey[]> {
  return bodyOf(await api.GET("/api/v1/api-keys", { params: { query: { studyId } }, ...soon() }));
}

/** The secret of a new key: the server shows it this once. */
export async function makeKey(body: {
  readonly studyId: number;
  readonly name: string;
  readonly scope: "read" | "ingest";
}): Promise<string> {
  return bodyOf(await api.POST("/api/v1/api-keys", { body, ...soon() })).secret;
}

export async function revokeKey(id: number): Promise<void> {
  done(await api.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } }, ...soon() }));
}

export function readSources(studyId: number): Promise<readonly Source[]> {
  return allPages((page) =>
    api.GET("/api/v1/sources", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

export async function makeSource(body: {
  readonly studyId: number;
  readonly protocol: string;
  readonly name: string;
}): Promise<void> {
  bodyOf(await api.POST("/api/v1/sources", { body, ...soon() }));
}

/** Removes a source if it still is what the reader has seen. */
export async function removeSource(seen: Source): Promise<void> {
  const asked = { params: { path: { id: seen.id } }, ...onTopOf(seen), ...soon() };
  done(await api.DELETE("/api/v1/sources/{id}", asked));
}

/** Which entries of the audit log; times are ISO 8601. */
export interface AuditQuery {
  readonly studyId: number;
  readonly actor?: string;
  readonly kind?: string;
  readonly since?: string;
  readonly until?: string;
}

const ENTRIES = Math.min(PAGE, 50);

/** One page of the audit log, newest first, and where the next begins. */
export async function readAudit(query: AuditQuery, cursor?: string) {
  const page = { ...query, limit: ENTRIES, ...(cursor !== undefined && { cursor }) };
  const asked = await api.GET("/api/v1/audit", { params: { query: page }, ...soon() });
  return { entries: bodyOf(asked), next: nextCursor(asked.response.headers.get("link")) };
}

function done(asked: Parameters<typeof bodyOf>[0]): void {
  if (!asked.response.ok) bodyOf(asked);
}
