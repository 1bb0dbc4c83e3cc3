/** What the view of one journey asks of the server. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, LabProblem, onTopOf, PAGE, type Row, soon } from "../ask.ts";
import type { Item } from "../lab-api.ts";
import { nextCursor } from "../next-cursor.ts";

type Json<Of> = Of extends { content: { "application/json": infer One } } ? One : never;

/** A stretch of a journey in one state: metres, river kilometres, UTC. */
export type Episode = Row<"/api/v1/episodes">;
/** A place of a journey along the river. */
export type RiverPlace = Row<"/api/v1/items/{code}/kilometres">;
/** A fix as it is kept. */
export type StoredFix = Row<"/api/v1/fixes">;
/** What somebody decided about a fix. */
export type Correction = Row<"/api/v1/fix-corrections">;
/** A tracker in an item from one instant to another. */
export type Deployment = Row<"/api/v1/deployments">;
/** Bytes as they came, with what became of them. */
export type RawMessage = Json<paths["/api/v1/raw-messages/{id}"]["get"]["responses"]["200"]>;
/** What a message says to the decoders of today. */
export type Decoded = Json<paths["/api/v1/raw-messages/{id}/decoded"]["get"]["responses"]["200"]>;
/** Predicted levels in metres, with whose they are. */
export type Tide = Json<paths["/api/v1/tides"]["get"]["responses"]["200"]>;

const DAY = 86_400_000;
/** The server predicts no longer span at once. */
const MOST_TIDE_DAYS = 62;
const MOST_LEVELS = 2000;

/** `GET /episodes` of an item, in time order. */
export function readEpisodes(item: string): Promise<readonly Episode[]> {
  return allPages((page) =>
    api.GET("/api/v1/episodes", { params: { query: { ...page, item } }, ...soon() }),
  );
}

/** `GET /items/{code}/kilometres`: empty where the study has no river. */
export async function readKilometres(code: string): Promise<readonly RiverPlace[]> {
  const asked = { params: { path: { code } }, ...soon() };
  return bodyOf(await api.GET("/api/v1/items/{code}/kilometres", asked));
}

/** `GET /tides` near a place for a span; undefined where no good station is near, or the span is too long. */
export async function readTide(
  [longitude, latitude]: readonly [number, number],
  from: number,
  to: number,
): Promise<Tide | undefined> {
  const days = (to - from) / DAY;
  if (days <= 0 || days > MOST_TIDE_DAYS) return undefined;
  const query = {
    position: `${longitude},${latitude}`,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    everyMinutes: Math.max(10, Math.ceil((days * 1440) / MOST_LEVELS)),
  };
  const { data } = await api.GET("/api/v1/tides", { params: { query }, ...soon() });
  return data;
}

/** Which fixes are listed. */
export interface FixQuestion {
  readonly trackerId: number;
  readonly from?: string;
  readonly to?: string;
  readonly flagged?: boolean;
  readonly cursor?: string;
}

/** Rows of the table of fixes that are shown at once. */
export const FIXES_A_PAGE = 100;

/** One page of `GET /fixes`, oldest first, with the cursor of the next one. */
export async function readFixes(
  question: FixQuestion,
): Promise<{ readonly fixes: readonly StoredFix[]; readonly next: string | undefined }> {
  const query = { ...question, limit: FIXES_A_PAGE };
  const asked = await api.GET("/api/v1/fixes", { params: { query }, ...soon() });
  return { fixes: bodyOf(asked), next: nextCursor(asked.response.headers.get("link")) };
}

/** `GET /raw-messages/{id}`. */
export async function readRawMessage(id: number): Promise<RawMessage> {
  return bodyOf(
    await api.GET("/api/v1/raw-messages/{id}", { params: { path: { id } }, ...soon() }),
  );
}

/** `GET /raw-messages/{id}/decoded`. */
export async function decodeAgain(id: number): Promise<Decoded> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.GET("/api/v1/raw-messages/{id}/decoded", asked));
}

/** `GET /fix-corrections` of an item, newest first. */
export function readCorrections(item: string): Promise<readonly Correction[]> {
  return allPages((page) =>
    api.GET("/api/v1/fix-corrections", { params: { query: { ...page, item } }, ...soon() }),
  );
}

/** `POST /fixes/{id}/corrections`. */
export async function correctFix(
  fixId: string,
  kind: Correction["kind"],
  reason: string,
): Promise<Correction> {
  const body = { id: crypto.randomUUID(), kind, reason };
  const asked = { params: { path: { id: fixId } }, body, ...soon() };
  return bodyOf(await api.POST("/api/v1/fixes/{id}/corrections", asked));
}

/** The deployments of an item, the first first. */
export async function readDeployments({
  studyId,
  code,
}: Pick<Item, "studyId" | "code">): Promise<readonly Deployment[]> {
  const all = await allPages((page) =>
    api.GET("/api/v1/deployments", { params: { query: { ...page, studyId } }, ...soon() }),
  );
  return all
    .filter(({ itemCode }) => itemCode === code)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

/** `PATCH /deployments/{id}` on top of the version that was seen; null opens it again. */
export async function endDeployment(seen: Deployment, endedAt: string | null): Promise<Deployment> {
  const asked = {
    params: { path: { id: seen.id } },
    body: { endedAt },
    ...onTopOf(seen),
    ...soon(),
  };
  return bodyOf(await api.PATCH("/api/v1/deployments/{id}", asked));
}

/** All reports of an item as members see them, the oldest first. */
export async function readSightingsOf(itemCode: string) {
  const query = { itemCode, limit: PAGE };
  const newest = bodyOf(await api.GET("/api/v1/sightings", { params: { query }, ...soon() }));
  return newest.toReversed();
}

/** Whether a write was refused because somebody did the same before, or it contradicts what is recorded. */
export function isConflict(reason: unknown): boolean {
  return reason instanceof LabProblem && reason.status === 409;
}
