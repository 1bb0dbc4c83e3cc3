import { randomUUID } from "node:crypto";
import { itemCodeFromNumber } from "@zpr/model";
import { postgresIdentityStores } from "@zpr/storage";
import { sql } from "@zpr/storage/testing";
import type { useApi } from "../testing.ts";
import { picture } from "./picture.ts";
import { fresh, type Place } from "./route-rule.ts";

type TestApi = ReturnType<typeof useApi>;

/** Makes a study with one of everything, as an administrator does; `n` tells it from another. */
export async function furnish(api: TestApi, n: number): Promise<Place> {
  api.asAdministrator();
  const make = async (path: string, body: object) => {
    const made = await api.send("POST", `/api/v1${path}`, body);
    if (made.statusCode >= 300) throw new Error(`${path}: ${made.body}`);
    return made.json();
  };
  const code = itemCodeFromNumber(7000 + n);
  const uniqueId = `35630704244101${n}`;
  const { id: studyId } = await make("/studies", { name: `Study ${n}` });
  const { id: itemTypeId } = await make("/item-types", { studyId, name: "Bottle" });
  await make("/items", { studyId, itemTypeId, code });
  const quay = { place: "Quay", position: [4.3, 51.1], releasedAt: "2026-05-31T00:00:00Z" };
  const { id: releaseId } = await make("/releases", { studyId, ...quay });
  await api.sendImage(`/api/v1/releases/${releaseId}/photos/1`, await picture());
  const tracker = { studyId, protocol: "teltonika", uniqueId };
  const { id: trackerId } = await make("/trackers", tracker);
  const startedAt = "2026-06-01T00:00:00Z";
  const { id: deploymentId } = await make("/deployments", { trackerId, itemCode: code, startedAt });
  const [{ id: commandId }] = await make("/commands", { trackerIds: [trackerId], text: "getinfo" });
  const source = "function decodeUplink() { return { data: {} }; }";
  const { id: codecId } = await make("/codecs", { studyId, name: "Codec", source });
  const sightingId = await report(api, code);
  const { rows } = await sql<{ id: number }>`
    insert into raw_message (protocol, unique_id, transport, received_at, bytes)
    values ('teltonika', ${uniqueId}, 'tcp', now(), 'x') returning id`.execute(api.database());
  const alarm = await sql<{ id: number }>`
    insert into alarm (tracker_id, kind, since, raised_at, evidence)
    values (${trackerId}, 'silent', now(), now(), ${JSON.stringify(SILENCE)}) returning id`.execute(
    api.database(),
  );
  return {
    ...{ studyId, itemTypeId, releaseId, code, trackerId, deploymentId },
    ...{ commandId, codecId, sightingId },
    rawMessageId: rows[0]?.id ?? 0,
    alarmId: alarm.rows[0]?.id ?? 0,
    newFix: () => newFix(api, trackerId),
    newViewer: () => newViewer(api, studyId),
  };
}

const SILENCE = { lastHeardAt: null, silentSeconds: 1, usualIntervalSeconds: 1, factor: 1 };

async function report(api: TestApi, code: string): Promise<string> {
  const id = randomUUID();
  await api.send("POST", `/api/v1/items/${code}/sightings`, {
    id,
    seenAt: "2026-06-20T10:00:00Z",
    positionSource: "none",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "en",
  });
  const kept = await api.sendImage(`/api/v1/sightings/${id}/photos/1`, await picture());
  if (kept.statusCode >= 300) throw new Error(kept.body);
  return id;
}

/** A new fix of a tracker. */
async function newFix(api: TestApi, trackerId: number): Promise<string> {
  const recordHash = fresh();
  const time = new Date("2026-06-02T00:00:00Z");
  await sql`
    insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, quality, flags)
    values (${trackerId}, ${time}, ${recordHash}, 1, ${time}, 0, 0)`.execute(api.database());
  return `${trackerId}.${time.getTime().toString(36)}.${recordHash.toString(36)}`;
}

/** A new user who may view a study. */
async function newViewer(api: TestApi, studyId: number): Promise<number> {
  const stores = postgresIdentityStores(api.database());
  const subject = randomUUID();
  const said = { name: "V", email: undefined, administrator: undefined };
  const user = await stores.users.recognise({ issuer: "test", subject, ...said });
  await stores.memberships.setRole(studyId, user.id, "viewer");
  return user.id;
}
