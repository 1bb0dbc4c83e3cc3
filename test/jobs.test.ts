import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caller, type RunningServer, run } from "./running-server.ts";
import { type ServerProcess, serverProcess } from "./server-process.ts";

const ITEMS = 1500;

let server: ServerProcess;
let folder: string;
let key: string;
let call: RunningServer["call"];
let studyId: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-jobs-"));
  server = await serverProcess();
  await server.start();
  key = await run(["user", "key", "jobs", "--admin"], server.environment);
  call = caller(server.url, key);
  studyId = (await call<{ id: number }>("POST", "/api/v1/studies", { name: "Long work" })).id;
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

test("an import that is killed in the middle is gone on with and doubles nothing", async () => {
  const rows = Array.from(
    { length: ITEMS },
    (_, at) => `bottle,${at},Temse,2026-05-03 10:00,4.2,51.1`,
  );
  const sheet = `type,note,place,time,lon,lat\n${rows.join("\n")}\n`;
  const id = randomUUID();
  await bringIn(sheet, id);
  await expect.poll(async () => (await jobOf(id)).done, { interval: 20 }).toBeGreaterThan(0);
  await server.stop("SIGKILL");
  await server.start();
  // Asked for again by somebody who saw no answer.
  expect((await bringIn(sheet, id)).id).toBe(id);
  await expect.poll(async () => (await jobOf(id)).state, { timeout: 60_000 }).toBe("done");
  const { outcome } = await jobOf(id);
  expect((outcome?.["new"] ?? 0) + (outcome?.["same"] ?? 0)).toBe(ITEMS);
  const notes = (await allItems()).map((item) => item.note);
  expect(notes).toHaveLength(ITEMS);
  expect(new Set(notes).size).toBe(ITEMS);
});

test("an export brings tables, what they mean, and the study in one archive", async () => {
  const id = randomUUID();
  const formats = ["csv", "geojson", "geoparquet"];
  const wish = { id, studyId, tables: ["items", "journeys"], formats };
  await call("POST", "/api/v1/exports", wish);
  await expect.poll(async () => (await jobOf(id)).state, { timeout: 60_000 }).toBe("done");
  const { result, outcome } = await jobOf(id);
  expect(outcome?.["items"]).toBe(ITEMS);
  const response = await fetch(`${server.url}${result?.url}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual([
    "dictionary.csv",
    "items.csv",
    "items.geojson",
    "items.parquet",
    "journeys.csv",
    "journeys.geojson",
    "journeys.parquet",
    "study.json",
  ]);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text("items.csv").trimEnd().split("\r\n")).toHaveLength(ITEMS + 1);
  expect(text("dictionary.csv")).toContain("items,mass_grams,number,g,");
  const { features } = JSON.parse(text("items.geojson"));
  expect(features[0].geometry).toEqual({ type: "Point", coordinates: [4.2, 51.1] });
  const parquet = await parquetReadObjects({
    file: (files["items.parquet"] ?? new Uint8Array()).slice().buffer,
  });
  expect(parquet).toHaveLength(ITEMS);
  expect(parquet[0]).toMatchObject({ type: "bottle", release_place: "Temse" });
  expect(parquet[0]?.["released_at"]).toEqual(new Date("2026-05-03T10:00:00Z"));
});

test("journeys are told again, and a job that waits is called off", async () => {
  const again = randomUUID();
  await call("POST", "/api/v1/jobs", { id: again, studyId, kind: "recompute" });
  await expect.poll(async () => (await jobOf(again)).state, { timeout: 60_000 }).toBe("done");
  expect((await jobOf(again)).outcome).toEqual({ journeys: ITEMS });
  const late = await call<Job>("POST", `/api/v1/jobs/${again}/cancel`);
  expect(late.state).toBe("done");
});

test("the command line plans, brings in and writes out beside the running server", async () => {
  const sheet = join(folder, "items.csv");

  await writeFile(sheet, "type;name\nbottle;by hand\n");
  const study = ["--study", String(studyId)];
  const planned = await run(["import", sheet, ...study, "--dry-run"], server.environment);
  expect(planned).toContain("line 2: new (code to be made)");
  const done = await run(["import", sheet, ...study], server.environment);
  expect(done).toBe("1 new, 0 changed, 0 the same, 0 not taken");
  const output = join(folder, "out.zip");
  const told = await run(
    ["export", "tables", ...study, "--tables", "items", "--output", output],
    server.environment,
  );
  expect(told).toBe(`wrote ${output}: ${ITEMS + 1} items`);
  const files = unzipSync(new Uint8Array(await readFile(output)));
  expect(strFromU8(files["items.csv"] ?? new Uint8Array())).toContain("by hand");
});

interface Job {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly outcome: Readonly<Record<string, number>> | null;
  readonly result: { readonly url: string } | null;
}

function jobOf(id: string): Promise<Job> {
  return call("GET", `/api/v1/jobs/${id}`);
}

async function bringIn(sheet: string, id: string): Promise<Job> {
  const query = new URLSearchParams({ studyId: String(studyId), kind: "items", id });
  const response = await fetch(`${server.url}/api/v1/imports?${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
    body: sheet,
  });
  expect(response.status).toBe(202);
  return response.json() as Promise<Job>;
}

async function allItems(): Promise<readonly { readonly note: string }[]> {
  const page = (cursor: string) =>
    fetch(`${server.url}/api/v1/items?studyId=${studyId}&limit=1000${cursor}`, {
      headers: { authorization: `Bearer ${key}` },
    });
  const first = await page("");
  const next = /cursor=([^>&]+)/.exec(first.headers.get("link") ?? "")?.[1];
  const rest = next ? await (await page(`&cursor=${next}`)).json() : [];
  return [...((await first.json()) as []), ...(rest as [])];
}
