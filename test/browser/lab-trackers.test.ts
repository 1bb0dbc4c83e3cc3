import { setTimeout as pause } from "node:timers/promises";
import { imei, itemCodeFromNumber } from "@zpr/model";
import { TrackerLink } from "@zpr/simulator";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const YELLOW = imei("356307042441013");
/** Two that call while somebody looks at a desk, and two on a phone. */
const AT_THE_DESK = [imei("356307042441021"), imei("356307042441039")];
const AT_THE_PHONE = [imei("356307042441047"), imei("356307042441054")];
const code = itemCodeFromNumber(40_101);
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";
const DAY = 86_400_000;
const CODEC = "function decodeUplink({ bytes }) { return { data: { mv: bytes[0] * 20 } } }";

interface Made {
  readonly id: number;
}

describe.skipIf(noBrowser)("an editor in the view Trackers", () => {
  let studyId: number;
  let yellow: number;
  let lora: number;

  beforeAll(async () => {
    const { call, url } = server();
    ({ id: studyId } = await call<Made>("POST", "/api/v1/studies", { name: "Scheldt" }));
    const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", {
      studyId,
      name: "PET bottle",
    });
    await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
    ({ id: yellow } = await call<Made>("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId: YELLOW,
      name: "Yellow 1",
      model: "TAT100",
      intervalSeconds: 21_600,
    }));
    const tracker = { studyId, protocol: "http", uniqueId: "buoy-7", name: "Buoy 7" };
    ({ id: lora } = await call<Made>("POST", "/api/v1/trackers", tracker));
    const source = { studyId, protocol: "http", name: "any" };
    await call("POST", "/api/v1/sources", source);
    const { secret } = await call<{ secret: string }>("POST", "/api/v1/api-keys", {
      studyId,
      name: "buoys",
      scope: "ingest",
    });
    const pushed = await fetch(`${url}/ingest/v1/http/any?as=payload&id=buoy-7`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from("b4", "hex"),
    });
    expect(pushed.status).toBeLessThan(300);
    for (let day = 6; day >= 0; day--)
      await report(YELLOW, { ago: day * DAY, volts: 4 - day / 50 });
    await signUp();
  });

  async function signUp(): Promise<void> {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.context().close();
  }

  /** Frames of a tracker over TCP; it obeys what it is told in the same connection. */
  async function report(
    tracker: typeof YELLOW,
    { ago = 0, volts = 3.9, stays = 0 } = {},
  ): Promise<readonly string[]> {
    const heard: string[] = [];
    const link = new TrackerLink({ host: "127.0.0.1", port: server().teltonikaPort }, tracker, {
      onInstruction: (text) => heard.push(text),
    });
    await link.send([
      {
        time: Date.now() - ago,
        position: [4.309, 51.118],
        altitudeMetres: 2,
        headingDegrees: 0,
        satellites: 9,
        speedKilometresPerHour: 3,
        io: { batteryMillivolts: Math.round(volts * 1000) },
      },
    ]);
    for (let waited = 0; heard.length < stays && waited < 5000; waited += 50) await pause(50);
    link.close();
    return heard;
  }

  async function visit(device: typeof DESK | typeof PHONE, path: string): Promise<Page> {
    const page = await open(device);
    await page.goto(`${server().url}${path}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**${path.split("?")[0]}**`);
    return page;
  }

  async function keep(page: Page, name: string): Promise<void> {
    const folder = process.env["ZPR_TEST_PICTURES"];
    if (!folder) return;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: "light" });
  }

  test("sees what came of each tracker, narrows the list in its address and takes it along", async () => {
    const page = await visit(DESK, "/lab/trackers");
    const row = page.getByRole("row").filter({ hasText: "Yellow 1" });
    // Late in the day nothing was expected of the first day's rest, so its record does not count.
    await row.getByText(/[67] of 2\d/).waitFor();
    await row.getByText("Alive").waitFor();
    await expectAccessible(page);
    await keep(page, "list-desk");
    await page.getByRole("searchbox").fill("yellow");
    await page.waitForURL("**find=yellow**");
    await page.getByText("Buoy 7").waitFor({ state: "detached" });
    await page.reload();
    expect(await page.getByRole("searchbox").inputValue()).toBe("yellow");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "As a table (CSV)" }).click(),
    ]);
    expect(table.suggestedFilename()).toBe("trackers.csv");
    await page.context().close();
  });

  test.each([
    ["desk", DESK, AT_THE_DESK],
    ["phone", PHONE, AT_THE_PHONE],
  ])(
    "registers strangers that call, several with one click, at %s size",
    async (_, device, strangers) => {
      for (const stranger of strangers) await report(stranger);
      const page = await visit(device, "/lab/trackers");
      await page.getByText("2 unknown trackers calling").first().waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Register all 2 trackers" }).click();
      for (const name of strangers.map((stranger) => `Teltonika ${stranger.slice(-5)}`))
        await page.getByRole("link", { name, exact: true }).waitFor();
      await page.getByText("2 trackers are registered.").waitFor();
      await page.context().close();
    },
  );

  test.each([
    ["desk", DESK, { words: "getver", hex: "0c010500000006676574766572", able: 5 }],
    ["phone", PHONE, { words: "getinfo", hex: "0c010500000007676574696e666f", able: 1 }],
  ])(
    "tells several trackers something, sees who cannot take it, and hears their answers, at %s size",
    async (size, device, { words, hex, able }) => {
      const page = await visit(device, "/lab/trackers");
      await select(page, size);
      await page.getByText(`${able + 1} trackers selected`).waitFor();
      await page.getByRole("button", { name: "Send a command" }).click();
      const dialog = page.locator("ion-modal:visible");
      await dialog.getByLabel("Words").fill(words);
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Show what would be sent" }).click();
      await dialog.getByText(/^(5 trackers|1 tracker) would get/).waitFor();
      await dialog.getByText("http trackers take no instructions").waitFor();
      await dialog.getByText(hex, { exact: false }).first().waitFor();
      await expectAccessible(page);
      await keep(page, `preview-${size}`);
      const mustType = dialog.getByLabel("To confirm, type how many");
      if (able > 4) await mustType.fill(String(able));
      await dialog.getByRole("button", { name: /^Send to (5 trackers|1 tracker)$/ }).click();
      await dialog.getByText(/^Waits for (5 trackers|1 tracker)\.$/).waitFor();
      expect(await report(YELLOW, { stays: 1 })).toEqual([words]);
      await dialog.getByText("Acknowledged").waitFor();
      await expectAccessible(page);
      await keep(page, `sent-${size}`);
      await page.context().close();
    },
  );

  /** All of the list at a desk; on a phone a tracker that obeys and one that cannot. */
  async function select(page: Page, size: string): Promise<void> {
    const names =
      size === "desk" ? ["Select all on this page"] : ["Select Yellow 1", "Select Buoy 7"];
    for (const name of names) await page.getByRole("checkbox", { name }).check();
  }

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("reads all about one tracker on a %s, and cancels what waits for it", async (size, device) => {
    const page = await visit(device, `/lab/trackers/${yellow}`);
    await page.getByRole("heading", { name: "Yellow 1" }).waitFor();
    await page.getByRole("button", { name: "Send a command" }).click();
    const dialog = page.locator("ion-modal:visible");
    await dialog.getByLabel("What").selectOption("reboot");
    await dialog.getByRole("button", { name: "Show what would be sent" }).click();
    await dialog.getByRole("button", { name: "Send to 1 tracker" }).click();
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Cancel it cpureset" }).first().click();
    await page.getByText("Cancelled").first().waitFor();
    await page.getByRole("button", { name: "Step by step getver" }).click();
    await page.getByText("0c010500000006676574766572", { exact: false }).first().waitFor();
    await page.getByText("Last messages").waitFor();
    await expectAccessible(page);
    await keep(page, `one-${size}`);
    await page.context().close();
  });

  test("sets a tracker, and is asked when somebody else did meanwhile", async () => {
    const page = await visit(DESK, `/lab/trackers/${yellow}`);
    const form = page.locator("zpr-tracker-settings form");
    await form.getByText("Rules of the watch").click();
    await form.getByLabel("Silent after hours").fill("12");
    await form.getByLabel("Model").fill("TAT141");
    await expectAccessible(page);
    await server().call("PATCH", `/api/v1/trackers/${yellow}`, { model: "TAT240" });
    await form.getByRole("button", { name: "Save" }).click();
    const conflict = page.locator("ion-modal:visible");
    await conflict.getByText("TAT240").waitFor();
    await conflict.getByRole("button", { name: "Keep mine" }).click();
    await page.getByText("Saved.").waitFor();
    expect(await server().call<object>("GET", `/api/v1/trackers/${yellow}`)).toMatchObject({
      model: "TAT141",
      watchRules: { silentHours: 12 },
    });
    await page.context().close();
  });

  test("puts a tracker into an item and takes it out", async () => {
    const page = await visit(DESK, `/lab/trackers/${yellow}`);
    await page.getByLabel("Code of the item").fill(code);
    const before = new Date(Date.now() - DAY).toISOString().slice(0, 16);
    await page.getByLabel("In it since (UTC)").fill(before);
    await page.getByRole("button", { name: "Put it in the item" }).click();
    await page.getByText("until now").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "End the deployment" }).click();
    await page.getByLabel("Code of the item").waitFor();
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])(
    "writes a codec, tries it on what was kept, publishes it and gives it to a tracker, at %s size",
    async (size, device) => {
      const page = await visit(device, "/lab/trackers/codecs");
      await page
        .getByText("Your codecs will be here")
        .or(page.getByText("Reads 1 tracker"))
        .waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "New codec" }).click();
      await page.getByLabel("Name").fill(`Buoys on a ${size}`);
      await page.getByLabel("Source").fill(`${CODEC} // ${size}`);
      await page.getByLabel("Mapping").fill('{"batteryVolts": {"path": "mv", "unit": "mV"}}');
      await page.getByLabel("Messages of").selectOption(String(lora));
      await page.getByRole("button", { name: "Run it" }).click();
      await page.getByText('"mv": 3600').waitFor();
      await expectAccessible(page);
      await keep(page, `codec-${size}`);
      await page.getByRole("button", { name: "Publish" }).click();
      await page.getByText("Published. Now give it to trackers.").waitFor();
      await page.locator("zpr-codec-pins").getByLabel("Tracker").selectOption(String(lora));
      await page.getByRole("button", { name: "Give it this codec" }).click();
      await page.getByRole("button", { name: "Take it away Buoy 7" }).waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Payload codecs" }).click();
      await page.getByText("Reads 1 tracker").waitFor();
      await page.context().close();
    },
  );

  test("has everything on a phone", async () => {
    const page = await visit(PHONE, "/lab/trackers");
    for (const [path, text] of [
      ["", "Yellow 1"],
      [`/${yellow}`, "Last messages"],
      ["/codecs", "Buoys"],
      ["/codecs/new", "Try it"],
    ] as const) {
      await page.goto(`${server().url}/lab/trackers${path}`);
      await page.getByText(text).first().waitFor();
      await expectAccessible(page);
      await keep(page, `phone${path.replaceAll("/", "-")}`);
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    }
    await page.context().close();
  });
});
