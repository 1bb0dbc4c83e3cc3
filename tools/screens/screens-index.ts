import { LOCALES } from "@zpr/model";
import type { Shot } from "./shot.ts";

/** The index of all pictures, as Markdown. */
export function screensIndex(shots: readonly Shot[]): string {
  const rows = shots.map(({ name, title, atDesk }) => {
    const phones = LOCALES.map((locale) => `[${locale}](${name}-${locale}.webp)`);
    const desk = atDesk ? `[desk](${name}-desk.webp)` : "";
    return `| ${title} | ${[...phones, desk].join(" | ")} |`;
  });
  return `# Screens

Every screen that finders meet, and every state of it, as \`npm run screens\` pictures them: a phone of 390 × 844, the main ones also at a desk of 1440 × 900; the same clock, the same small study. Pages that the server itself renders use the reader's own font; here it is ours, so that pictures are the same on all machines.

To add a screen, add a \`Shot\` to a list in \`tools/screens\`: its name, its address, and how to come to its state. \`npm run screens -- form\` takes only those whose names begin so. What researchers see is in [lab](lab/README.md).

| screen | ${LOCALES.join(" | ")} | desk |
|---|${"---|".repeat(LOCALES.length + 1)}
${rows.join("\n")}

![Home](home-en.webp) ![Form](form-gps-good-en.webp) ![Thank you](thank-you-en.webp)
`;
}
