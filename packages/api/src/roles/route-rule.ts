import type { StudyRole } from "@zpr/ports";

/** A study with one of everything in it, by id. */
export interface Place {
  readonly studyId: number;
  readonly itemTypeId: number;
  readonly releaseId: number;
  readonly code: string;
  readonly trackerId: number;
  readonly deploymentId: number;
  readonly commandId: number;
  readonly codecId: number;
  readonly sightingId: string;
  readonly rawMessageId: number;
  readonly alarmId: number;
  /** Has its tracker report a fix. */
  readonly newFix: () => Promise<string>;
  /** Makes a user who may view it. */
  readonly newViewer: () => Promise<number>;
}

/** The API as an administrator makes things by it. */
export interface TestApi {
  send(method: "POST" | "PUT", url: string, body: object): Promise<{ json<Body>(): Body }>;
}

/** Who may call a route, and a request to it about a study. */
export interface RouteRule {
  /**
   * The least role in the study; `list`: whoever may view any study, in it; `person`: everybody but
   * keys of a study; `stream`: known callers, and it does not end.
   */
  readonly needs: StudyRole | "list" | "person" | "stream";
  /** Of a thing made anew for each request, where the request removes it. */
  readonly path?: (place: Place, api: TestApi) => string | Promise<string>;
  readonly body?: (place: Place) => object | Promise<object>;
  /** Of a body that is no JSON but bytes. */
  readonly mediaType?: string;
  /** Nothing of the kind is there: whoever may see it learns so, as who may not. */
  readonly isAbsent?: true;
  /** Shows everybody what is theirs, be it nothing. */
  readonly isAboutNoStudy?: true;
}

let count = 0;

/** A number that no request before had. */
export function fresh(): number {
  return ++count;
}

/** The rule of a list that shows one study. */
export function list(path: string): RouteRule {
  return { needs: "list", path: ({ studyId }) => `${path}?studyId=${studyId}` };
}

/** Makes something as an administrator; its id. */
export async function made(api: TestApi, path: string, body: object): Promise<number> {
  const answer = await api.send("POST", `/api/v1${path}`, body);
  const { id, invitation } = answer.json<{ id?: number; invitation?: { id: number } }>();
  return id ?? invitation?.id ?? 0;
}
