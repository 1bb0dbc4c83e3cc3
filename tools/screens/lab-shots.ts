import type { LabLook, LabShot, LabStage } from "./lab-shot.ts";
import { studyShots } from "./lab-study-shots.ts";

const MAIN: readonly LabLook[] = ["desk", "dark", "phone-nl"];
/** Of release day, which is for a phone. */
const HELD: readonly LabLook[] = ["phone", "phone-nl", "phone-dark"];
const SHEET = [
  "code;name;type;mass (g);release place;released at;longitude;latitude;colour",
  "generate;bottle 1;PET bottle 0.5 l;26;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
  "generate;bottle 2;PET bottle 0.5 l;26;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
  "generate;bottle 3;PET bottle 0.5 l;heavy;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
  "AAAAAA;bottle 4;PET bottle 0.5 l;26;Temse;03/05/2026 10:00;4,2136;51,1281;yellow",
].join("\n");

async function mapDrawn({ page }: LabStage): Promise<void> {
  await page.locator("zpr-map-canvas canvas").first().waitFor();
  await page.locator("aside .count").first().waitFor();
}

/** Goes to the middle of the time that is played. */
async function seek(stage: LabStage): Promise<void> {
  const { page, say } = stage;
  await mapDrawn(stage);
  await page.getByRole("button", { name: say("map/map.time.more") }).waitFor();
  await page.getByRole("slider", { name: say("map/map.time.moment") }).fill("640");
  await page.getByText(say("map/map.time.loading")).waitFor({ state: "detached" });
}

async function locate({ page, say }: LabStage): Promise<void> {
  await page.getByLabel(say("release/release.place")).fill("Wintam");
  await page.getByRole("button", { name: say("release/release.locate") }).click();
  await page.getByText("51", { exact: false }).first().waitFor();
}

function part({ page, say }: LabStage, name: string): Promise<void> {
  return page
    .getByRole("button", { name: say(`release/release.part.${name}`), exact: true })
    .click();
}

async function scan(stage: LabStage): Promise<void> {
  const { page, say, world } = stage;
  await locate(stage);
  for (const code of world.waiting.slice(0, 5)) {
    await page.getByRole("textbox", { name: say("release/release.typed") }).fill(code);
    await page.getByRole("button", { name: say("release/release.add"), exact: true }).click();
  }
}

/** Every view of the lab. */
export const labShots: readonly LabShot[] = [
  { name: "map", title: "Map", path: () => "/lab/map", act: mapDrawn, looks: MAIN },
  {
    name: "map-playback",
    title: "Map, journeys played, coloured by speed, with the tide",
    path: () => "/lab/map?colour=speed",
    act: seek,
    looks: ["desk", "dark"],
  },
  {
    name: "map-density",
    title: "Map, the density of fixes and where items lay",
    path: () => "/lab/map?layers=density.stranding.release",
    act: mapDrawn,
    looks: ["desk", "dark"],
  },
  {
    name: "release-tide",
    title: "Release day, the tide of the place",
    path: () => "/lab/release",
    act: async (stage) => {
      await part(stage, "tide");
      await locate(stage);
      await stage.page.getByText(stage.say("release/release.nextHigh")).waitFor();
    },
    looks: HELD,
  },
  {
    name: "release",
    title: "Release day, the batch",
    path: () => "/lab/release",
    act: scan,
    looks: [...HELD, "desk"],
  },
  {
    name: "release-alive",
    title: "Release day, is each tracker alive?",
    path: () => "/lab/release",
    act: async (stage) => {
      await part(stage, "board");
      await stage.page.locator("zpr-board li").first().waitFor();
    },
    looks: HELD,
  },
  {
    name: "journey",
    title: "Journey of an item",
    path: ({ code }) => `/lab/items/${code}`,
    act: ({ page }) => page.locator("zpr-way-plot svg").first().waitFor(),
    looks: MAIN,
  },
  {
    name: "journey-fix",
    title: "Journey, why a fix is there: the bytes behind it",
    path: ({ code }) => `/lab/items/${code}?view=fixes`,
    act: async ({ page }) => {
      await page.locator("zpr-fix-table button.open").nth(4).click();
      await page.locator("zpr-fix-detail pre").waitFor();
      await page.locator("zpr-fix-detail").scrollIntoViewIfNeeded();
    },
  },
  { name: "trackers", title: "Trackers", path: () => "/lab/trackers", looks: MAIN },
  {
    name: "tracker",
    title: "One tracker",
    path: ({ trackerId }) => `/lab/trackers/${trackerId}`,
    looks: MAIN,
  },
  {
    name: "codec",
    title: "A payload codec, tried on messages",
    path: ({ codecId }) => `/lab/trackers/codecs/${codecId}`,
  },
  {
    name: "sightings",
    title: "Sightings, the review queue",
    path: ({ sightingId }) => `/lab/sightings/${sightingId}`,
    act: ({ page }) => page.locator("zpr-photo-board img").first().waitFor(),
    looks: MAIN,
  },
  { name: "items", title: "Items", path: () => "/lab/items", looks: MAIN },
  { name: "types", title: "Types of items", path: () => "/lab/item-types" },
  { name: "releases", title: "Releases", path: () => "/lab/releases" },
  {
    name: "one-release",
    title: "One release",
    path: ({ releaseId }) => `/lab/releases/${releaseId}`,
    act: ({ page }) => page.locator("zpr-map-canvas canvas").waitFor(),
  },
  {
    name: "import",
    title: "Import, what would become of each row",
    path: () => "/lab/import",
    act: async ({ page }) => {
      const file = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.locator("zpr-list").waitFor();
    },
    looks: ["desk", "phone-nl"],
  },
  { name: "jobs", title: "Export and jobs", path: () => "/lab/jobs" },
  ...studyShots,
];
