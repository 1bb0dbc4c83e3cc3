import { randomUUID } from "node:crypto";
import { itemRules } from "./item-rules.ts";
import { jobRules } from "./job-rules.ts";
import { releaseRules } from "./release-rules.ts";
import { riverRules } from "./river-rules.ts";
import { fresh, list, made, type Place, type RouteRule, type TestApi } from "./route-rule.ts";
import { sightingRules } from "./sighting-rules.ts";

const ofStudy =
  (end: string) =>
  ({ studyId }: Place) =>
    `/studies/${studyId}${end}`;
const tracker =
  (end = "") =>
  ({ trackerId }: Place) =>
    `/trackers/${trackerId}${end}`;
const CONTEST = {
  title: { en: "Win" },
  rules: { en: "Report" },
  prizes: [{ en: "A book" }],
  opensAt: "2026-07-01T00:00:00Z",
  closesAt: "2027-01-01T00:00:00Z",
  retentionDays: 30,
};

/** Every route of the API that is not public, without `/api/v1`. A new route needs a line here. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  ...itemRules,
  ...jobRules,
  ...releaseRules,
  ...riverRules,
  ...sightingRules,
  "GET /activity": list("/activity"),
  "GET /alarms": list("/alarms"),
  "POST /alarms/:id/acknowledge": {
    needs: "editor",
    path: ({ alarmId }) => `/alarms/${alarmId}/acknowledge`,
  },
  "GET /api-keys": { needs: "owner", path: ({ studyId }) => `/api-keys?studyId=${studyId}` },
  "POST /api-keys": {
    needs: "owner",
    body: ({ studyId }) => ({ studyId, name: "QGIS", scope: "read" }),
  },
  "DELETE /api-keys/:id": {
    needs: "owner",
    path: async ({ studyId }, api) =>
      `/api-keys/${await made(api, "/api-keys", { studyId, name: "k", scope: "read" })}`,
  },
  "GET /audit": { needs: "owner", path: ({ studyId }) => `/audit?studyId=${studyId}` },
  "GET /audit.csv": { needs: "owner", path: ({ studyId }) => `/audit.csv?studyId=${studyId}` },
  "GET /codecs": list("/codecs"),
  "GET /codecs/:id": { needs: "viewer", path: ({ codecId }) => `/codecs/${codecId}` },
  "POST /codecs": {
    needs: "editor",
    body: ({ studyId }) => ({
      studyId,
      name: "Codec",
      source: "function decodeUplink() { return { data: {} }; }",
    }),
  },
  "POST /codecs/try": {
    needs: "editor",
    body: ({ studyId, codecId }) => ({ studyId, codecId, uplinks: [{ hex: "00", port: 1 }] }),
  },
  "GET /commands": list("/commands"),
  "GET /commands/:id": { needs: "viewer", path: ({ commandId }) => `/commands/${commandId}` },
  "POST /commands": {
    needs: "editor",
    body: ({ trackerId }) => ({ trackerIds: [trackerId], text: "getinfo" }),
  },
  "POST /commands/preview": {
    needs: "editor",
    body: ({ trackerId }) => ({ trackerIds: [trackerId], text: "getinfo" }),
  },
  "POST /commands/:id/cancel": {
    needs: "editor",
    path: ({ commandId }) => `/commands/${commandId}/cancel`,
  },
  "GET /deployments": list("/deployments"),
  "POST /deployments": {
    needs: "editor",
    body: ({ trackerId, code }) => ({
      trackerId,
      itemCode: code,
      startedAt: "2026-06-01T00:00:00Z",
    }),
  },
  "PATCH /deployments/:id": {
    needs: "editor",
    path: ({ deploymentId }) => `/deployments/${deploymentId}`,
    body: () => ({ endedAt: "2026-06-30T00:00:00Z" }),
  },
  "GET /episodes": list("/episodes"),
  "GET /episodes.csv": list("/episodes.csv"),
  "GET /events": { needs: "stream" },
  "GET /fixes": list("/fixes"),
  "GET /fix-corrections": list("/fix-corrections"),
  "POST /fixes/:id/corrections": {
    needs: "editor",
    path: async ({ newFix }) => `/fixes/${await newFix()}/corrections`,
    body: () => ({ id: randomUUID(), kind: "exclude", reason: "On the quay" }),
  },
  "GET /journeys": list("/journeys"),
  "GET /raw-messages": list("/raw-messages"),
  "GET /raw-messages/:id": {
    needs: "viewer",
    path: ({ rawMessageId }) => `/raw-messages/${rawMessageId}`,
  },
  "GET /raw-messages/:id/decoded": {
    needs: "viewer",
    path: ({ rawMessageId }) => `/raw-messages/${rawMessageId}/decoded`,
  },
  "GET /sources": list("/sources"),
  "POST /sources": {
    needs: "owner",
    body: ({ studyId }) => ({ studyId, protocol: "ttn", name: `source-${fresh()}` }),
  },
  "PATCH /sources/:id": {
    needs: "owner",
    path: newSource,
    body: () => ({ settings: { server: "eu1" } }),
  },
  "DELETE /sources/:id": { needs: "owner", path: newSource },
  "GET /studies": { needs: "list", isAboutNoStudy: true },
  "POST /studies": { needs: "person", body: () => ({ name: `New ${fresh()}` }) },
  "GET /studies/:id": { needs: "viewer", path: ofStudy("") },
  "PATCH /studies/:id": {
    needs: "owner",
    path: ofStudy(""),
    body: () => ({ description: `${fresh()}` }),
  },
  "GET /studies/:id/alarm-mail": { needs: "editor", path: ofStudy("/alarm-mail") },
  "PUT /studies/:id/alarm-mail": {
    needs: "editor",
    path: ofStudy("/alarm-mail"),
    body: () => ({ wanted: true }),
  },
  "PUT /studies/:id/contest": { needs: "owner", path: ofStudy("/contest"), body: () => CONTEST },
  "GET /studies/:id/contest/winners": { needs: "owner", path: withContest("/winners") },
  "GET /studies/:id/contest/entries.csv": { needs: "owner", path: withContest("/entries.csv") },
  "POST /studies/:id/contest/draw": {
    needs: "owner",
    path: withContest("/draw"),
    body: () => ({}),
  },
  "DELETE /studies/:id/contest/contacts": { needs: "owner", path: withContest("/contacts") },
  "GET /studies/:id/invitations": { needs: "owner", path: ofStudy("/invitations") },
  "DELETE /studies/:id/invitations/:invitationId": {
    needs: "owner",
    path: async ({ studyId }, api) => {
      const wanted = { email: `${randomUUID()}@example.org`, role: "viewer" };
      const id = await made(api, `/studies/${studyId}/members`, wanted);
      return `/studies/${studyId}/invitations/${id}`;
    },
  },
  "GET /studies/:id/labels.pdf": { needs: "viewer", path: ofStudy("/labels.pdf") },
  "POST /studies/:id/labels.pdf": {
    needs: "viewer",
    path: ofStudy("/labels.pdf"),
    body: () => ({}),
  },
  "GET /studies/:id/members": { needs: "viewer", path: ofStudy("/members") },
  "POST /studies/:id/members": {
    needs: "owner",
    path: ofStudy("/members"),
    body: () => ({ email: `${randomUUID()}@example.org`, role: "viewer" }),
  },
  "PATCH /studies/:id/members/:userId": {
    needs: "owner",
    path: someMember,
    body: () => ({ role: "editor" }),
  },
  "DELETE /studies/:id/members/:userId": { needs: "owner", path: someMember },
  "GET /trackers": list("/trackers"),
  "GET /trackers/:id": { needs: "viewer", path: tracker() },
  "GET /trackers/:id/frame-gaps": { needs: "viewer", path: tracker("/frame-gaps") },
  "GET /trackers/days": list("/trackers/days"),
  "GET /trackers/unknown": { needs: "list", isAboutNoStudy: true },
  "GET /tracks": list("/tracks"),
  "POST /trackers": {
    needs: "editor",
    body: ({ studyId }) => ({ studyId, protocol: "http", uniqueId: `phone-${fresh()}` }),
  },
  "PATCH /trackers/:id": {
    needs: "editor",
    path: tracker(),
    body: () => ({ name: `Yellow ${fresh()}` }),
  },
};

async function newSource({ studyId }: Place, api: TestApi): Promise<string> {
  const wanted = { studyId, protocol: "ttn", name: `source-${fresh()}` };
  return `/sources/${await made(api, "/sources", wanted)}`;
}

async function someMember({ studyId, newViewer }: Place): Promise<string> {
  return `/studies/${studyId}/members/${await newViewer()}`;
}

function withContest(end: string) {
  return async ({ studyId }: Place, api: TestApi) => {
    await api.send("PUT", `/api/v1/studies/${studyId}/contest`, CONTEST);
    return `/studies/${studyId}/contest${end}`;
  };
}
