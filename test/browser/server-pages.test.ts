import { LOCALES } from "@zpr/model";
import { beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../apps/server/src/config.ts";
import { visitDatabase } from "../../apps/server/src/open-database.ts";
import { useServer } from "../running-server.ts";
import {
  DESK,
  expectAccessible,
  foreignRequests,
  noBrowser,
  PHONE,
  useBrowser,
} from "./browser.ts";
import { answerAll, ON_THE_BANK, send, useStudy } from "./finder-study.ts";

const MAIL = "ada@example.org";

const server = useServer();
const study = useStudy(server, 1);
const open = useBrowser();

describe.skipIf(noBrowser)("pages that the server renders for finders", () => {
  let studyId: number;

  beforeAll(async () => {
    const { call, url } = server();
    const item = await (await fetch(`${url}/api/v1/items/${study().codes[0]}`)).json();
    studyId = (item as { readonly study: { readonly id: number } }).study.id;
    await call("PUT", `/api/v1/studies/${studyId}/contest`, {
      title: { en: "Win a day on the river", nl: "Win een dag op de rivier" },
      rules: { en: "Everybody may take part.", nl: "Iedereen mag meedoen." },
      prizes: [{ en: "A day in a kayak" }],
      opensAt: "2026-06-01T00:00:00Z",
      closesAt: "2036-10-01T00:00:00Z",
      seedHash: "b997736f73e60bdfc6fde41d9f7746383168e7468ae085ac77fa9dd829c6c39a",
    });
  });

  test("who is asked to take part in a contest reads its rules first, and keeps what was filled in", async () => {
    const page = await open(ON_THE_BANK);
    await page.goto(`${server().url}/${study().codes[0]}`);
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    await page.getByText("Hear from us").click();
    const opening = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Prizes and rules" }).click();
    const rules = await opening;
    await rules.getByRole("heading", { name: "Win a day on the river" }).waitFor();
    await rules.getByText("90 days after the draw").waitFor();
    await expectAccessible(rules);
    await page.getByLabel("Let me take part in the contest").check();
    await page.getByLabel("E-mail").fill(MAIL);
    await expectAccessible(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    // A finder is thanked before the phone has sent the report, which a closed browser never would.
    await expect.poll(() => study().reportsOf(study().codes[0] ?? "")).not.toEqual([]);
    await page.context().close();
  });

  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
    ["a phone in the dark", { ...PHONE, colorScheme: "dark" as const }],
    ["forced colours", { ...PHONE, forcedColors: "active" as const }],
  ])("can be used by everybody, in %s", async (_where, device) => {
    const page = await open(device);
    const foreign = foreignRequests(page, server().url);
    const token = await mailToken();
    for (const path of [
      `/contest/${studyId}`,
      "/contest/999",
      `/mail/${token}/confirm`,
      `/mail/${token}/unsubscribe`,
      `/mail/${token}/erase`,
      "/mail/gone/confirm",
    ]) {
      await page.goto(server().url + path);
      await page.locator("h1").waitFor();
      await expectAccessible(page);
    }
    expect([foreign, await page.context().cookies()]).toEqual([[], []]);
    await page.context().close();
  });

  test("speak another language after one tap", async () => {
    const page = await open(PHONE);
    await page.goto(`${server().url}/contest/${studyId}`);
    for (const lang of LOCALES.slice(1)) {
      await page.locator(`nav a[lang=${lang}]`).click();
      await page.locator(`html[lang=${lang}]`).waitFor();
    }
    await page.context().close();
  });

  test("delete what is known of somebody at the press of a button, and then know nothing", async () => {
    const page = await open(PHONE);
    await page.goto(`${server().url}/mail/${await mailToken()}/erase`);
    const link = page.url();
    await page.getByRole("button", { name: "Delete my data" }).click();
    await page.getByRole("heading", { name: "Your data is deleted" }).waitFor();
    await expectAccessible(page);
    await page.goto(link);
    await page.getByRole("heading", { name: "Nothing is kept under this link" }).waitFor();
    await page.context().close();
  });
});

/** What the links in the mail to the finder have in them. */
async function mailToken(): Promise<string> {
  const opened = await visitDatabase(readConfig({ ZPR_DATA_DIR: server().folder }));
  const found = opened.database
    .selectFrom("sighting_contact")
    .select("token")
    .where("email", "=", MAIL);
  const { token } = await found.executeTakeFirstOrThrow();
  await opened.close();
  return token;
}
