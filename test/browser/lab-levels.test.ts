import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";
const START = Date.parse("2026-07-01T00:00:00Z");

/** Nine days of a tide, every ten minutes. */
const CSV = Array.from({ length: 9 * 144 }, (_, at) => {
  const time = START + at * 600_000;
  const level = 2.5 * Math.cos((2 * Math.PI * (time - START)) / (12.42 * 3_600_000));
  return `${new Date(time).toISOString()};${level.toFixed(2).replace(".", ",")}`;
}).join("\n");

interface Made {
  readonly id: number;
}

describe.skipIf(noBrowser)("an owner in the tabs Water levels and Thresholds", () => {
  let studyId: number;

  beforeAll(async () => {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.context().close();
    studyId = (await server().call<Made>("POST", "/api/v1/studies", { name: "Scheldt" })).id;
    const member = { email: EMAIL, role: "owner" };
    await server().call("POST", `/api/v1/studies/${studyId}/members`, member);
  });

  async function visit(device: typeof DESK | typeof PHONE, tab: string): Promise<Page> {
    const page = await open(device);
    await page.goto(`${server().url}/lab/study/${tab}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**/lab/study/${tab}**`);
    return page;
  }

  async function choose(page: Page, text: string): Promise<void> {
    const file = { name: "levels.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("Table (CSV)").setInputFiles(file);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
  }

  test.each([
    ["desk", DESK, "Uitbergen"],
    ["phone", PHONE, "Dendermonde"],
  ])(
    "uploads levels, is told which lines are wrong, and sees them beside the prediction, at %s size",
    async (_, device, station) => {
      const page = await visit(device, "water-levels");
      await page.getByText("No series yet.").waitFor();
      await page.getByLabel("Name of the station").fill(station);
      await page.getByLabel("Longitude").fill("4.1");
      await page.getByLabel("Latitude").fill("51.03");
      await choose(page, "time;level\n01/07/2026;1");
      await page.getByText("Line 2: the time is not readable.").waitFor();
      await expectAccessible(page);
      await choose(page, CSV);
      await page.getByRole("img", { name: "A week of water levels" }).waitFor();
      await page.getByText("Antwerpen Prosperpolder").first().waitFor();
      await page.getByRole("button", { name: "Week after" }).click();
      await expect
        .poll(() => page.getByRole("button", { name: "Week after" }).isDisabled())
        .toBe(true);
      await expectAccessible(page);

      await page.getByLabel("Behind the station").selectOption({ label: station });
      await page.getByLabel("River kilometre and minutes").fill("30 95\nTemse");
      await page.getByRole("button", { name: "Save the lags" }).click();
      await page.getByText("One of the lines is no pair of numbers.").waitFor();
      await page.getByLabel("River kilometre and minutes").fill("30 95\n53 60");
      await page.getByRole("button", { name: "Save the lags" }).click();
      await page.getByText("Saved.").last().waitFor();
      const path = `/api/v1/studies/${studyId}/tide-lags`;
      expect(await server().call("GET", path)).toMatchObject({
        lags: [
          [30, 95],
          [53, 60],
        ],
      });
      await page.getByRole("button", { name: `Delete ${station}` }).click();
      await page.getByRole("button", { name: `Really delete ${station}` }).click();
      await page.getByText("No series yet.").waitFor();
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
      await page.context().close();
    },
  );

  test.each([
    ["desk", DESK, 15],
    ["phone", PHONE, 20],
  ])(
    "changes thresholds and sees the journeys told again, at %s size",
    async (_, device, noise) => {
      const page = await visit(device, "thresholds");
      await page.getByLabel("Noise of the trackers, sigma (m)").fill(String(noise));
      await page.getByText(`Fixes within R = ${4 * noise} m`).waitFor();
      await page.getByLabel("River corridor (m)").fill(String(10 * noise));
      await expectAccessible(page);
      await page.getByRole("button", { name: "Save and tell again" }).click();
      await page.getByText("Done: 0 journeys told again.").waitFor();
      await expectAccessible(page);
      expect(await server().call("GET", `/api/v1/studies/${studyId}`)).toMatchObject({
        episodeRules: { noiseMetres: noise },
        corridorMetres: 10 * noise,
      });
      await page.context().close();
    },
  );
});
