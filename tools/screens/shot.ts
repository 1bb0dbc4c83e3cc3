import type { Locale } from "@zpr/model";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { World } from "./world.ts";

/** One picture: a screen in one state. A new screen of any half of the product is one more of these. */
export interface Shot {
  /** The name of its file. */
  readonly name: string;
  /** What is to be seen, for people. */
  readonly title: string;
  /** Where it is on the server. */
  readonly path: (world: World, locale: Locale) => string;
  /** How the phone is set up that looks at it; for a signed-in researcher, `storageState`. */
  readonly device?: BrowserContextOptions;
  /** Done before the page is opened. */
  readonly before?: (stage: Stage) => Promise<unknown>;
  /** Done on the open page, until the state is there. */
  readonly act?: (stage: Stage) => Promise<unknown>;
  /** Also pictured at a desk. */
  readonly atDesk?: boolean;
  /** The pointer stays where the act has left it, as it holds something. */
  readonly holds?: boolean;
  /** Only what is in the window, not the whole page. */
  readonly windowOnly?: boolean;
}

/** What a shot may use to come to its state. */
export interface Stage {
  readonly page: Page;
  readonly world: World;
  readonly locale: Locale;
  /** What the web app says under a key, in the language of the page. */
  readonly say: (key: string) => string;
}
