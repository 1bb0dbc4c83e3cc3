/** What the view Items asks of the server. */
import { api, bodyOf, LabProblem, onTopOf, soon } from "../ask.ts";
import type { Item, ItemType } from "../lab-api.ts";

/** What researchers may say of an item. */
export type ItemWish = Pick<Item, "name" | "note" | "itemTypeId">;
/** What researchers may say of a type of items: grams, millimetres. */
export type ItemTypeWish = Omit<ItemType, "id" | "version" | "studyId">;
/** What became of an item that is in the water no more; null when it is again. */
export type Fate = "lost" | "retrieved" | null;

/** Labels take as long as there are many. */
const LABELS_MS = 120_000;
const AT_A_TIME = 4;

export async function changeItem(seen: Item, body: ItemWish): Promise<Item> {
  const asked = { params: { path: { code: seen.code } }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PATCH("/api/v1/items/{code}", asked));
}

/** `POST /items/batch`: that many new codes of a type. */
export async function generateItems(body: {
  readonly studyId: number;
  readonly itemTypeId: number;
  readonly count: number;
}): Promise<readonly Item[]> {
  return bodyOf(await api.POST("/api/v1/items/batch", { body, ...soon() }));
}

/** Records what became of some items; gives the codes of those of which it was not recorded. */
export async function recordFates(
  fates: readonly { readonly code: string; readonly fate: Fate }[],
): Promise<readonly string[]> {
  const failed: string[] = [];
  const waiting = [...fates];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (!(await recordFate(next))) failed.push(next.code);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return failed;
}

async function recordFate({
  code,
  fate,
}: {
  readonly code: string;
  readonly fate: Fate;
}): Promise<boolean> {
  try {
    const asked = { params: { path: { code } }, body: { fate }, ...soon() };
    bodyOf(await api.POST("/api/v1/items/{code}/fates", asked));
    return true;
  } catch {
    return false;
  }
}

export async function createItemType(studyId: number, wish: ItemTypeWish): Promise<ItemType> {
  const body = { studyId, ...wish };
  return bodyOf(await api.POST("/api/v1/item-types", { body, ...soon() }));
}

export async function changeItemType(seen: ItemType, body: ItemTypeWish): Promise<ItemType> {
  const asked = { params: { path: { id: seen.id } }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PATCH("/api/v1/item-types/{id}", asked));
}

/** `POST /studies/{id}/labels.pdf`: sheets of labels, ready to print. */
export async function readLabels(studyId: number, codes: readonly string[]): Promise<Blob> {
  const response = await fetch(`/api/v1/studies/${studyId}/labels.pdf`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ codes }),
    signal: AbortSignal.timeout(LABELS_MS),
  });
  if (!response.ok) throw new LabProblem(response.status, "");
  return response.blob();
}
