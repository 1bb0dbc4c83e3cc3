// Debian's GDAL as a client: `ogrinfo` lists the collections and reads them.
import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MEMBER_KEY, useReadingApi } from "./testing.ts";

const run = promisify(execFile);
const isInstalled = await run("ogrinfo", ["--version"]).then(
  () => true,
  () => false,
);
if (!isInstalled)
  process.stderr.write(
    "\n*** NOT TESTED: whether GDAL can read /ogc, because ogrinfo is not installed (Debian: gdal-bin) ***\n\n",
  );

describe.skipIf(!isInstalled)("ogrinfo OAPIF:.../ogc", { timeout: 30_000 }, () => {
  const port = freePort();
  let root: string;
  const { app } = useReadingApi(() => `http://localhost:${port()}`);
  beforeAll(() => {
    root = `OAPIF:http://localhost:${port()}/ogc`;
  });
  beforeEach(async () => {
    await app().listen({ port: port(), host: "localhost" });
  });

  test("lists every collection with its geometry", async () => {
    expect((await ogrinfo(root)).split("\n").filter((line) => /^\d: /.test(line))).toEqual([
      "1: items (title: Items) (Point)",
      "2: fixes (title: Fixes) (Point)",
      "3: sightings (title: Sightings) (Point)",
      "4: journeys (title: Journeys) (Line String)",
      "5: episodes (title: Episodes) (Point)",
    ]);
  });

  test.each([
    ["items", 3, "POINT (4.37 51.2)"],
    ["fixes", 5, "POINT (4.31 51.11)"],
    ["sightings", 2, "POINT (4.35 51.15)"],
    ["journeys", 2, "LINESTRING (4.31 51.11,4.32 51.12,4.4 51.22)"],
  ])("reads all %s, page by page", async (id, count, geometry) => {
    const text = await ogrinfo("-al", "-oo", "PAGE_SIZE=1", root, id);
    expect(text).toContain(`Feature Count: ${count}`);
    expect(text.match(/^OGRFeature/gm)).toHaveLength(count);
    expect(text).toContain(geometry);
  });

  test.each([
    ["items", 1],
    ["fixes", 2],
    ["sightings", 1],
    ["journeys", 1],
  ])("reads %s within a box", async (id, count) => {
    const text = await ogrinfo("-al", "-spat", "4.3", "51.1", "4.36", "51.16", root, id);
    expect(text.match(/^OGRFeature/gm) ?? []).toHaveLength(count);
  });

  test("knows numbers, times and texts apart", async () => {
    const text = await ogrinfo("-so", root, "fixes");
    for (const field of ["trackerId: Integer", "time: DateTime", "hdop: Real", "itemCode: String"])
      expect(text).toContain(field);
  });

  test("lets the server choose by property and time", async () => {
    const asked: string[] = [];
    app().server.on("request", ({ url }) => asked.push(String(url)));
    const where =
      "trackerId = 1 AND time >= '2026/05/02 00:00:00' AND time < '2026/05/03 00:00:00'";
    const text = await ogrinfo("-al", root, "fixes", "-where", where);
    expect(text.match(/^OGRFeature/gm)).toHaveLength(1);
    expect(
      asked.find((url) => url.includes("trackerId=1") && url.includes("datetime=")),
    ).toBeDefined();
  });

  test("reads with an API key what only members may see", async () => {
    const text = await ogrinfo("-al", "-oo", `USERPWD=key:${MEMBER_KEY}`, root, "fixes");
    expect(text).toContain("flags (StringList) = (1:spike)");
    expect(text).toContain("rawMessageId (Integer)");
  });
});

async function ogrinfo(...args: readonly string[]): Promise<string> {
  const { stdout } = await run("ogrinfo", ["-ro", ...args]);
  return stdout;
}

/** Ours until the tests end, as nothing else listens on a port the system gave out a moment ago. */
function freePort(): () => number {
  let port = 0;
  beforeAll(async () => {
    const server = createServer().listen(0);
    await new Promise((listening) => server.once("listening", listening));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
    await new Promise((closed) => server.close(closed));
  });
  return () => port;
}
