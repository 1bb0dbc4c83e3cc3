import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemCodeFromNumber } from "@zpr/model";
import sharp from "sharp";
import { expect, test } from "vitest";
import { keepLedgers } from "./ledger.ts";
import { caller, run } from "./running-server.ts";
import { serverProcess } from "./server-process.ts";

const REPORT = "0b5c1f4e-3d52-4c1c-9a44-6a0f3f1e2d77";
test("a backup taken under load, everything lost, restored and replayed: the ledgers are equal", async () => {
  const place = await mkdtemp(join(tmpdir(), "zpr-backups-"));
  const server = await serverProcess();
  const rescued = await serverProcess();
  try {
    await server.start();
    const key = await run(["user", "key", "rehearsal", "--admin"], server.environment);
    const at = (one: typeof server) => ({
      call: caller(one.url, key),
      teltonikaPort: one.teltonikaPort,
    });
    const photo = await reportWithPhoto(at(server).call, server.url);
    const keepers = await keepLedgers(at(server), "Rehearsal", 4);
    await expect.poll(keepers.acknowledged, { timeout: 30_000 }).toBeGreaterThan(100);
    const early = join(place, "under-load");
    expect(await run(["backup", early], server.environment)).toContain(`wrote ${early}`);
    await keepers.stop();
    // What an engine beside the database still holds is in no backup.
    if (server.environment["ZPR_LOG_URL"] !== undefined) await keepers.compare();
    const last = join(place, "last");
    await run(["backup", last], server.environment);
    const bare = join(place, "bare");
    await run(["backup", bare, "--without-objects"], server.environment);
    expect([last, bare].map((one) => existsSync(join(one, "objects")))).toEqual([true, false]);
    await server.stop("SIGKILL");
    await server.remove();
    expect(existsSync(server.environment["ZPR_DATA_DIR"] ?? "")).toBe(false);

    expect(await run(["restore", last], rescued.environment)).toMatch(/^restored \d+ rows/);
    await rescued.start();
    await run(["replay"], rescued.environment);
    await keepers.compareWith(at(rescued));
    const again = await fetch(`${rescued.url}${photo}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect([again.status, again.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    await expect(run(["restore", early], rescued.environment)).rejects.toMatchObject({ code: 3 });
  } finally {
    await server.remove();
    await rescued.remove();
    await rm(place, { recursive: true, force: true });
  }
}, 300_000);

/** A finder's report with a photo; gives the path at which researchers see it. */
async function reportWithPhoto(call: ReturnType<typeof caller>, url: string): Promise<string> {
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", {
    name: "Scheldt",
  });
  const type = { studyId, name: "PET bottle" };
  const { id: itemTypeId } = await call<{ id: number }>("POST", "/api/v1/item-types", type);
  const code = itemCodeFromNumber(777);
  await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  await call("POST", `/api/v1/items/${code}/sightings`, {
    id: REPORT,
    seenAt: "2026-06-19T08:00:00Z",
    position: [4.31, 51.12],
    accuracyMetres: 10,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "en",
  });
  const path = `/api/v1/sightings/${REPORT}/photos/1`;
  const create = { width: 200, height: 100, channels: 3 as const, background: "#888" };
  const sent = await fetch(`${url}${path}`, {
    method: "PUT",
    headers: { "content-type": "image/jpeg" },
    body: new Uint8Array(await sharp({ create }).jpeg().toBuffer()),
  });
  expect(sent.status).toBe(201);
  return path;
}
