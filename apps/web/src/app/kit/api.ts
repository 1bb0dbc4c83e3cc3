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
      /** Codes that were probably meant. */
      readonly suggestions: readonly string[];
    }
  | { readonly kind: "unreached" };

/** Sends bytes to an address, as `fetch` does. */
export type Put = (address: string, what: PutContent) => Promise<Response>;

/** Bytes with the headers that go with them. */
interface PutContent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

const TIMEOUT_MS = 30_000;
const PHOTO_TIMEOUT_MS = 180_000;
/** Angular's service worker lets go by what carries this; else it answers 504 for a network that is not there, and hides how far an upload is. */
const PAST_THE_WORKER = { "ngsw-bypass": "true" };
/** An answer to a body that is too large may come from a server before ours, and will not change. */
const TOO_LARGE = 413;

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
export async function sendReport(code: ItemCode, body: SightingBody): Promise<Answer<Receipt>> {
  const path = "/api/v1/items/{code}/sightings";
  const asked = { params: { path: { code } }, headers: PAST_THE_WORKER, body, ...soon() };
  const answer = await answerOf<Receipt>(api.POST(path, asked));
  // A page of a hotel's Wi-Fi may be JSON too: only our server knows which report this is.
  return answer.kind === "ok" && answer.body.id !== body.id ? { kind: "unreached" } : answer;
}

/** Which photo of which report. */
interface PhotoName {
  readonly id: string;
  readonly n: number;
}

/** How much of a photo the server has. */
export interface PhotoProgress {
  readonly receivedBytes: number;
  readonly isWhole: boolean;
}

/** `HEAD /sightings/{id}/photos/{n}`: where to go on with a photo. */
export function askPhotoProgress(photo: PhotoName): Promise<Answer<PhotoProgress>> {
  const asked = { method: "HEAD", headers: PAST_THE_WORKER, ...soon() };
  return answerOf(
    fetch(photoAddress(photo), asked).then((response) => {
      const receivedBytes = Number(response.headers.get("upload-offset") ?? Number.NaN);
      const isWhole = response.headers.get("upload-complete") === "?1";
      const isTold = response.ok && Number.isInteger(receivedBytes);
      return { data: isTold ? { receivedBytes, isWhole } : undefined, response };
    }),
  );
}

/** Bytes of a photo, from `start` up to `end`. */
export interface PhotoPiece {
  readonly type: string;
  readonly bytes: ArrayBuffer;
  readonly start: number;
  readonly end: number;
}

/** `PUT /sightings/{id}/photos/{n}`: a piece of a photo, which the generated client does not send. */
export async function sendPhotoPiece(
  photo: PhotoName,
  { type, bytes, start, end }: PhotoPiece,
  put: Put = putQuietly,
): Promise<Answer<PhotoProgress>> {
  const total = bytes.byteLength;
  const isAll = end - start === total;
  const headers = {
    ...PAST_THE_WORKER,
    "content-type": type,
    ...(!isAll && { "content-range": `bytes ${start}-${end - 1}/${total}` }),
  };
  const answer = await answerOf<{ readonly n?: unknown; readonly receivedBytes?: number }>(
    put(photoAddress(photo), { headers, body: isAll ? bytes : bytes.slice(start, end) }).then(
      async (response) => {
        const said: unknown = await response.json().catch(() => undefined);
        return response.ok ? { data: said, response } : { error: said, response };
      },
    ),
  );
  if (answer.kind !== "ok") return answer;
  const { n, receivedBytes } = answer.body;
  if (n !== photo.n) return { kind: "unreached" };
  // Only of a photo that is not whole yet do we hear how much there is of it.
  const isWhole = receivedBytes === undefined;
  return { kind: "ok", body: { receivedBytes: receivedBytes ?? total, isWhole } };
}

function photoAddress({ id, n }: PhotoName): string {
  return `/api/v1/sightings/${id}/photos/${n}`;
}

function putQuietly(address: string, what: PutContent): Promise<Response> {
  const signal = AbortSignal.timeout(PHOTO_TIMEOUT_MS);
  return fetch(address, { method: "PUT", ...what, signal });
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
    if (data !== undefined) return { kind: "ok", body: data as Body };
    return isOurs(response) ? refusal(response.status, error) : { kind: "unreached" };
  } catch {
    // No network, no answer in time, or one that is not ours: a hotel's Wi-Fi, say.
    return { kind: "unreached" };
  }
}

/** Refusals of our server are RFC 9457 problems; other answers come from something in between. */
function isOurs({ status, headers }: Response): boolean {
  const isProblem = headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  return isProblem || status === TOO_LARGE;
}

function refusal(status: number, said: unknown): Answer<never> {
  const { type, suggestions } = (typeof said === "object" && said ? said : {}) as {
    readonly type?: unknown;
    readonly suggestions?: unknown;
  };
  return {
    kind: "refused",
    status,
    problem: typeof type === "string" ? (type.split("/").at(-1) ?? "") : "",
    suggestions: Array.isArray(suggestions)
      ? suggestions.filter((one) => typeof one === "string")
      : [],
  };
}
