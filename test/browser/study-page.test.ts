import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../free-port.ts";
import { useServer } from "../running-server.ts";
import {
  DESK,
  expectAccessible,
  foreignRequests,
  noBrowser,
  PHONE,
  useBrowser,
} from "./browser.ts";
import { useStudy } from "./finder-study.ts";

const server = useServer();
const study = useStudy(server, 2);
const open = useBrowser();

describe.skipIf(noBrowser)("the public page of a study", () => {
  let path: string;

  beforeAll(async () => {
    const { call, url } = server();
    const [code = ""] = study().codes;
    const item = await call<{ readonly study: { readonly id: number } }>(
      "GET",
      `/api/v1/items/${code}`,
    );
    path = `/study/${item.study.id}`;
    await call("PATCH", `/api/v1${path.replace("study", "studies")}`, {
      finderTexts: { en: "Every bottle counts." },
    });
    await fetch(`${url}/api/v1/items/${code}/sightings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        id: randomUUID(),
        seenAt: "2026-06-20T10:00:00Z",
        position: [4.3997, 51.2213],
        accuracyMetres: 8,
        positionSource: "gps",
        surroundings: "bank",
        condition: "worn",
        putBack: "put-back",
        locale: "en",
      }),
    });
    // Where an item was last follows its journey, and what is told of it may be ten seconds old.
    const page = () => fetch(url + path).then((answer) => answer.text());
    const patient = { timeout: 30_000, interval: 200 };
    await vi.waitFor(async () => expect(await page()).toContain("51.2213"), patient);
  });

  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
    ["a desk in the dark", { ...DESK, colorScheme: "dark" as const }],
  ])("has a map and the same as a table, for everybody, on %s", async (_where, device) => {
    const page = await open(device);
    const foreign = foreignRequests(page, server().url);
    await page.goto(server().url + path);
    await page.getByText("Every bottle counts.").waitFor();
    await page.locator("[data-study-map]").scrollIntoViewIfNeeded();
    await page.locator("[data-study-map] canvas").waitFor();
    await page.getByText("The same as a table").click();
    await page.getByRole("cell", { name: "4.3997, 51.2213" }).waitFor();
    await expectAccessible(page);
    expect([foreign, await page.context().cookies()]).toEqual([[], []]);
    await page.context().close();
  });

  test.each([PHONE, DESK])(
    "its part for others is for everybody, and so is the absence of one",
    async (device) => {
      const page = await open(device);
      await page.goto(`${server().url}${path}/embed`);
      await page.locator("[data-study-map] canvas").waitFor();
      await expectAccessible(page);
      await page.goto(`${server().url}/study/999`);
      await page.getByRole("heading", { name: "This study has no public page" }).waitFor();
      await expectAccessible(page);
      await page.context().close();
    },
  );

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])(
    "is seen within a page of others, and no other page of ours is, at %s size",
    async (_, device) => {
      const { url } = server();
      const [embed, lab] = [`${url}${path}/embed`, `${url}/lab/map`];
      await using host = await pageOfOthers(`
      <iframe id="embed" src="${embed}" title="Scheldt" width="100%" height="520" loading="lazy"></iframe>
      <iframe id="lab" src="${lab}" title="Lab" width="100%" height="200"></iframe>`);
      const page = await open(device);
      const refused = page.waitForEvent("console", (message) =>
        message.text().includes("frame-ancestors"),
      );
      await page.goto(host.url);
      expect(new URL(host.url).origin).not.toBe(new URL(url).origin);
      const inside = page.frameLocator("#embed");
      await inside.locator("[data-study-map] canvas").waitFor();
      await inside.getByText("The same as a table").click();
      await inside.getByRole("cell", { name: "4.3997, 51.2213" }).waitFor();
      expect((await refused).type()).toBe("error");
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    },
  );
});

/** A page of another origin, with something in it; ends with its block. */
async function pageOfOthers(body: string) {
  const port = await freePort();
  const html = `<!doctype html><html lang="en"><title>A river authority</title><h1>Our river</h1>${body}`;
  const host = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end(html),
  );
  await new Promise<void>((done) => host.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      host.closeAllConnections();
      await new Promise((done) => host.close(done));
    },
  };
}
