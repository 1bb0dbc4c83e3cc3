import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What hinders somebody on the page as it stands, by axe's rules for WCAG 2.2 A and AA; nothing, it should be. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Frames of other sites would need more than that, and three times as long; there are none here.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  // There the reader's system chooses the colours, and axe compares those of our style with its.
  if (await page.evaluate<boolean>("matchMedia('(forced-colors: active)').matches"))
    axe.disableRules("color-contrast");
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`);
}
