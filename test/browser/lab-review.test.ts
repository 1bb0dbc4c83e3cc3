import { readFile } from "node:fs/promises";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";
import { useReview } from "./review-lab.ts";

const server = useServer();
const open = useBrowser();
const [bottle, cup, lost] = [50_001, 50_002, 50_003].map(itemCodeFromNumber) as [
  ItemCode,
  ItemCode,
  ItemCode,
];

describe.skipIf(noBrowser)("a researcher reviews sightings", () => {
  const { studyId, told, become, lab, review, report, pictured } = useReview({
    server,
    open,
    codes: [bottle, cup],
  });
  const toast = (page: Page, text: RegExp) => page.getByText(text).waitFor();
  const click = (page: Page, name: string) =>
    page.getByRole("button", { name, exact: true }).first().click();

  test("accepts and rejects by single keys, takes it back, and is led on to what waits", async () => {
    const doubtful = await report({ website: "x", note: "Buy here" });
    const second = await report({ website: "x" }, cup);
    const page = await lab(DESK, "/lab/sightings?queue=waiting");
    await page.getByText("Buy here").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("j");
    await page.waitForURL(`**/${doubtful}?**`);
    await page.getByText("A hidden field was filled in").waitFor();
    await page.locator("zpr-review-map canvas").waitFor();
    await expectAccessible(page);

    await page.getByRole("textbox", { name: "Reason" }).fill("an advertisement");
    await click(page, "Reject");
    await toast(page, /: rejected/);
    await page.waitForURL(`**/${second}?**`);
    await become(doubtful, { review: "rejected" });
    await expectAccessible(page);
    await click(page, "Undo");
    await become(doubtful, { review: "waiting" });

    await page.keyboard.press("a");
    await become(second, { review: "accepted" });
    await page.goto(`${server().url}/lab/sightings/${doubtful}?study=${studyId()}`);
    await page.getByText("“an advertisement”").waitFor();
    await page.getByText("(undone)").waitFor();
    await page.context().close();
  });

  test("switches the single keys off", async () => {
    const id = await report();
    const page = await review(DESK, id);
    await page.keyboard.press("?");
    const on = page.getByLabel("Single keys act on the report");
    await on.waitFor();
    await expectAccessible(page);
    await on.uncheck();
    await page.locator("h2").first().focus();
    await page.keyboard.press("r");
    await page.keyboard.press("e");
    expect(await page.getByText("Correct the report").count()).toBe(0);
    expect((await told(id)).review).toBe("none");
    await page.reload();
    await page.getByText("Keyboard").click();
    expect(await page.getByLabel("Single keys act on the report").isChecked()).toBe(false);
    await page.context().close();
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])(
    "corrects a report, sees what the finder said, and takes it back, at %s size",
    async (_size, device) => {
      const id = await report({ note: "Ada was here" });
      const page = await review(device, id);
      await click(page, "Correct");
      await page.getByLabel("Condition").selectOption("damaged");
      await page.getByLabel("Latitude").fill("51.2");
      await page.getByRole("button", { name: "Choose the place on a map" }).click();
      await page.locator("zpr-correct-form canvas").waitFor();
      await expectAccessible(page);
      await click(page, "Save");
      await become(id, { condition: "damaged" });
      await page.getByRole("heading", { name: "What the finder said" }).waitFor();
      await page.getByText("Condition: Worn, faded → Broken, torn").waitFor();
      await expectAccessible(page);
      await page.locator("zpr-decision-history").getByRole("button", { name: "Undo" }).click();
      await become(id, { condition: "worn" });
      await page.context().close();
    },
  );

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("merges a report into another of the same find, at %s size", async (_size, device) => {
    const lead = await report({}, cup);
    const double = await report({}, cup);
    const page = await review(device, double);
    await click(page, "Merge");
    await page.getByRole("radio").first().waitFor();
    await expectAccessible(page);
    await page
      .getByRole("radio")
      .and(page.locator(`[value="${lead}"]`))
      .check();
    await page.locator("zpr-merge-choice").getByRole("button", { name: "Merge" }).click();
    await become(double, { mergedInto: lead });
    await page.getByText("Merged into another report").first().waitFor();
    await page.getByRole("link", { name: "The report that counts" }).click();
    await page.waitForURL(`**/${lead}?**`);
    await page.context().close();
  });

  test("gives a report of an unknown code to an item, on a phone", async () => {
    const id = await report({}, lost);
    const page = await lab(PHONE, "/lab/sightings?queue=without-item");
    await page.locator(`#row-${id}`).click();
    await page.getByText("No item has this code").waitFor();
    await expectAccessible(page);
    await click(page, "Correct");
    await page.getByLabel("Code of the item").fill(bottle);
    await click(page, "Save");
    await become(id, { itemCode: bottle });
    await page.getByRole("link", { name: "Back to the list" }).click();
    await page.getByText("Nothing matches").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test("blurs parts of a photo by pointer and by keyboard, and shows others no more than that", async () => {
    const id = await pictured(await report());
    const page = await review(DESK, id);
    await page.locator(".large img").waitFor();
    await page.keyboard.press("b");
    const tool = page.locator("zpr-blur-tool");
    const box = await tool.locator("img").boundingBox();
    if (!box) throw new Error("the photo is not there");
    await tool.locator("img").scrollIntoViewIfNeeded();
    const at = (await tool.locator("img").boundingBox()) ?? box;
    await page.mouse.move(at.x + at.width * 0.1, at.y + at.height * 0.1);
    await page.mouse.down();
    await page.mouse.move(at.x + at.width * 0.4, at.y + at.height * 0.5, { steps: 4 });
    await page.mouse.up();
    await tool.getByRole("button", { name: "Part 1" }).waitFor();
    await tool.getByRole("button", { name: "Add a part" }).click();
    await tool.getByRole("button", { name: "Part 2" }).press("ArrowRight");
    await tool.getByRole("button", { name: "Part 2" }).press("Shift+ArrowDown");
    await expectAccessible(page);
    await tool.getByRole("button", { name: "Save the blurring" }).click();
    await toast(page, /decided about the photo/);
    const [photo] = (await told(id)).photos;
    expect(photo?.blur).toEqual([
      {
        x: expect.closeTo(0.1, 2),
        y: expect.closeTo(0.1, 2),
        width: expect.closeTo(0.3, 2),
        height: expect.closeTo(0.4, 2),
      },
      {
        x: expect.closeTo(0.42, 5),
        y: 0.4,
        width: 0.2,
        height: expect.closeTo(0.22, 5),
      },
    ]);
    await page.getByLabel("As others see it").check();
    await expectAccessible(page);
    await page.keyboard.press("h");
    await page.getByText("Hidden: for editors only").waitFor();
    await become(id, { photos: [expect.objectContaining({ hidden: true })] as never });
    await page.context().close();
  });

  test("approves and blurs a photo by tapping, on a phone", async () => {
    await server().call("PATCH", `/api/v1/studies/${studyId()}`, { publishPhotos: true });
    const id = await pictured(await report());
    const page = await review(PHONE, id);
    await page.getByText("Photo to check").waitFor();
    await click(page, "Blur a part");
    await page.locator("zpr-blur-tool img").tap({ position: { x: 100, y: 100 } });
    await click(page, "Larger");
    await expectAccessible(page);
    await click(page, "Save the blurring");
    await click(page, "Approve for everybody");
    await page.getByText("For everybody once the report is accepted").waitFor();
    const openPhotos = async () => {
      const answer = await fetch(`${server().url}/api/v1/items/${bottle}/photos`);
      return (await answer.json()) as readonly { readonly url: string }[];
    };
    const before = await openPhotos();
    await click(page, "Accept");
    await expect.poll(async () => (await openPhotos()).length).toBe(before.length + 1);
    const shown = await Promise.all(
      (await openPhotos()).map(({ url }) => fetch(new URL(url, server().url))),
    );
    expect(shown.map(({ status }) => status)).toEqual(shown.map(() => 200));
    await page.context().close();
  });

  test("asks the finder, and waits for the answer", async () => {
    const contact = { email: "ada@example.org", questionsConsent: true };
    const id = await report({ contact });
    const page = await review(DESK, id);
    await page.getByLabel("Your question").fill("Which side of the lock?");
    await page.getByRole("button", { name: "Send by mail" }).click();
    await page.getByText("Waits for an answer").waitFor();
    await become(id, { question: "open" });
    await expectAccessible(page);
    await page.context().close();
  });

  test("exports what is shown, and keeps what is shown in the address", async () => {
    await report({ note: "A needle in a haystack" });
    const page = await lab(DESK, "/lab/sightings");
    await page.getByLabel("Code or words of the note").fill("needle");
    await page.waitForURL("**words=needle**");
    await page.getByLabel("Order").selectOption("oldest");
    await page.waitForURL("**order=oldest**");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as CSV" }).click();
    const text = await readFile(await (await saved).path(), "utf8");
    expect(text.trim().split("\r\n")).toHaveLength(2);
    expect(text).toContain("A needle in a haystack");
    await page.reload();
    await page.getByText("A needle in a haystack").waitFor();
    expect(await page.locator("zpr-sightings-page li").count()).toBe(1);
    await page.context().close();
  });
});
