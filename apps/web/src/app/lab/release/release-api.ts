/** What release day asks of the server, and what it sends there. */
import type { paths } from "@zpr/api-client";
import type { Position } from "@zpr/model";
import { api, bodyOf, soon } from "../ask.ts";
import type { Answer, ReleaseEntry, Step } from "./release-entry.ts";
import type { KeptPhoto } from "./release-store.ts";

/** The predicted tide of a place: metres, UTC. */
export type Tide = paths["/api/v1/tides"]["get"]["responses"][200]["content"]["application/json"];

const DAY = 86_400_000;
const PHOTO_TIMEOUT_MS = 180_000;
/** Angular's service worker lets go by what carries this; else it answers 504 where there is no network. */
const PAST_THE_WORKER = { "ngsw-bypass": "true" };

/** `GET /tides` from the beginning of a day (UTC) on, in words that are the same all day, so that they can be kept. */
export async function readTide(
  [longitude, latitude]: Position,
  { now, lagMinutes }: { readonly now: number; readonly lagMinutes: number },
): Promise<Tide> {
  const day = Math.floor(now / DAY) * DAY;
  const query = {
    position: `${longitude.toFixed(2)},${latitude.toFixed(2)}`,
    from: new Date(day - DAY / 2).toISOString(),
    to: new Date(day + 3 * DAY).toISOString(),
    lagMinutes,
  };
  return bodyOf(await api.GET("/api/v1/tides", { params: { query }, ...soon() }));
}

/** Sends one step of a release. */
export async function sendStep(
  entry: ReleaseEntry,
  step: Step,
  photo: KeptPhoto | undefined,
): Promise<Answer> {
  try {
    if (step.kind === "photo") return await sendPhoto(entry, step.n, photo);
    const headers = PAST_THE_WORKER;
    if (step.kind === "pair") {
      const { trackerId, itemCode } = step.pair;
      const startedAt = new Date(entry.releasedAt).toISOString();
      const body = { trackerId, itemCode, startedAt };
      return answerOf(await api.POST("/api/v1/deployments", { body, headers, ...soon() }));
    }
    const sent = await api.POST("/api/v1/releases", { body: bodyFor(entry), headers, ...soon() });
    const answer = answerOf(sent);
    if (answer.kind !== "ok") return answer;
    return sent.data ? { kind: "ok", releaseId: sent.data.id } : { kind: "unreached" };
  } catch {
    return { kind: "unreached" };
  }
}

function bodyFor(entry: ReleaseEntry) {
  return {
    clientId: entry.id,
    studyId: entry.studyId,
    place: entry.place,
    position: entry.position,
    releasedAt: new Date(entry.releasedAt).toISOString(),
    note: entry.note,
    tideLagMinutes: entry.tideLagMinutes,
    itemCodes: entry.codes,
  };
}

async function sendPhoto(
  entry: ReleaseEntry,
  n: number,
  photo: KeptPhoto | undefined,
): Promise<Answer> {
  // A browser short of space may have thrown it away; nothing waits for it for ever.
  if (!photo) return { kind: "refused", codes: [] };
  const response = await fetch(`/api/v1/releases/${entry.releaseId}/photos/${n}`, {
    method: "PUT",
    headers: { ...PAST_THE_WORKER, "content-type": photo.type },
    body: photo.bytes,
    signal: AbortSignal.timeout(PHOTO_TIMEOUT_MS),
  });
  return answerOf({ response, data: response.ok, error: undefined });
}

const LATER = new Set([408, 425, 429]);

function answerOf({
  response,
  error,
}: {
  readonly response: Response;
  readonly data?: unknown;
  readonly error?: unknown;
}): Answer {
  const { status, ok, headers } = response;
  if (ok) return { kind: "ok" };
  if (status === 401) return { kind: "sign-in" };
  const isOurs = headers.get("content-type")?.startsWith("application/problem+json");
  if (status >= 500 || LATER.has(status) || !isOurs) return { kind: "unreached" };
  const { codes } = (error ?? {}) as { readonly codes?: readonly string[] };
  return { kind: "refused", codes: codes ?? [] };
}
