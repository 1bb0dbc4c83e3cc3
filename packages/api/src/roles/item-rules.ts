import { itemCodeFromNumber } from "@zpr/model";
import { fresh, list, made, type Place, type RouteRule, type TestApi } from "./route-rule.ts";

function item(end = "") {
  return ({ code }: Place) => `/items/${code}${end}`;
}

function newType({ studyId }: Place) {
  return { studyId, name: `Type ${fresh()}` };
}

async function someType(place: Place, api: TestApi): Promise<string> {
  return `/item-types/${await made(api, "/item-types", newType(place))}`;
}

/** Items, their types, and what became of them. */
export const itemRules: Readonly<Record<string, RouteRule>> = {
  "GET /item-types": list("/item-types"),
  "POST /item-types": { needs: "editor", body: newType },
  "PATCH /item-types/:id": {
    needs: "editor",
    path: someType,
    body: () => ({ material: "glass" }),
  },
  "GET /items": list("/items"),
  "POST /items": {
    needs: "editor",
    body: ({ studyId, itemTypeId }) => ({
      studyId,
      itemTypeId,
      code: itemCodeFromNumber(20_000 + fresh()),
    }),
  },
  "POST /items/batch": {
    needs: "editor",
    body: ({ studyId, itemTypeId }) => ({ studyId, itemTypeId, count: 1 }),
  },
  "PATCH /items/:code": {
    needs: "editor",
    path: item(),
    body: () => ({ note: `${fresh()}` }),
  },
  "GET /items/:code/fates": { needs: "viewer", path: item("/fates") },
  "POST /items/:code/fates": {
    needs: "editor",
    path: item("/fates"),
    body: () => ({ fate: "lost" }),
  },
  "GET /items/:code/kilometres": { needs: "viewer", path: item("/kilometres") },
};
