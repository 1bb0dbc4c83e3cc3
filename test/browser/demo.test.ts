import { playEvents, registerStudy, scheldtDemo } from "@zpr/simulator";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, picture, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const ENDS_AT = Date.now();
const TRACKERS = 12;
const ACCOUNT = { email: "demo@zpr.example", password: "a river in a browser" };

describe.skipIf(noBrowser)("a simulated study, played in through the real doors", () => {
  const { plan, simulation } = scheldtDemo({
    seed: "pictures",
    endsAt: ENDS_AT,
    days: 6,
    items: 45,
    trackers: TRACKERS,
    studyName: "Scheldt (simulated)",
  });

  beforeAll(async () => {
    const { url, key, teltonikaPort } = server();
    await registerStudy({ url, key }, plan);
    const gateway = { host: "127.0.0.1", port: teltonikaPort };
    const counts = await playEvents({ events: simulation.advance(ENDS_AT), gateway, apiUrl: url });
    expect(counts.failures).toEqual([]);
    expect(counts.acknowledged).toBeGreaterThan(TRACKERS * 100);

    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("Demo researcher");
    await page.getByLabel("E-mail address").fill(ACCOUNT.email);
    await page.getByLabel("Password").fill(ACCOUNT.password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/auth/setup"));
    await page.context().close();
  });

  test("shows every tracker and its journey on the map, labelled as simulated", async () => {
    const page = await open(DESK);
    await page.goto(`${server().url}/lab/map`);
    await page.getByLabel("E-mail address").fill(ACCOUNT.email);
    await page.getByLabel("Password").fill(ACCOUNT.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Simulated data").waitFor();
    const trackers = page.locator("zpr-map-legend li").filter({ hasText: /^\s*Trackers/ });
    await expect.poll(() => trackers.innerText()).toContain(String(TRACKERS));
    await page.locator("zpr-map-canvas canvas").waitFor();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    await picture(page, "lab");

    await page.getByRole("link", { name: "Trackers" }).first().click();
    await expect.poll(() => page.getByRole("row").count()).toBe(TRACKERS + 1);
    await picture(page, "trackers");
    await page.context().close();
  });

  test("lets a finder see how far an item has come", async () => {
    const page = await open(PHONE);
    await page.goto(`${server().url}/found?code=${plan.trackers[0]?.itemCode}`);
    await page.getByText("Step by step").waitFor();
    await page.getByRole("button", { name: "Show the map" }).click();
    await page.locator("zpr-map-canvas canvas").waitFor();
    await expectAccessible(page);
    await picture(page, "journey");
    await page.context().close();
  });
});
