/** What the view of sightings asks of the server. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, soon } from "../ask.ts";
import type { Sighting, Study } from "../lab-api.ts";

type Json<Of> = Of extends { content: { "application/json": infer One } } ? One : never;

/** One report with what its finder said, what was decided, and what was asked. */
export type SightingDetail = Json<paths["/api/v1/sightings/{id}"]["get"]["responses"]["200"]>;
/** A decision in a report's history. */
export type Decision = SightingDetail["decisions"][number];
/** What somebody decides, with the id that makes it known when it comes again. */
export type NewDecision = Json<paths["/api/v1/sightings/{id}/decisions"]["post"]["requestBody"]>;
/** A photo with what was decided of it. */
export type Photo = Sighting["photos"][number];
/** A part of a photo in fractions of its width and height. */
export type Region = Photo["blur"][number];

/** `GET /sightings/{id}`. */
export async function readSighting(id: string): Promise<SightingDetail> {
  return bodyOf(await api.GET("/api/v1/sightings/{id}", { params: { path: { id } }, ...soon() }));
}

/** Reports of codes that no item has: for who edits any study. */
export function readWithoutItem(): Promise<readonly Sighting[]> {
  return allPages((page) =>
    api.GET("/api/v1/sightings", { params: { query: { ...page, withoutItem: true } }, ...soon() }),
  );
}

/** `POST /sightings/{id}/decisions`: the report as it is then. */
export async function decide(id: string, body: NewDecision): Promise<Sighting> {
  const asked = { params: { path: { id } }, body, ...soon() };
  return bodyOf(await api.POST("/api/v1/sightings/{id}/decisions", asked));
}

/** `POST /sightings/{id}/questions`: a mail to the finder. */
export async function askFinder(
  id: string,
  body: { readonly id: string; readonly text: string },
): Promise<void> {
  const asked = { params: { path: { id } }, body, ...soon() };
  bodyOf(await api.POST("/api/v1/sightings/{id}/questions", asked));
}

/** `DELETE /sightings/{id}/questions/{question}`: it waits no more. */
export async function withdrawQuestion(id: string, question: string): Promise<void> {
  const path = "/api/v1/sightings/{id}/questions/{question}";
  const { response } = await api.DELETE(path, { params: { path: { id, question } }, ...soon() });
  if (!response.ok) bodyOf({ response });
}

/** What of a study's reports is public. */
export async function publishStudy(
  id: number,
  body: Partial<Pick<Study, "publishSightings" | "publishPhotos">>,
): Promise<void> {
  bodyOf(await api.PATCH("/api/v1/studies/{id}", { params: { path: { id } }, body, ...soon() }));
}

/** Where a photo is: as it came, or as others than editors see it. */
export function photoUrl(id: string, photo: Photo, asShown = false): string {
  const query = `v=${photo.version}${asShown ? "&shown=true" : ""}`;
  return `/api/v1/sightings/${id}/photos/${photo.n}?${query}`;
}
