import { fresh, list, made, type Place, type RouteRule, type TestApi } from "./route-rule.ts";

const LINE = {
  type: "LineString",
  coordinates: [
    [4.0, 51.0],
    [4.1, 51.0],
    [4.2, 51.0],
  ],
};
const SEA = {
  type: "Polygon",
  coordinates: [
    [
      [4.2, 50.9],
      [4.4, 50.9],
      [4.4, 51.1],
      [4.2, 50.9],
    ],
  ],
};

function drawing() {
  const features = [LINE, SEA].map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  return { name: `River ${fresh()}`, geoJson: { type: "FeatureCollection", features } };
}

function section() {
  return { name: `Section ${fresh()}`, fromKilometre: 0, toKilometre: 1 };
}

function river(end = "") {
  return async ({ studyId }: Place, api: TestApi) =>
    `/rivers/${await made(api, "/rivers", { studyId, ...drawing() })}${end}`;
}

async function someSection(place: Place, api: TestApi): Promise<string> {
  const path = await river("/sections")(place, api);
  return `${path}/${await made(api, path, section())}`;
}

function series(end = "") {
  return async ({ studyId }: Place, api: TestApi) =>
    `/water-levels/${await made(api, "/water-levels", { studyId, ...levels() })}${end}`;
}

function levels() {
  const csv = "time,level\n2026-07-01T00:00Z,1\n2026-07-01T00:10Z,1.1";
  return { name: `Gauge ${fresh()}`, position: [4.1, 51.0], csv };
}

const lagsPath = ({ studyId }: Place) => `/studies/${studyId}/tide-lags`;
const DAY = "from=2026-07-01T00:00:00Z&to=2026-07-02T00:00:00Z";

/** Rivers and their sections, and the levels of their water. */
export const riverRules: Readonly<Record<string, RouteRule>> = {
  "GET /rivers": list("/rivers"),
  "POST /rivers": { needs: "editor", body: ({ studyId }) => ({ studyId, ...drawing() }) },
  "POST /rivers/survey": { needs: "list", isAboutNoStudy: true, body: drawing },
  "GET /rivers/:id": { needs: "viewer", path: river() },
  "PUT /rivers/:id": { needs: "editor", path: river(), body: drawing },
  "DELETE /rivers/:id": { needs: "editor", path: river() },
  "POST /rivers/:id/lines/:number/reverse": {
    needs: "editor",
    path: river("/lines/0/reverse"),
  },
  "POST /rivers/:id/sections": { needs: "editor", path: river("/sections"), body: section },
  "PUT /rivers/:id/sections/:sectionId": { needs: "editor", path: someSection, body: section },
  "GET /water-levels": list("/water-levels"),
  "POST /water-levels": { needs: "editor", body: ({ studyId }) => ({ studyId, ...levels() }) },
  "DELETE /water-levels/:id": { needs: "editor", path: series() },
  "GET /water-levels/:id/levels": { needs: "viewer", path: series(`/levels?${DAY}`) },
  "GET /studies/:id/tide-lags": { needs: "viewer", path: lagsPath },
  "PUT /studies/:id/tide-lags": {
    needs: "editor",
    path: lagsPath,
    body: () => ({ station: "ticon/vlissingen-vlissgn-nld-rws_hist", lags: [[0, 30]] }),
  },
  "DELETE /rivers/:id/sections/:sectionId": { needs: "editor", path: someSection },
};
