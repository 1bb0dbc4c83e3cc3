import { imei } from "@zpr/model";
import { TrackerLink } from "@zpr/simulator";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, noBrowser, PHONE, useBrowser } from "./browser.ts";
import { answerAll, ON_THE_BANK, send } from "./finder-study.ts";

const server = useServer();
const open = useBrowser();
/** Centre line of the tidal Scheldt, seaward, as a file of a person's own might have it. */
const RIVER = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "Scheldt" },
      geometry: {
        type: "LineString",
        coordinates: [
          [4.2136, 51.1281],
          [4.309, 51.118],
          [4.345, 51.17],
          [4.3997, 51.2213],
          [4.3, 51.29],
          [4.25, 51.36],
          [4.02, 51.38],
        ],
      },
    },
  ],
});
const TRACKER = imei("356307042441013");
const WINTAM = { longitude: 4.309, latitude: 51.118, accuracy: 6 };
const SHEET = [
  "code;name;type;material;mass (g)",
  "generate;bottle 1;PET bottle 0,5 l;PET;24,5",
  "generate;bottle 2;PET bottle 0,5 l;PET;24,5",
  "generate;bottle 3;PET bottle 0,5 l;PET;heavy",
].join("\n");

interface Item {
  readonly code: string;
  readonly name: string;
}

/** One person, from the link of the first start to the first sighting, who has nothing but the pages. */
describe.skipIf(noBrowser)("a new user of the lab", () => {
  let desk: Page;
  let phone: Page;
  let code = "";

  beforeAll(async () => {
    desk = await open(DESK);
    phone = await open({ ...PHONE, permissions: ["geolocation"], geolocation: WINTAM });
  });
  afterAll(async () => {
    await desk?.context().close();
    await phone?.context().close();
  });

  /** Pictures of a step, for people who look at them. */
  async function see(page: Page, name: string): Promise<void> {
    const folder = process.env["ZPR_TEST_PICTURES"];
    if (!folder) return;
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `${folder}/${name}.png` });
    if (page !== desk) return;
    await page.setViewportSize(PHONE.viewport);
    await page.waitForTimeout(800);
    await page.screenshot({ path: `${folder}/${name}-phone.png`, fullPage: true });
    await page.setViewportSize(DESK.viewport);
  }

  const place = (page: Page, name: string) =>
    page.getByRole("navigation", { name: "Pages of the lab" }).getByRole("link", { name }).click();

  test("makes an account by the link that the server printed, and a study", async () => {
    await desk.goto(server().setupLink ?? "");
    await see(desk, "01-setup");
    await desk.getByLabel("Your name").fill("An Onderzoeker");
    await desk.getByLabel("E-mail address").fill("an@zpr.example");
    await desk.getByLabel("Password").fill("four random words here");
    await desk.getByRole("button", { name: "Make the account" }).click();
    await desk.waitForURL("**/lab**");
    await desk.getByLabel("Name of the study").waitFor();
    await see(desk, "03-no-study");
    await desk.getByLabel("Name of the study").fill("Scheldt 2026");
    await desk.getByRole("button", { name: "Begin the study" }).click();
    await desk.getByText("What the map shows").waitFor();
    await see(desk, "04-empty-map");
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel("E-mail address").fill("an@zpr.example");
    await page.getByLabel("Password").fill("four random words here");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/lab/**");
  }

  test("finds every list empty, each saying how to begin", async () => {
    for (const [name, says] of [
      ["Release day", "What you scan is listed here"],
      ["Trackers", "Your trackers will be here"],
      ["Items", "Your items will be here"],
      ["Sightings", "Reports of finders will be here"],
      ["Study", "An Onderzoeker"],
    ] as const) {
      await place(desk, name);
      await desk.getByText(says).first().waitFor();
      await see(desk, `05-empty-${name.toLowerCase().replaceAll(" ", "-")}`);
    }
  });

  test("uploads a river", async () => {
    await place(desk, "Study");
    await desk.getByRole("link", { name: "River", exact: true }).click();
    await desk.getByText("No river yet").waitFor();
    await see(desk, "06-river-empty");
    const buffer = Buffer.from(RIVER);
    const file = { name: "scheldt.geojson", mimeType: "application/geo+json", buffer };
    await desk.getByLabel("Upload GeoJSON").setInputFiles(file);
    await desk.getByRole("button", { name: "Save the river" }).waitFor();
    await see(desk, "07-river-uploaded");
    await desk.getByLabel("Name of the river").fill("Zeeschelde");
    await desk.getByRole("button", { name: "Save the river" }).click();
    await desk.getByRole("heading", { name: "Zeeschelde" }).waitFor();
    await see(desk, "07-river-saved");
  });

  test("makes a type, then brings in a sheet after seeing what it would do", async () => {
    await place(desk, "Items");
    await desk.getByRole("link", { name: "Types" }).first().click();
    await see(desk, "08-types-empty");
    await desk.getByRole("button", { name: "New type" }).click();
    await desk.getByLabel("Name", { exact: true }).fill("PET bottle 0,5 l");
    await desk.getByLabel("Material").fill("PET");
    await desk.getByLabel("Mass (g)").fill("24.5");
    await see(desk, "09-new-type");
    await desk.getByRole("button", { name: "Save" }).click();
    await desk.getByText("PET bottle 0,5 l").waitFor();
    await see(desk, "10-types");
    await desk.getByRole("link", { name: "Import" }).click();
    await see(desk, "11-import");
    const file = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) };
    await desk.locator("input[type=file]").setInputFiles(file);
    await desk.getByText("1 in error, left out.").waitFor();
    await see(desk, "12-dry-run");
    await desk.getByRole("button", { name: "Bring in 2 rows" }).click();
    await desk.getByText("Done", { exact: true }).waitFor();
    await see(desk, "13-imported");
  });

  test("prints the labels", async () => {
    await desk.getByRole("link", { name: "Items" }).last().click();
    await desk.getByText("bottle 1").first().waitFor();
    await see(desk, "14-items");
    await desk.getByLabel("Choose all 2").check();
    await see(desk, "15-items-chosen");
    const download = desk.waitForEvent("download");
    await desk.getByRole("button", { name: "Print labels" }).click();
    expect((await download).suggestedFilename()).toMatch(/^labels-\d+\.pdf$/);
    await desk.getByText("2 labels are in the file.").waitFor();
    await see(desk, "16-labels");
    const items = await server().call<readonly Item[]>("GET", "/api/v1/items");
    code = items.find(({ name }) => name === "bottle 1")?.code ?? "";
  });

  test("registers the tracker that calls", async () => {
    await call();
    await place(desk, "Trackers");
    await desk.getByText("1 unknown tracker calling").first().waitFor();
    await see(desk, "17-unknown-tracker");
    await desk
      .getByRole("button", { name: /^Register/ })
      .last()
      .click();
    await desk.getByRole("link", { name: "Teltonika 41013" }).waitFor();
    await see(desk, "18-tracker");
    await desk.getByRole("link", { name: "Teltonika 41013" }).click();
    await desk.getByText("Last messages").waitFor();
    await see(desk, "19-tracker-page");
  });

  test("releases both on the pontoon, one of them with the tracker, and sees it alive", async () => {
    await phone.goto(`${server().url}/lab/release`);
    await see(phone, "20-phone-sign-in");
    await signIn(phone);
    await phone.getByText("What you scan is listed here").waitFor();
    await see(phone, "21-release");
    const part = (name: string) => phone.getByRole("button", { name, exact: true }).click();
    await part("Tide");
    await see(phone, "22-tide-empty");
    await phone.getByLabel("Place of the release").fill("Wintam");
    await phone.getByRole("button", { name: "My position" }).click();
    await phone.getByText("Next high water").waitFor();
    await see(phone, "23-tide");
    await part("Release");
    for (const text of [TRACKER, code]) {
      await phone.getByRole("textbox", { name: "Code or IMEI" }).fill(text);
      await phone.getByRole("button", { name: "Add", exact: true }).click();
    }
    await phone.getByText("1 with a tracker").waitFor();
    await see(phone, "24-batch");
    await phone.getByRole("button", { name: "Released" }).click();
    await phone.getByText("Sent", { exact: true }).waitFor();
    await see(phone, "25-released");
    await call();
    await part("Alive?");
    await phone.getByText("1 of 1 alive").waitFor();
    await see(phone, "26-alive");
  });

  test("gets the first sighting, reviews it, and sees it on the map and in the journey", async () => {
    const finder = await open(ON_THE_BANK);
    await finder.goto(`${server().url}/${code}`);
    await finder.getByText("Position found").waitFor();
    await answerAll(finder);
    await send(finder);
    await finder.getByRole("heading", { name: "Thank you!" }).waitFor();
    await finder.context().close();
    await place(desk, "Sightings");
    await desk
      .getByRole("link", { name: new RegExp(code) })
      .first()
      .waitFor();
    await see(desk, "27-sightings");
    await desk
      .getByRole("link", { name: new RegExp(code) })
      .first()
      .click();
    await desk.getByRole("heading", { name: "What counts" }).waitFor();
    await see(desk, "28-review");
    await desk.getByRole("button", { name: "Accept" }).click();
    await desk.getByText(`${code}: accepted`).waitFor();
    await see(desk, "29-accepted");
    await place(desk, "Map");
    await desk.locator("zpr-map-table").getByText("Sighting").first().waitFor();
    await see(desk, "30-map");
    await place(desk, "Items");
    await desk.getByRole("link", { name: code }).first().click();
    await desk.locator("zpr-way-plot svg").first().waitFor();
    await see(desk, "31-journey");
    await desk.getByRole("link", { name: "Sightings" }).last().click();
    await desk.getByText("Put back exactly where it lay").waitFor();
    await see(desk, "32-journey-sightings");
  });

  async function call(): Promise<void> {
    const link = new TrackerLink({ host: "127.0.0.1", port: server().teltonikaPort }, TRACKER);
    await link.send([
      {
        time: Date.now(),
        position: [WINTAM.longitude, WINTAM.latitude],
        altitudeMetres: 2,
        headingDegrees: 0,
        satellites: 9,
        speedKilometresPerHour: 3,
        io: { batteryMillivolts: 3870 },
      },
    ]);
    link.close();
  }
});
