import { picture } from "./picture.ts";
import { fresh, list, type Place, type RouteRule } from "./route-rule.ts";

function release(end = "") {
  return ({ releaseId }: Place) => `/releases/${releaseId}${end}`;
}

function codes({ code }: Place) {
  return { itemCodes: [code] };
}

/** Items put in the water together. */
export const releaseRules: Readonly<Record<string, RouteRule>> = {
  "GET /releases": list("/releases"),
  "POST /releases": {
    needs: "editor",
    body: ({ studyId }) => ({
      studyId,
      place: `Quay ${fresh()}`,
      position: [4.3, 51.1],
      releasedAt: "2026-06-01T00:00:00Z",
    }),
  },
  "PATCH /releases/:id": {
    needs: "editor",
    path: release(),
    body: () => ({ note: `${fresh()}` }),
  },
  "POST /releases/:id/items": { needs: "editor", path: release("/items"), body: codes },
  "POST /releases/:id/items/remove": {
    needs: "editor",
    path: release("/items/remove"),
    body: codes,
  },
  "GET /releases/:id/photos/:n": { needs: "viewer", path: release("/photos/1") },
  "PUT /releases/:id/photos/:n": {
    needs: "editor",
    path: release("/photos/2"),
    body: picture,
    mediaType: "image/jpeg",
  },
};
