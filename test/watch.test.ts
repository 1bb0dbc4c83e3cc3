import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { itemCodeFromNumber } from "@zpr/model";
import { callServer, speakerNamed, speeches } from "@zpr/simulator";
import { postgresIdentityStores } from "@zpr/storage";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../apps/server/src/config.ts";
import { type OpenDatabase, visitDatabase } from "../apps/server/src/open-database.ts";
import { caller, type RunningServer, run } from "./running-server.ts";
import { type ServerProcess, serverProcess } from "./server-process.ts";

const IMEI = "356307042441013";
/** Silent after two seconds, so that a test need not wait for six hours; a restart takes longer. */
const SOON = { watchRules: { silentHours: 2 / 3600 } };

let server: ServerProcess;
let call: RunningServer["call"];

beforeAll(async () => {
  server = await serverProcess();
});
afterAll(() => server.remove());

interface Made {
  readonly id: number;
}
interface Alarm {
  readonly kind: string;
  readonly raisedAt: string;
  readonly endedAt: string | null;
  readonly mailedAt: string | null;
}

/** A study that somebody looks after, with a tracker in an item. */
async function prepare(): Promise<number> {
  const study = { name: "Scheldt", ...SOON, locale: "de" };
  const { id: studyId } = await call<Made>("POST", "/api/v1/studies", study);
  await atDatabase(async ({ database }) => {
    const { users, memberships } = postgresIdentityStores(database);
    const person = { issuer: "https://issuer.example", subject: "1", name: "Ada" };
    const user = await users.recognise({
      ...person,
      email: "ada@example.org",
      administrator: false,
    });
    await memberships.setRole(studyId, user.id, "editor");
  });
  const type = { studyId, name: "Bottle" };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  const code = itemCodeFromNumber(1);
  await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  const tracker = { studyId, protocol: "teltonika", uniqueId: IMEI, name: "Boje 3" };
  const { id: trackerId } = await call<Made>("POST", "/api/v1/trackers", tracker);
  const startedAt = new Date(Date.now() - 1000).toISOString();
  await call("POST", "/api/v1/deployments", { trackerId, itemCode: code, startedAt });
  return studyId;
}

async function atDatabase<Answer>(ask: (opened: OpenDatabase) => Promise<Answer>): Promise<Answer> {
  const opened = await visitDatabase(readConfig(server.environment));
  try {
    return await ask(opened);
  } finally {
    await opened.close();
  }
}

async function report(): Promise<void> {
  const speech = speeches.find(({ protocol }) => protocol === "teltonika");
  if (!speech) throw new Error("nobody speaks teltonika");
  const address = { host: "127.0.0.1", port: server.teltonikaPort };
  const tracker = await callServer(address, { speech, speaker: speakerNamed(IMEI) });
  const here = { position: [4.3977, 51.2222] as const, altitudeMetres: 3, headingDegrees: 0 };
  const still = { satellites: 9, speedKilometresPerHour: 0, io: {} };
  await tracker.report([{ time: Date.now(), ...here, ...still }]);
  tracker.close();
}

/** Stops and starts the server; resolves when it has looked at its trackers. */
async function restart(): Promise<void> {
  await server.stop("SIGTERM");
  const began = new Date();
  await server.start();
  await expect
    .poll(() =>
      atDatabase(async ({ database }) => {
        const look = await database.selectFrom("watch_look").select("looked_at").executeTakeFirst();
        return (look?.looked_at ?? 0) > began;
      }),
    )
    .toBe(true);
}

async function fixCount(): Promise<number | undefined> {
  const [tracker] = await call<readonly { fixCount: number }[]>("GET", "/api/v1/trackers");
  return tracker?.fixCount;
}

const alarms = () => call<readonly Alarm[]>("GET", "/api/v1/alarms");

async function mails(): Promise<readonly string[]> {
  const folder = join(server.environment["ZPR_DATA_DIR"] ?? "", "mail");
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
}

test("a tracker that falls silent raises one alarm and one mail, whatever restarts", async () => {
  await server.start();
  call = caller(server.url, await run(["user", "key", "watch", "--admin"], server.environment));
  const studyId = await prepare();
  await report();
  const reportedAt = Date.now();
  await expect.poll(fixCount).toBe(1);
  await new Promise((silent) => setTimeout(silent, 2000));
  await restart();
  await expect.poll(alarms).toMatchObject([{ kind: "silent", endedAt: null }]);
  await expect.poll(mails).toHaveLength(1);
  const [mail = ""] = await mails();
  expect(mail).toContain("To: ada@example.org");
  expect(mail).toContain("Subject: Boje 3 schweigt");
  expect(mail).toContain("From: Zero Plastic Rivers <zpr@localhost>");

  await restart();
  const [alarm] = await alarms();
  expect(alarm?.mailedAt).not.toBeNull();
  expect(await alarms()).toEqual([alarm]);
  expect(await mails()).toEqual([mail]);

  // By this threshold it is silent still, and is no longer once it has reported: two restarts took longer than one will.
  const silentHours = (Date.now() - reportedAt - 1000) / 3_600_000;
  await call("PATCH", `/api/v1/studies/${studyId}`, { watchRules: { silentHours } });
  await report();
  await restart();
  const { raisedAt } = alarm ?? {};
  await expect.poll(alarms).toMatchObject([{ raisedAt, endedAt: expect.any(String) }]);
  expect(await mails()).toEqual([mail]);
});
