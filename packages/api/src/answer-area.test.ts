import { expect, test } from "vitest";
import { answerArea } from "./answer-area.ts";

test.each([
  ["POST", "/api/v1/items/:code/sightings", "reports"],
  ["GET", "/api/v1/items/:code/sightings", "api"],
  ["PUT", "/api/v1/sightings/:id/photos/:n", "photos"],
  ["HEAD", "/api/v1/sightings/:id/photos/:n", "api"],
  ["GET", "/tiles/fixes/:z/:x/:y.mvt", "tiles"],
  ["GET", "/ogc", "features"],
  ["GET", "/ogc/collections/fixes/items", "features"],
  ["POST", "/ingest/v1/:protocol/:source", "ingest"],
  ["GET", "/auth/callback", "sign-in"],
  ["GET", "/study/:id", "pages"],
  ["GET", undefined, "pages"],
])("%s %s counts as %s", (method, path, area) => {
  expect(answerArea(method, path)).toBe(area);
});

test.each(["/api/v1/events", "/health/ready", "/metrics"])("%s is not timed", (path) => {
  expect(answerArea("GET", path)).toBeUndefined();
});
