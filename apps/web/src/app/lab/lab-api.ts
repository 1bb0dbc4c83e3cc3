/** What the lab asks of the server for all its pages. */
import { allPages, api, bodyOf, PAGE, type Row, soon } from "./ask.ts";

/** A study of the reader's, with the reader's role in it. */
export type Study = Row<"/api/v1/studies">;
/** A kind of tagged object: material, grams, millimetres. */
export type ItemType = Row<"/api/v1/item-types">;
/** A tagged object with what is known of it now: metres, UTC, degrees. */
export type Item = Row<"/api/v1/items">;
/** A device that reports positions. */
export type Tracker = Row<"/api/v1/trackers">;
/** A device that calls and that nobody has registered. */
export type UnknownTracker = Row<"/api/v1/trackers/unknown">;
/** Items put in the water together. */
export type Release = Row<"/api/v1/releases">;
/** A finder's report. */
export type Sighting = Row<"/api/v1/sightings">;
/** The way of an item in numbers. */
export type JourneySummary = Row<"/api/v1/journeys">;

/** `GET /studies`. */
export function readStudies(): Promise<readonly Study[]> {
  return allPages((query) => api.GET("/api/v1/studies", { params: { query }, ...soon() }));
}

/** `POST /studies`: its maker owns it. */
export async function createStudy(name: string): Promise<Study> {
  return bodyOf(await api.POST("/api/v1/studies", { body: { name }, ...soon() }));
}

/** `GET /item-types` of a study. */
export function readItemTypes(studyId: number): Promise<readonly ItemType[]> {
  return allPages((page) =>
    api.GET("/api/v1/item-types", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** `GET /items` of a study. */
export function readItems(studyId: number): Promise<readonly Item[]> {
  return allPages((page) =>
    api.GET("/api/v1/items", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** `GET /trackers` of a study. */
export function readTrackers(studyId: number): Promise<readonly Tracker[]> {
  return allPages((page) =>
    api.GET("/api/v1/trackers", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** `GET /trackers/unknown`: they belong to no study yet. */
export function readUnknownTrackers(): Promise<readonly UnknownTracker[]> {
  return allPages((query) => api.GET("/api/v1/trackers/unknown", { params: { query }, ...soon() }));
}

/** `GET /releases` of a study. */
export function readReleases(studyId: number): Promise<readonly Release[]> {
  return allPages((page) =>
    api.GET("/api/v1/releases", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** `GET /journeys` of a study. */
export function readJourneys(studyId: number): Promise<readonly JourneySummary[]> {
  return allPages((page) =>
    api.GET("/api/v1/journeys", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** The newest thousand of `GET /sightings`, newest first: of a study, or of one item of it. */
export async function readSightings(of: {
  readonly studyId: number;
  readonly itemCode?: string;
}): Promise<readonly Sighting[]> {
  const query = { ...of, limit: PAGE };
  return bodyOf(await api.GET("/api/v1/sightings", { params: { query }, ...soon() }));
}

/** `POST /trackers`: what the tracker sent before is ingested as well. */
export async function registerTracker(body: {
  readonly studyId: number;
  readonly protocol: string;
  readonly uniqueId: string;
  readonly name: string;
}): Promise<Tracker> {
  return bodyOf(await api.POST("/api/v1/trackers", { body, ...soon() }));
}

/** `GET /studies/{id}/alarm-mail`: whether the reader gets mails about a study's alarms; a problem for who never does. */
export async function readAlarmMail(id: number): Promise<boolean> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.GET("/api/v1/studies/{id}/alarm-mail", asked)).wanted;
}

/** `PUT /studies/{id}/alarm-mail`: the wish as it is kept. */
export async function wantAlarmMail(id: number, wanted: boolean): Promise<boolean> {
  const asked = { params: { path: { id } }, body: { wanted }, ...soon() };
  return bodyOf(await api.PUT("/api/v1/studies/{id}/alarm-mail", asked)).wanted;
}
