import type { SightingNote } from "@zpr/model";
import { formStates } from "./form-states.ts";
import { layReports, type ReportState, reportId } from "./phone-reports.ts";
import { serverPages } from "./server-pages.ts";
import type { Shot, Stage } from "./shot.ts";

/** A page of this phone's reports, with some on it. */
function withReports(
  states: readonly ReportState[],
  ...notes: readonly SightingNote[]
): (stage: Stage) => Promise<void> {
  return ({ page, world }) => layReports(page, world, { states, notes });
}

const all: readonly ReportState[] = ["waiting", "sent", "needs-you"];

const home: readonly Shot[] = [
  { name: "home", title: "Home", path: () => "/", atDesk: true },
  {
    name: "home-reports-waiting",
    title: "Home, with a report waiting on this phone",
    path: () => "/",
    before: withReports(["waiting"]),
    windowOnly: true,
  },
  {
    name: "home-needs-you",
    title: "Home, with a report that needs its finder",
    path: () => "/",
    before: withReports(["needs-you", "sent"]),
    windowOnly: true,
  },
  {
    name: "code-wrong",
    title: "Home, a code with a slip, told at once and corrected with one tap",
    path: () => "/",
    act: async ({ page, world, say }) => {
      await page.locator("input[name=code]").fill(`${world.codes.travelled.slice(0, 5)}Z`);
      const suggestion = say("code.suggestion").split("{{")[0] ?? "";
      await page.getByRole("button", { name: suggestion.trim() }).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "scan",
    title: "Scanner, before a QR code that is not ours",
    path: () => "/",
    device: { permissions: ["camera"] },
    act: scanForeign,
    windowOnly: true,
  },
  {
    name: "scan-sideways",
    title: "Scanner, the phone held sideways",
    path: () => "/",
    device: { permissions: ["camera"], viewport: { width: 844, height: 390 } },
    act: scanForeign,
    windowOnly: true,
  },
  {
    name: "scan-large-text",
    title: "Scanner, with text twice as large",
    path: () => "/",
    device: { permissions: ["camera"] },
    act: async (stage) => {
      await stage.page.addStyleTag({ content: "html { font-size: 200% !important }" });
      await scanForeign(stage);
    },
    windowOnly: true,
  },
  {
    name: "scan-refused",
    title: "Scanner, the camera is not allowed",
    path: () => "/",
    before: ({ page }) =>
      page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
      ),
    act: async ({ page, say }) => {
      await page.getByRole("button", { name: say("home.scan") }).click();
      await page.getByText(say("scan.refused")).waitFor();
    },
    windowOnly: true,
  },
];

const notes: readonly { readonly note: SightingNote; readonly title: string }[] = [
  { note: "already-reported-today", title: "already reported today" },
  { note: "not-released-yet", title: "not released yet" },
  { note: "unknown-code", title: "a code that no piece has yet" },
  { note: "study-closed", title: "the study has ended" },
  { note: "far-from-water", title: "far from the water" },
];

const found: readonly Shot[] = [
  {
    name: "sending",
    title: "Just sent: the report has arrived, its photos are on their way, 40 %",
    path: (world) => `/found?report=${reportId("sending", world)}`,
    before: withReports(["sending"]),
    act: async ({ page }) => {
      await page
        .getByText(/40\s?%/)
        .first()
        .waitFor();
      await journeyDrawn(page);
    },
    windowOnly: true,
  },
  {
    name: "saved-offline",
    title: "Just sent, without a connection: saved on this phone",
    path: (world) => `/found?report=${reportId("waiting", world)}`,
    before: async (stage) => {
      await layReports(stage.page, stage.world, { states: ["waiting"] });
      await stage.page.route("**/api/**", (route) => route.abort());
    },
    act: async ({ page, say }) => {
      await page.getByText(say("journey.offline")).waitFor();
    },
  },
  {
    name: "thank-you",
    title: "Thank you, the journey and a card to share",
    path: (world) => `/found?report=${reportId("sent", world)}`,
    before: withReports(["sent"]),
    act: async ({ page }) => {
      await page.locator("zpr-share-card img").waitFor();
      await journeyDrawn(page);
    },
    atDesk: true,
  },
  ...notes.map(
    ({ note, title }): Shot => ({
      name: `note-${note}`,
      title: `Thank you, with a note: ${title}`,
      path: (world) => `/found?report=${reportId("sent", world)}`,
      device: { viewport: { width: 390, height: 600 } },
      before: withReports(["sent"], note),
      act: async ({ page, say }) => {
        await page.getByText(say(`later/notes.${note}`)).waitFor();
      },
      windowOnly: true,
    }),
  ),
  {
    name: "share-card",
    title: "The card to share",
    path: (world) => `/found?report=${reportId("sent", world)}`,
    before: withReports(["sent"]),
    act: async ({ page }) => {
      await page.locator("zpr-share-card img").scrollIntoViewIfNeeded();
      await journeyDrawn(page);
    },
    windowOnly: true,
  },
  {
    name: "needs-you",
    title: "A report whose code belongs to nothing",
    path: (world) => `/found?report=${reportId("needs-you", world)}`,
    before: withReports(["needs-you"]),
    act: async ({ page, say }) => {
      await page.getByText(say("outbox.unknownCode")).waitFor();
    },
  },
  {
    name: "reports",
    title: "Your reports",
    path: () => "/found",
    before: withReports(all),
    act: async ({ page }) => {
      await page.locator("article").nth(2).waitFor();
    },
    atDesk: true,
  },
  { name: "reports-none", title: "Your reports, none yet", path: () => "/found", windowOnly: true },
  {
    name: "journey",
    title: "The journey of a piece, without a report",
    path: ({ codes }) => `/found?code=${codes.travelled}`,
    act: ({ page }) => journeyDrawn(page),
    atDesk: true,
  },
  {
    name: "journey-map",
    title: "The journey of a piece, on the map",
    path: ({ codes }) => `/found?code=${codes.travelled}`,
    act: journeyMapped,
    atDesk: true,
  },
  {
    name: "journey-offline",
    title: "The journey of a piece, without a connection",
    path: ({ codes }) => `/found?code=${codes.travelled}`,
    before: ({ page }) => page.route("**/api/**", (route) => route.abort()),
    act: async ({ page, say }) => {
      await page.getByText(say("journey.offline")).waitFor();
    },
    windowOnly: true,
  },
  { name: "privacy", title: "Privacy in plain words", path: () => "/privacy", atDesk: true },
];

/** All that finders see, in the order in which they come to it. */
export const finderShots: readonly Shot[] = [...home, ...formStates, ...found, ...serverPages];

async function scanForeign({ page, say }: Stage): Promise<void> {
  await page.getByRole("button", { name: say("home.scan") }).click();
  await page.getByText(say("scan.foreign")).waitFor();
}

async function journeyDrawn(page: Stage["page"]): Promise<void> {
  await page.locator("zpr-journey-view .sketch").waitFor();
}

async function journeyMapped({ page, say }: Stage): Promise<void> {
  await page.getByRole("button", { name: say("journey.showMap") }).click();
  await page.locator("zpr-journey-view zpr-map-canvas canvas").waitFor();
}
