import { itemCodeFromNumber } from "@zpr/model";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { expectAccessible, noBrowser, useBrowser } from "./browser.ts";
import { answer, answerAll, ON_THE_BANK, send, useStudy } from "./finder-study.ts";

const UNKNOWN = itemCodeFromNumber(31_999_999);

const server = useServer();
const study = useStudy(server, 4);
const open = useBrowser();

async function formOf(code: string, page: Page): Promise<void> {
  await page.goto(`${server().url}/${code}`);
  await page.getByText("Position found").waitFor();
}

/** The texts of the notice on the thank-you page. */
async function notesOf(page: Page): Promise<string> {
  const notes = page.locator("zpr-report-notes").first();
  await notes.getByText("Your report is kept all the same.").waitFor();
  return notes.innerText();
}

describe.skipIf(noBrowser)("a finder whose report is out of the ordinary", () => {
  test("reports a code that nobody knows, and is told what becomes of it", async () => {
    const page = await open(ON_THE_BANK);
    await formOf(UNKNOWN, page);
    await page.getByRole("heading", { name: "We do not know this code" }).waitFor();
    await expectAccessible(page);
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(await notesOf(page)).toContain("We do not know this code yet");
    expect(await page.getByText("You are the very first").count()).toBe(0);
    expect(await page.getByRole("heading", { name: "The journey of" }).count()).toBe(0);
    await expectAccessible(page);
    await page.goto(`${server().url}/found`);
    expect(await notesOf(page)).toContain("We do not know this code yet");
    const kept = await server().call("GET", "/api/v1/sightings?withoutItem=true");
    expect(kept).toMatchObject([{ itemCode: UNKNOWN }]);
    await page.context().close();
  });

  test("hears all that is the matter, each in a sentence of its own, in four languages", async () => {
    const { id, code } = await closedStudyWithItem();
    const page = await open(ON_THE_BANK);
    await formOf(code, page);
    await page.getByText("This one should not be in the water yet").waitFor();
    await page.getByText("The study of this piece has ended").waitFor();
    await expectAccessible(page);
    await answer(page, ["Worn", "Elsewhere", "Took it along"]);
    await server().call("PATCH", `/api/v1/studies/${id}`, { waterLines: FAR_AWAY });
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    const notes = await notesOf(page);
    expect(notes).toContain("should not be out there yet");
    expect(notes).toContain("The study of this piece has ended");
    expect(notes).toContain("rather far from the water");
    await expectAccessible(page);
    for (const [language, words] of [
      ["Nederlands", "Het onderzoek met dit stuk is afgelopen"],
      ["Français", "L’étude à laquelle appartient cet objet est terminée"],
      ["Deutsch", "Die Studie zu diesem Stück ist beendet"],
    ] as const) {
      await page.locator("zpr-locale-picker select").selectOption({ label: language });
      await page.getByText(words).first().waitFor();
    }
    await page.context().close();
  });

  test("hears that somebody reported it too, and nothing where all is as usual", async () => {
    const code = study().codes[0] ?? "";
    for (const isFirst of [true, false]) {
      const page = await open(ON_THE_BANK);
      await formOf(code, page);
      await answerAll(page);
      await send(page);
      await page.getByRole("heading", { name: "Thank you!" }).waitFor();
      if (isFirst) {
        await page.getByRole("img", { name: /^Card: I found/ }).waitFor();
        expect(await page.locator("zpr-report-notes .z-notice").count()).toBe(0);
      } else expect(await notesOf(page)).toContain("reported within a day of yours");
      await page.context().close();
    }
  });

  test("notices nothing of the field that machines fill in; researchers do", async () => {
    const page = await open(ON_THE_BANK);
    const code = study().codes[1] ?? "";
    await formOf(code, page);
    const field = page.locator("input[name=website]");
    expect(await field.getAttribute("tabindex")).toBe("-1");
    const box = await field.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(0);
    expect(await page.getByRole("textbox", { name: "Website" }).count()).toBe(0);
    await field.fill("https://cheap.example");
    await answerAll(page);
    await send(page);
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(await page.locator("zpr-report-notes .z-notice").count()).toBe(0);
    expect(await study().reportsOf(code)).toMatchObject([
      { suspicious: ["honeypot"], review: "waiting" },
    ]);
    await page.context().close();
  });
});

/** Water far from where these finders stand. */
const FAR_AWAY = [
  [
    [2, 50],
    [2.1, 50],
  ],
];

interface Made {
  readonly id: number;
}

/** A study that is over, with an item that nobody has released. */
async function closedStudyWithItem(): Promise<{ readonly id: number; readonly code: string }> {
  const { call } = server();
  const { id } = await call<Made>("POST", "/api/v1/studies", { name: "Dijle" });
  const type = { studyId: id, name: "Lid" };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  const code = itemCodeFromNumber(30_001);
  await call("POST", "/api/v1/items", { studyId: id, itemTypeId, code });
  await call("PATCH", `/api/v1/studies/${id}`, { closedAt: "2026-01-01T00:00:00Z" });
  return { id, code };
}
