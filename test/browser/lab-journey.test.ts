import { randomUUID } from "node:crypto";
import { playEvents, registerStudy, scheldtDemo } from "@zpr/simulator";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const ENDS_AT = Date.now();
const ACCOUNT = { email: "demo@zpr.example", password: "a river in a browser" };
const SIZES: readonly [string, BrowserContextOptions][] = [
  ["desk", DESK],
  ["phone", PHONE],
];

interface Fix {
  readonly id: string;
  readonly time: string;
  readonly flags: readonly string[];
}

describe.skipIf(noBrowser)(
  "a researcher asks where one item was, and why the house says so",
  () => {
    const { plan, simulation } = scheldtDemo({
      seed: "journey",
      endsAt: ENDS_AT,
      days: 2,
      items: 4,
      trackers: 1,
      studyName: "Scheldt (simulated)",
    });
    const code = plan.trackers[0]?.itemCode ?? "";
    const other = plan.items.find((item) => item.code !== code)?.code ?? "";
    let session: BrowserContextOptions["storageState"];

    beforeAll(async () => {
      const { url, key, teltonikaPort } = server();
      await registerStudy({ url, key }, plan);
      const gateway = { host: "127.0.0.1", port: teltonikaPort };
      await playEvents({ events: simulation.advance(ENDS_AT), gateway, apiUrl: url });
      const page = await open(DESK);
      await page.goto(server().setupLink ?? "");
      await page.getByLabel("Your name").fill("An Onderzoeker");
      await page.getByLabel("E-mail address").fill(ACCOUNT.email);
      await page.getByLabel("Password").fill(ACCOUNT.password);
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.waitForURL((now) => !now.pathname.startsWith("/auth/setup"));
      await page.context().close();
      const again = await open(DESK);
      await again.goto(`${url}/lab/items`);
      await again.getByLabel("E-mail address").fill(ACCOUNT.email);
      await again.getByLabel("Password").fill(ACCOUNT.password);
      await again.getByRole("button", { name: "Sign in" }).click();
      await again.waitForURL("**/lab/items**");
      session = await again.context().storageState();
      await again.context().close();
      const told = () => server().call<readonly object[]>("GET", `/api/v1/episodes?item=${code}`);
      await vi.waitFor(async () => expect(await told()).not.toHaveLength(0), 30_000);
    });

    async function journey(device: BrowserContextOptions, query = ""): Promise<Page> {
      const page = await open({ ...device, ...(session && { storageState: session }) });
      await page.goto(`${server().url}/lab/items/${code}?${query}`);
      await page.getByRole("heading", { name: code, exact: true }).waitFor();
      return page;
    }
    const fixes = () => server().call<readonly Fix[]>("GET", `/api/v1/fixes?itemCode=${code}`);

    test.each(SIZES)(
      "sees episodes on the map, in the plot and in the table, at %s size",
      async (_, device) => {
        const page = await journey(device);
        await page.locator("zpr-way-map canvas").waitFor();
        await page.locator("zpr-way-plot svg").first().waitFor();
        await expectAccessible(page);
        const slider = page.getByRole("slider");
        await slider.focus();
        await page.keyboard.press("ArrowRight");
        await page.waitForURL(/[?&]at=/);
        await expect.poll(() => page.locator("tr.chosen").count()).toBe(1);
        await expectAccessible(page);
        await page.goBack();
        await expect.poll(() => page.locator("tr.chosen").count()).toBe(0);
        const saved = page.waitForEvent("download");
        await page.getByRole("button", { name: "Save the plot (SVG)" }).click();
        expect((await saved).suggestedFilename()).toBe(`${code}-kilometres.svg`);
        await page.context().close();
      },
    );

    test.each(SIZES)(
      "reads the bytes behind a fix, excludes it with a reason, and takes that back, at %s size",
      async (_, device) => {
        const page = await journey(device, "view=fixes");
        const first = page.locator("zpr-fix-table button.open").nth(5);
        await first.click();
        await page.waitForURL(/[?&]fix=/);
        const id = new URL(page.url()).searchParams.get("fix");
        const flags = async () => (await fixes()).find((fix) => fix.id === id)?.flags;
        await page.getByText(/^Raw message/).waitFor();
        await page.getByText("It says the same as is stored").waitFor();
        await expectAccessible(page);
        await page.getByPlaceholder("Reason").fill("it lay on the quay");
        await page.getByRole("button", { name: "Exclude" }).click();
        await page.getByText("Excluded. Journey").waitFor();
        await page
          .getByText(/“it lay on the quay”/)
          .first()
          .waitFor();
        expect(await flags()).toContain("excluded");
        await expectAccessible(page);

        await page.getByRole("link", { name: "Corrections" }).click();
        await page.getByText("“it lay on the quay”").first().waitFor();
        await expectAccessible(page);
        await page.getByRole("button", { name: "Undo" }).first().click();
        await page.getByText("It counts again.").waitFor();
        expect(await flags()).not.toContain("excluded");
        await page.context().close();
      },
    );

    test.each(SIZES)("ends a deployment, and opens it again, at %s size", async (_, device) => {
      const page = await journey(device, "view=hand");
      const [, later] = await fixes();
      await page.getByLabel("Taken out at").fill(later?.time.slice(0, 19) ?? "");
      await page.getByRole("button", { name: "Save the end" }).click();
      await page.getByText("Saved. Fixes after it").waitFor();
      await expect.poll(() => fixes().then(({ length }) => length)).toBeLessThan(3);
      await page.locator("zpr-deployment-ends").getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => fixes().then(({ length }) => length)).toBeGreaterThan(20);
      await page.context().close();
    });

    test.each(SIZES)(
      "moves a report to the item that it is of, and takes that back, at %s size",
      async (_, device) => {
        const id = await report();
        const of = () =>
          server()
            .call<{ itemCode: string }>("GET", `/api/v1/sightings/${id}`)
            .then(({ itemCode }) => itemCode);
        const page = await journey(device, "view=seen");
        const card = page.getByRole("listitem").filter({ has: page.locator(`a[href*="${id}"]`) });
        await card.getByText("This was another item").click();
        await card.getByLabel("Code of the other item").fill(other);
        await expectAccessible(page);
        await card.getByRole("button", { name: "Move there" }).click();
        await page.getByText("Moved. What the finder said").waitFor();
        await card.waitFor({ state: "detached" });
        expect(await of()).toBe(other);
        await page.getByRole("button", { name: "Undo" }).click();
        await page.getByText("It is back.").waitFor();
        await card.waitFor();
        expect(await of()).toBe(code);
        await page.context().close();
      },
    );

    async function report(): Promise<string> {
      const id = randomUUID();
      await server().call("POST", `/api/v1/items/${code}/sightings`, {
        id,
        seenAt: new Date().toISOString(),
        position: [4.3105, 51.13],
        accuracyMetres: 6,
        positionSource: "gps",
        surroundings: "vegetation",
        condition: "worn",
        putBack: "put-back",
        locale: "en",
      });
      return id;
    }
  },
);
