import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What hinders somebody on the page as it stands, by axe's rules for WCAG 2.2 A and AA; nothing, it should be. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`);
}
