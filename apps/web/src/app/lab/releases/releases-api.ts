/** What the view Releases asks of the server. */
import { api, bodyOf, soon } from "../ask.ts";
import type { Release } from "../lab-api.ts";

/** `POST /releases/{id}/items`: refused when one of them was released before. */
export async function addItems(id: number, itemCodes: readonly string[]): Promise<Release> {
  const asked = { params: { path: { id } }, body: { itemCodes: [...itemCodes] }, ...soon() };
  return bodyOf(await api.POST("/api/v1/releases/{id}/items", asked));
}

export async function removeItems(id: number, itemCodes: readonly string[]): Promise<Release> {
  const asked = { params: { path: { id } }, body: { itemCodes: [...itemCodes] }, ...soon() };
  return bodyOf(await api.POST("/api/v1/releases/{id}/items/remove", asked));
}
