import { randomUUID } from "node:crypto";
import { list, type Place, type RouteRule } from "./route-rule.ts";

function sighting(end = "") {
  return ({ sightingId }: Place) => `/sightings/${sightingId}${end}`;
}

/** Finders' reports, what is decided of them and what their finders are asked. */
export const sightingRules: Readonly<Record<string, RouteRule>> = {
  "GET /sightings": list("/sightings"),
  "GET /sightings/:id": { needs: "viewer", path: sighting() },
  "PATCH /sightings/:id": {
    needs: "editor",
    path: sighting(),
    body: () => ({ review: "accepted" }),
  },
  "GET /sightings/:id/photos/:n": { needs: "viewer", path: sighting("/photos/1") },
  "POST /sightings/:id/decisions": {
    needs: "editor",
    path: sighting("/decisions"),
    body: () => ({ id: randomUUID(), kind: "accept" }),
  },
  "POST /sightings/:id/questions": {
    needs: "editor",
    path: sighting("/questions"),
    body: () => ({ id: randomUUID(), text: "Where was it?" }),
  },
  "DELETE /sightings/:id/questions/:question": {
    needs: "editor",
    path: (place) => sighting(`/questions/${randomUUID()}`)(place),
  },
};
