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

/** Rivers and their sections. */
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
  "DELETE /rivers/:id/sections/:sectionId": { needs: "editor", path: someSection },
};
