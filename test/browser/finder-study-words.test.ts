import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { expectAccessible, noBrowser, useBrowser } from "./browser.ts";
import { answerAll, ON_THE_BANK, photoOf, send, useStudy } from "./finder-study.ts";

const server = useServer();
const study = useStudy(server, 3);
const open = useBrowser();

const THANKS = { nl: "Dank je wel, het team van de Schelde", en: "Thanks, the Scheldt team" };

describe.skipIf(noBrowser)("a finder hears from the study", () => {
  beforeAll(async () => {
    const { call } = server();
    const [{ id }] = await call<[{ id: number }]>("GET", "/api/v1/studies");
    await call("PATCH", `/api/v1/studies/${id}`, { finderTexts: THANKS, publishPhotos: true });
  });

  test("reads its own words after a report, in a language it was written in", async () => {
    const page = await open({ ...ON_THE_BANK, locale: "nl" });
    await page.goto(`${server().url}/${study().codes[0]}`);
    for (const value of ["worn", "bank", "put-back"])
      await page.locator(`input[type=radio][value=${value}]`).check();
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    await page.getByText(THANKS.nl).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "De pagina van deze studie" }).click();
    await page.getByRole("heading", { name: "Scheldt" }).waitFor();
    await page.context().close();
  });

  test("sees the photos of others that researchers approved, and no other", async () => {
    const code = study().codes[1] ?? "";
    const { call, url } = server();
    const id = randomUUID();
    await call("POST", `/api/v1/items/${code}/sightings`, {
      id,
      seenAt: new Date(Date.now() - 3_600_000).toISOString(),
      position: [4.32, 51.13],
      accuracyMetres: 10,
      positionSource: "gps",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "en",
    });
    for (const n of [1, 2]) {
      const sent = await fetch(`${url}/api/v1/sightings/${id}/photos/${n}`, {
        method: "PUT",
        headers: { "content-type": "image/jpeg" },
        body: new Uint8Array(await photoOf(800)),
      });
      expect(sent.status).toBe(201);
    }
    const page = await open(ON_THE_BANK);
    await page.goto(`${url}/found?code=${code}`);
    await page.getByRole("link", { name: "The page of this study" }).waitFor();
    expect(await page.getByRole("heading", { name: "Photos by finders" }).count()).toBe(0);
    const decide = (decision: object) =>
      call("POST", `/api/v1/sightings/${id}/decisions`, { id: randomUUID(), ...decision });
    await decide({ kind: "photo", n: 1, version: 1, public: true });
    await decide({ kind: "accept" });
    await page.reload();
    await page.getByRole("heading", { name: "Photos by finders" }).waitFor();
    const photos = page.getByAltText(/^Photo of /);
    expect(await photos.count()).toBe(1);
    await photos.scrollIntoViewIfNeeded();
    const width = "document.querySelector('zpr-open-photos img').naturalWidth";
    await expect.poll(() => page.evaluate(width)).toBe(800);
    await expectAccessible(page);
    await page.context().close();
  });

  test("lets researchers ask about the find when it ticks that, and only then", async () => {
    const code = study().codes[2] ?? "";
    const page = await open(ON_THE_BANK);
    await page.goto(`${server().url}/${code}`);
    await page.getByText("Position found").waitFor();
    await answerAll(page);
    await page.getByText("Hear from us").click();
    await page.getByLabel("Researchers may write to me with a question about this find").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByText("We need your e-mail address for this.").waitFor();
    await expectAccessible(page);
    await page.getByLabel("E-mail").fill("rosa@finder.example");
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await expect.poll(() => study().reportsOf(code)).toHaveLength(1);
    const [report] = await study().reportsOf(code);
    const asked = await server().call("GET", `/api/v1/sightings/${report?.id}`);
    expect(asked).toMatchObject({ mayAsk: true });
    await page.context().close();
  });
});
