/** What the view Releases asks of the server. */
import { api, bodyOf, onTopOf, soon } from "../ask.ts";
import type { Release } from "../lab-api.ts";

/** What researchers may say of a release: UTC, degrees. */
export type ReleaseWish = Pick<Release, "place" | "position" | "releasedAt" | "endedAt" | "note">;

export async function changeRelease(seen: Release, body: Partial<ReleaseWish>): Promise<Release> {
  const asked = { params: { path: { id: seen.id } }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PATCH("/api/v1/releases/{id}", asked));
}

/** `POST /releases/{id}/items`: refused when one of them was released before. */
export async function addItems(id: number, itemCodes: readonly string[]): Promise<Release> {
  const asked = { params: { path: { id } }, body: { itemCodes: [...itemCodes] }, ...soon() };
  return bodyOf(await api.POST("/api/v1/releases/{id}/items", asked));
}

export async function removeItems(id: number, itemCodes: readonly string[]): Promise<Release> {
  const asked = { params: { path: { id } }, body: { itemCodes: [...itemCodes] }, ...soon() };
  return bodyOf(await api.POST("/api/v1/releases/{id}/items/remove", asked));
}

const HOUR = 3_600_000;

/** The tide at a place and instant by the nearest good station; its first phase is of that instant. */
export async function readTideAt({ position, releasedAt, tideLagMinutes }: Release) {
  const [longitude, latitude] = position;
  const query = {
    position: `${longitude},${latitude}`,
    from: releasedAt,
    to: new Date(Date.parse(releasedAt) + HOUR).toISOString(),
    ...(tideLagMinutes !== null && { lagMinutes: tideLagMinutes }),
  };
  return bodyOf(await api.GET("/api/v1/tides", { params: { query }, ...soon() }));
}
