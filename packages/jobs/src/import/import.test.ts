import { postgresItemStore, postgresReleaseStore, postgresStudyStore } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import type { Desk } from "../work.ts";
import { importWork } from "./import-work.ts";
import { type ImportWish, planImport } from "./plan-sheet.ts";
import { readSheet } from "./sheet.ts";
import { importPorts } from "./testing.ts";

const database = useDatabase();
let studyId: number;

beforeEach(async () => {
  const study = await postgresStudyStore(database()).create(
    { name: "Sheets", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  studyId = study?.id ?? 0;
});

const SHEET = `\ufeffSoort;Naam;Massa (g);Plaats;Datum;Lon;Lat\r
fles;een;24,5;Temse;03/05/2026 10:00;4,21;51,13\r
fles;twee;;Temse;03/05/2026 10:00;;\r
`;

describe("a sheet of items", () => {
  test("of Excel in Dutch, with semicolons and decimal commas, is planned and then brought in", async () => {
    const plan = await planImport(studyId, await wish(SHEET), ports());
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(["new", "error"]);
    expect(plan.rows[1]?.faults[0]?.fault).toBe("position-missing");
    expect(await items()).toHaveLength(0);

    expect(await bringIn(SHEET)).toEqual({ new: 1, changed: 0, same: 0, error: 1 });
    expect(await bringIn(SHEET)).toEqual({ new: 1, changed: 0, same: 1, error: 0 });
    expect(await bringIn(SHEET)).toEqual({ new: 0, changed: 0, same: 2, error: 0 });
    const [type] = await postgresItemStore(database()).listTypes([studyId], page);
    expect(type).toMatchObject({ name: "fles", massGrams: 24.5 });
    const [release] = await postgresReleaseStore(database()).list([studyId], page);
    expect(release).toMatchObject({ place: "Temse", position: [4.21, 51.13] });
    expect(release?.releasedAt.toISOString()).toBe("2026-05-03T08:00:00.000Z");
    expect(release?.itemCodes).toHaveLength(2);
  });

  test("shows what it changes, from what to what", async () => {
    await bringIn("name,type,note\none,bottle,old\n");
    const plan = await planImport(studyId, await wish("type,name,note\nbottle,one,new\n"), ports());
    expect(plan.rows[0]).toMatchObject({
      outcome: "changed",
      changes: [{ field: "note", from: "old", to: "new" }],
    });
    await bringIn("type,name,note\nbottle,one,new\n");
    expect((await items())[0]).toMatchObject({ name: "one", note: "new" });
  });

  test("without codes gets the same ones when its job begins anew", async () => {
    const asked = await wish("type\nbottle\nbottle\n");
    let memory: object | undefined;
    const first = importWork(ports())(jobOf(asked, null), {
      ...desk,
      async report(news) {
        memory ??= news.memory;
      },
    });
    await first;
    await importWork(ports())(jobOf(asked, memory ?? null), desk);
    expect(await items()).toHaveLength(2);
  });

  test("as .xlsx is read as well", async () => {
    const file = await writeXlsx([
      [{ value: "Type" }, { value: "Name" }],
      [{ value: "bottle" }, { value: "one" }],
    ]).toBuffer();
    const sheet = await readSheet(file);
    expect(sheet).toEqual({
      head: ["Type", "Name"],
      rows: [{ line: 2, cells: ["bottle", "one"] }],
    });
  });

  test.each([
    ["", { kind: "empty" }],
    [`code\n${"\n0TF5HA".repeat(20_001)}`, { kind: "rows-too-many", rows: 20_001, most: 20_000 }],
    ['a,b\n"c" d",e\n"', { kind: "csv-unreadable" }],
    ["PK\u0003\u0004 and nothing more", { kind: "excel-unreadable" }],
    ["colour,shape\nred,round\n", { kind: "columns-unknown" }],
  ])("%.20j is not taken, with why", async (text, problem) => {
    const planned = wish(text).then((asked) => planImport(studyId, asked, ports()));
    await expect(planned).rejects.toMatchObject({ problem });
  });

  test.each([
    ["code,type\n0TF5HA,bottle\n", "code-invalid"],
    ["name\none\n", "type-missing"],
    ["type,mass\nbottle,heavy\n", "number-invalid"],
    ["type,tracker\nbottle,nobody\n", "tracker-unknown"],
    ["type,place,time\nbottle,Temse,yesterday\n", "time-invalid"],
  ])("%j is refused with its reason", async (text, fault) => {
    const { rows } = await planImport(studyId, await wish(text), ports());
    expect(rows[0]?.outcome).toBe("error");
    expect(rows[0]?.faults.map((one) => one.fault)).toContain(fault);
  });

  test("that contradicts a type that is there is refused", async () => {
    await bringIn("type,mass\nbottle,24\n");
    const { rows } = await planImport(studyId, await wish("type,mass\nbottle,30\n"), ports());
    expect(rows[0]?.faults[0]).toMatchObject({ fault: "type-differs", known: "bottle: 24" });
  });
});

test("trackers and their deployments come in from sheets", async () => {
  await bringIn("code,type,name\nTV31PY,bottle,one\n");
  const trackers = "protocol,imei,name\nteltonika,352093081452251,first\nsmoke,1,x\n";
  expect(await bringIn(trackers, "trackers")).toMatchObject({ new: 1, error: 1 });
  const deployments = "tracker,item,from,to\nfirst,TV3-1PY,2026-05-03 10:00,\n";
  expect(await bringIn(deployments, "deployments")).toMatchObject({ new: 1 });
  expect(await bringIn(deployments, "deployments")).toMatchObject({ same: 1 });
  expect((await items())[0]?.trackerId).not.toBeNull();
});

const page = { after: undefined, limit: 100 };

function ports() {
  return importPorts(database());
}

function items() {
  return ports().itemStore.list({ studies: [studyId] }, page);
}

async function wish(text: string, kind: ImportWish["kind"] = "items"): Promise<ImportWish> {
  return { kind, timeZone: "Europe/Brussels", sheet: await readSheet(Buffer.from(text)) };
}

function jobOf(asked: ImportWish, memory: object | null) {
  return { id: "", studyId, kind: "import", wish: asked, memory, attempts: 1, holder: "" } as const;
}

const desk: Desk = {
  async report() {},
  async keep({ name, mediaType }) {
    return { name, mediaType, parts: 0, bytes: 0, until: new Date() };
  },
};

async function bringIn(text: string, kind: ImportWish["kind"] = "items") {
  const done = await importWork(ports())(jobOf(await wish(text, kind), null), desk);
  return done.outcome;
}
