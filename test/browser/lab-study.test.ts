import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { DESK, expectAccessible, noBrowser, PHONE, useBrowser } from "./browser.ts";

const server = useServer();
const open = useBrowser();
const EMAIL = "an@zpr.example";
const PASSWORD = "four random words here";

const SIZES = [
  ["desk", DESK],
  ["phone", PHONE],
] as const;

interface Made {
  readonly id: number;
  readonly version: number;
}

describe.skipIf(noBrowser)("an owner in the view Study", () => {
  let study: Made;

  beforeAll(async () => {
    const page = await open(DESK);
    await page.goto(server().setupLink ?? "");
    await page.getByLabel("Your name").fill("An Onderzoeker");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/lab**");
    await page.context().close();
    study = await server().call<Made>("POST", "/api/v1/studies", { name: "Scheldt" });
    await server().call("POST", `/api/v1/studies/${study.id}/members`, {
      email: EMAIL,
      role: "owner",
    });
  });

  async function visit(
    device: typeof DESK | typeof PHONE,
    tab: string,
    studyId = study.id,
  ): Promise<Page> {
    const page = await open(device);
    await page.goto(`${server().url}/lab/study/${tab}?study=${studyId}`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`**/lab/study/${tab}**`);
    return page;
  }

  test.each(SIZES)(
    "invites somebody by address, and cannot step down as the last owner, at %s size",
    async (_, device) => {
      const page = await visit(device, "people");
      await page.getByText("An Onderzoeker").first().waitFor();
      await page.getByLabel("E-mail address").fill("bert@example.org");
      await page.getByLabel("Role", { exact: true }).selectOption("editor");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByText("The invitation is on its way.").waitFor();
      await page.getByText("bert@example.org").waitFor();
      await expectAccessible(page);

      const own = page.getByLabel("Role of An Onderzoeker");
      await own.selectOption("viewer");
      await page.getByText("This is the last owner.").waitFor();
      expect(await own.inputValue()).toBe("owner");
      await page
        .getByRole("button", { name: "Withdraw the invitation to bert@example.org" })
        .click();
      await page.getByText("bert@example.org").waitFor({ state: "detached" });
      await page.context().close();
    },
  );

  test("is shown both versions when somebody was faster, and keeps the one they choose", async () => {
    const page = await visit(DESK, "rules");
    await page.getByLabel("Description").fill("Mine");
    await page.getByLabel("Nederlands").fill("Dank je wel!");
    await server().call("PATCH", `/api/v1/studies/${study.id}`, { description: "Theirs" });
    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.locator("ion-modal");
    await dialog.getByText("Somebody changed this in the meantime").waitFor();
    await dialog.getByText("Theirs", { exact: true }).last().waitFor();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await page.getByText("Saved.").waitFor();
    const kept = await server().call<object>("GET", `/api/v1/studies/${study.id}`);
    expect(kept).toMatchObject({ description: "Mine", finderTexts: { nl: "Dank je wel!" } });

    await server().call("PATCH", `/api/v1/studies/${study.id}`, { description: "Again" });
    await page.getByLabel("Description").fill("Never kept");
    await page.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Take theirs" }).click();
    await expect.poll(() => page.getByLabel("Description").inputValue()).toBe("Again");
    await page.context().close();
  });

  test.each(SIZES)("announces a contest in one language, at %s size", async (size, device) => {
    const other = await server().call<Made>("POST", "/api/v1/studies", { name: `By ${size}` });
    await server().call("POST", `/api/v1/studies/${other.id}/members`, {
      email: EMAIL,
      role: "owner",
    });
    const page = await visit(device, "contest", other.id);
    await page.getByText("There is no contest yet.").waitFor();
    const dutch = page.getByRole("group", { name: "Nederlands" });
    await dutch.getByLabel("Title").fill("Win een boek");
    await dutch.getByLabel("Rules").fill("Meld een item.");
    await dutch.getByLabel("Prizes").fill("Een boek\nEen kaart");
    await page.getByLabel("Opens (UTC)").fill("2026-01-01T00:00");
    await page.getByLabel("Closes (UTC)").fill("2020-01-01T00:00");
    await page.getByRole("button", { name: "Announce the contest" }).click();
    await page.getByText("Something is missing").waitFor();
    await page.getByLabel("Closes (UTC)").fill("2099-01-01T00:00");
    await page.getByRole("button", { name: "Announce the contest" }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByText("Open, with 0 tickets so far.").waitFor();
    await expectAccessible(page);
    expect(await server().call("GET", `/api/v1/studies/${other.id}/contest`)).toMatchObject({
      prizes: [{ nl: "Een boek" }, { nl: "Een kaart" }],
    });
    await page.context().close();
  });

  test.each(SIZES)(
    "makes a key, sees its secret once, and revokes it when asked twice, at %s size",
    async (size, device) => {
      const page = await visit(device, "access");
      const name = `QGIS on a ${size}`;
      await page.getByLabel("What it is for").fill(name);
      await page.getByRole("button", { name: "Make the key" }).click();
      const secret = await page.locator(".l-notice .secret").innerText();
      expect(secret).toMatch(/^zpr_/);
      await expectAccessible(page);
      await page.getByLabel("Kind").selectOption("ttn");
      await page.getByLabel("Name in its address").fill("scheldt-lora");
      await page.getByRole("button", { name: "Set up" }).click();
      await page.getByText("/ingest/v1/ttn/scheldt-lora").waitFor();
      await page.getByRole("button", { name: "Remove scheldt-lora" }).click();
      await page.getByRole("button", { name: "Really remove scheldt-lora" }).click();
      await page.getByText("/ingest/v1/ttn/scheldt-lora").waitFor({ state: "detached" });
      const asKey = () =>
        fetch(`${server().url}/api/v1/studies`, { headers: { authorization: `Bearer ${secret}` } });
      expect((await asKey()).status).toBe(200);
      await page.getByRole("button", { name: `Revoke ${name}` }).click();
      await page.getByRole("button", { name: `Really revoke ${name}` }).click();
      await page.getByRole("button", { name: `Revoke ${name}` }).waitFor({ state: "detached" });
      await page.getByText("Revoked").first().waitFor();
      expect((await asKey()).status).toBe(401);
      await page.reload();
      await page.getByText(name).first().waitFor();
      expect(await page.getByText(secret).count()).toBe(0);
      await page.context().close();
    },
  );

  test.each(SIZES)(
    "reads what was changed, from what to what, and narrows it, at %s size",
    async (_, device) => {
      const page = await visit(device, "audit");
      await page.getByText("description:").first().waitFor();
      await expectAccessible(page);
      await page.getByLabel("What", { exact: true }).selectOption("api-key");
      await page.getByText("QGIS").first().waitFor();
      await page.getByText("description:").first().waitFor({ state: "detached" });
      const [table] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "As a table (CSV)" }).click(),
      ]);
      expect(table.suggestedFilename()).toBe("audit.csv");
      await page.getByLabel("Who").fill("nobody of that name");
      await page.getByLabel("Who").press("Enter");
      await page.getByText("Nothing was changed that matches.").waitFor();
      await page.context().close();
    },
  );

  test("has everything on a phone", async () => {
    const page = await visit(PHONE, "people");
    for (const [tab, text] of [
      ["People", "Members"],
      ["Rules", "Save"],
      ["Contest", "Prizes"],
      ["Access", "New API key"],
      ["Changes", "description:"],
    ] as const) {
      await page.getByRole("link", { name: tab, exact: true }).click();
      await page.getByText(text).first().waitFor();
      await expectAccessible(page);
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    }
    await page.context().close();
  });
});
