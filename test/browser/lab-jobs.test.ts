import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../apps/server/src/config.ts";
import { visitDatabase } from "../../apps/server/src/open-database.ts";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";
const ROWS = 2_000;
/** A statement that writes items takes this long, so that somebody has time to think better of it. */
const SECONDS = 0.5;

interface Job {
  readonly state: string;
  readonly done: number;
}

describe.skipIf(noBrowser)("long work of a study", () => {
  let session: BrowserContextOptions["storageState"];

  beforeAll(async () => {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.getByLabel("Name of the study").fill("Scheldt");
    await page.getByRole("button", { name: "Begin the study" }).click();
    await page.getByText("What the map shows").waitFor();
    session = await page.context().storageState();
    await page.context().close();
    await makeItemsSlow();
  });

  async function visit(device: BrowserContextOptions, path: string): Promise<Page> {
    const page = await open({ ...device, ...(session && { storageState: session }) });
    await page.goto(`${server().url}${path}`);
    return page;
  }

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("is followed as it goes on, and cancelled on the way, at %s size", async (_size, device) => {
    const onlooker = await visit(device, "/lab/jobs");
    await onlooker.getByText("New export").waitFor();
    const page = await visit(device, "/lab/import");
    const buffer = Buffer.from(sheetOf(randomUUID()));
    const file = { name: "items.csv", mimeType: "text/csv", buffer };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: /^Bring in 2.000 rows$/ }).click();

    const card = onlooker.locator("zpr-job-card").first();
    const bar = card.getByRole("progressbar", { name: "Import" });
    await bar.waitFor();
    const places = new Set<number>();
    await expect
      .poll(async () => places.add(Number(await bar.getAttribute("value"))).size)
      .toBeGreaterThan(2);
    expect([...places]).toEqual([...places].sort((a, b) => a - b));
    expect(Number(await bar.getAttribute("max"))).toBe(ROWS);
    await card.getByRole("button", { name: "Cancel the job" }).click();
    await card.getByText("Cancelled", { exact: true }).waitFor();
    await page.locator("zpr-job-card").getByText("Cancelled", { exact: true }).waitFor();
    const [job] = await server().call<readonly Job[]>("GET", "/api/v1/jobs?limit=1");
    expect(job?.state).toBe("cancelled");
    expect(job?.done).toBeLessThan(ROWS);
    // Not while it goes on: that takes seconds, in which it may come to its end.
    for (const one of [onlooker, page]) await expectAccessible(one);
    await onlooker.context().close();
    await page.context().close();
  });
});

/** Names are unique in a study. */
function sheetOf(name: string): string {
  const rows = Array.from({ length: ROWS }, (_, at) => `generate,${name} ${at},Bottle`);
  return `code,name,type\n${rows.join("\n")}\n`;
}

async function makeItemsSlow(): Promise<void> {
  const opened = await visitDatabase(readConfig({ ZPR_DATA_DIR: server().folder }));
  await sql`
    create function wait_a_moment() returns trigger language plpgsql as
    $$ begin perform pg_sleep(${sql.lit(SECONDS)}); return null; end $$`.execute(opened.database);
  await sql`
    create trigger wait_a_moment after insert on item
    for each statement execute function wait_a_moment()`.execute(opened.database);
  await opened.close();
}
