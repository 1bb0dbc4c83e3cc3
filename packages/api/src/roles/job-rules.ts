import { randomUUID } from "node:crypto";
import { list, type Place, type RouteRule, type TestApi } from "./route-rule.ts";

function wish({ studyId }: Place) {
  return { id: randomUUID(), studyId, kind: "recompute" };
}

function job(end = "") {
  return async (place: Place, api: TestApi) => {
    const { id } = (await api.send("POST", "/api/v1/jobs", wish(place))).json<{ id: string }>();
    return `/jobs/${id}${end}`;
  };
}

function sheet(path: string): RouteRule {
  return {
    needs: "editor",
    path: ({ studyId }) =>
      `${path}?${new URLSearchParams({ studyId: `${studyId}`, kind: "items", id: randomUUID() })}`,
    body: () => Buffer.from("type,name\nbottle,one\n"),
    mediaType: "text/csv",
  };
}

/** Long work. */
export const jobRules: Readonly<Record<string, RouteRule>> = {
  "GET /exports": list("/exports"),
  "POST /exports": {
    needs: "viewer",
    body: ({ studyId }) => ({ id: randomUUID(), studyId, tables: ["items"], formats: ["csv"] }),
  },
  "POST /imports": sheet("/imports"),
  "POST /imports/plan": sheet("/imports/plan"),
  "GET /imports/template.csv": {
    needs: "list",
    path: () => "/imports/template.csv?kind=items",
    isAboutNoStudy: true,
  },
  "GET /jobs": list("/jobs"),
  "POST /jobs": { needs: "editor", body: wish },
  "GET /jobs/:id": { needs: "viewer", path: job() },
  "POST /jobs/:id/cancel": { needs: "editor", path: job("/cancel") },
  "GET /jobs/:id/result": { needs: "viewer", path: job("/result"), isAbsent: true },
};
