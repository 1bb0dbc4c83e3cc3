/**
 * What the finder's pages ask of the server: the generated client, and answers that say
 * whether somebody was there at all.
 */
import { createApiClient, type paths } from "@zpr/api-client";
import type { Condition, ItemCode, Position, PutBack, Surroundings } from "@zpr/model";

const api = createApiClient("");

type ItemPath = paths["/api/v1/items/{code}"];
type JourneyPath = paths["/api/v1/items/{code}/journey"];
type SightingsPath = paths["/api/v1/items/{code}/sightings"];

/** The face an item shows to anybody. */
export type PublicItem = ItemPath["get"]["responses"][200]["content"]["application/json"];

/** A finder's report as it is sent. */
export type SightingBody = SightingsPath["post"]["requestBody"]["content"]["application/json"];

/** What the server says when it has a report. */
export type Receipt = SightingsPath["post"]["responses"][201]["content"]["application/json"];

/** One piece of evidence of a journey; a tracker's fixes are one line, places by the network apart. */
export interface JourneyFeature {
  readonly type: "Feature";
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: Position }
    | { readonly type: "LineString" | "MultiPoint"; readonly coordinates: readonly Position[] }
    | null;
  readonly properties: {
    readonly kind: "release" | "sighting" | "track" | "network";
    readonly time?: string;
    readonly times?: readonly string[];
    readonly place?: string;
    readonly condition?: Condition;
    readonly surroundings?: Surroundings;
    readonly putBack?: PutBack;
  };
}

type JourneyAnswer = JourneyPath["get"]["responses"][200]["content"]["application/json"];

/** All that is public of one item's way, as GeoJSON with its measures (metres, ISO 8601 UTC). */
export interface Journey extends Omit<JourneyAnswer, "features"> {
  readonly features: readonly JourneyFeature[];
}

/** An answer of the server, or that there was none. */
export type Answer<Body> =
  | { readonly kind: "ok"; readonly body: Body }
  | {
      readonly kind: "refused";
      readonly status: number;
      /** The last part of the problem's type, such as `item-unknown`. */
      readonly problem: string;
      readonly suggestion: string | undefined;
    }
  | { readonly kind: "unreached" };

const TIMEOUT_MS = 30_000;
const PHOTO_TIMEOUT_MS = 180_000;

/** `GET /items/{code}`; takes a code with a slip too, to be told which one was meant. */
export function fetchItem(code: string): Promise<Answer<PublicItem>> {
  return answerOf(api.GET("/api/v1/items/{code}", { params: { path: { code } }, ...soon() }));
}

/** `GET /items/{code}/journey`. */
export function fetchJourney(code: ItemCode): Promise<Answer<Journey>> {
  const path = "/api/v1/items/{code}/journey";
  return answerOf(api.GET(path, { params: { path: { code } }, ...soon() }));
}

/** `POST /items/{code}/sightings`; the same report again is answered alike and counted once. */
export function sendReport(code: ItemCode, body: SightingBody): Promise<Answer<Receipt>> {
  const path = "/api/v1/items/{code}/sightings";
  return answerOf(api.POST(path, { params: { path: { code } }, body, ...soon() }));
}

/** `PUT /sightings/{id}/photos/{n}`: bytes, which the generated client does not send. */
export function sendPhoto(
  { id, n }: { readonly id: string; readonly n: number },
  { type, bytes }: { readonly type: string; readonly bytes: ArrayBuffer },
): Promise<Answer<unknown>> {
  const sending = fetch(`/api/v1/sightings/${id}/photos/${n}`, {
    method: "PUT",
    headers: { "content-type": type },
    body: bytes,
    signal: AbortSignal.timeout(PHOTO_TIMEOUT_MS),
  });
  return answerOf(
    sending.then(async (response) => {
      const said: unknown = await response.json();
      return response.ok ? { data: said, response } : { error: said, response };
    }),
  );
}

function soon() {
  return { signal: AbortSignal.timeout(TIMEOUT_MS) };
}

interface Asked {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The client's own types of answers lose tuples such as positions: ours are named by the caller. */
async function answerOf<Body>(asking: Promise<Asked>): Promise<Answer<Body>> {
  try {
    const { data, error, response } = await asking;
    return data === undefined
      ? refusal(response.status, error)
      : { kind: "ok", body: data as Body };
  } catch {
    // No network, no answer in time, or one that is not ours: a hotel's Wi-Fi, say.
    return { kind: "unreached" };
  }
}

function refusal(status: number, said: unknown): Answer<never> {
  const { type, suggestion } = (typeof said === "object" && said ? said : {}) as {
    readonly type?: unknown;
    readonly suggestion?: unknown;
  };
  return {
    kind: "refused",
    status,
    problem: typeof type === "string" ? (type.split("/").at(-1) ?? "") : "",
    suggestion: typeof suggestion === "string" ? suggestion : undefined,
  };
}
