import type { BrowserContextOptions } from "playwright-core";
import { violationsOf } from "../../test/browser/accessible.ts";
import { finderShots } from "../screens/finder-shots.ts";
import type { Shot } from "../screens/shot.ts";
import type { Theatre } from "../screens/stage.ts";

/** The looks in which every state is asked about. */
const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
} satisfies Readonly<Record<string, BrowserContextOptions>>;

/** Whether axe found nothing in a state. */
export function isClean({ light, dark, forced }: AxeResult): boolean {
  return light.length + dark.length + forced.length === 0;
}

/** What axe finds in one state, by look. */
export interface AxeResult {
  readonly title: string;
  readonly light: readonly string[];
  readonly dark: readonly string[];
  readonly forced: readonly string[];
}

/** On a busy machine a screen may not come to its state in time: it gets a second chance. */
function asked(
  theatre: Theatre,
  shot: Shot,
  look: BrowserContextOptions,
): Promise<readonly string[]> {
  const ask = async () => {
    const page = await theatre.play(shot, { locale: "en", look });
    const found = await violationsOf(page);
    await page.context().close();
    return found;
  };
  return ask().catch(ask);
}

/** Asks axe about every screen and state of the finder, or about those that are wanted. */
export async function askAxe(
  theatre: Theatre,
  isWanted: (shot: Shot) => boolean = () => true,
): Promise<readonly AxeResult[]> {
  const results: AxeResult[] = [];
  for (const shot of finderShots.filter(isWanted)) {
    const ask = (look: BrowserContextOptions) => asked(theatre, shot, look);
    const [light, dark, forced] = await Promise.all([
      ask(LOOKS.light),
      ask(LOOKS.dark),
      ask(LOOKS.forced),
    ]);
    results.push({ title: shot.title, light, dark, forced });
    console.log(JSON.stringify({ axe: shot.name, light, dark, forced }));
  }
  return results;
}
