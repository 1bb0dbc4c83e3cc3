import type { LabShot } from "./lab-shot.ts";

/** The tabs of the view Study, and the page of the study that everybody sees. */
export const studyShots: readonly LabShot[] = [
  {
    name: "study-people",
    title: "Study, people",
    path: () => "/lab/study/people",
    looks: ["desk", "phone-nl"],
  },
  { name: "study-rules", title: "Study, rules", path: () => "/lab/study/rules" },
  {
    name: "study-river",
    title: "Study, river",
    path: () => "/lab/study/river",
    act: ({ page }) => page.locator("zpr-map-canvas canvas").waitFor(),
    looks: ["desk", "dark"],
  },
  {
    name: "study-water-levels",
    title: "Study, water levels",
    path: () => "/lab/study/water-levels",
    act: async ({ page, say }) => {
      const name = say("river/river.levels.showName").replace("{{name}}", "Quay of Antwerp");
      await page.getByRole("button", { name }).click();
      await page.locator("zpr-level-plot svg").waitFor();
    },
  },
  { name: "study-thresholds", title: "Study, thresholds", path: () => "/lab/study/thresholds" },
  { name: "study-contest", title: "Study, contest", path: () => "/lab/study/contest" },
  { name: "study-access", title: "Study, access", path: () => "/lab/study/access" },
  { name: "study-audit", title: "Study, who changed what", path: () => "/lab/study/audit" },
  {
    name: "public",
    title: "The page of a study that everybody sees",
    path: ({ studyId }) => `/study/${studyId}`,
    act: async ({ page }) => {
      await page.locator("[data-study-map]").scrollIntoViewIfNeeded();
      await page.locator("[data-study-map] canvas").waitFor();
    },
    looks: ["desk", "dark", "phone-nl"],
  },
];
