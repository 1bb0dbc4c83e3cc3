import { existsSync } from "node:fs";
import type { BrowserContextOptions } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where the browser is; nothing where there is none. */
export const CHROMIUM = PATHS.find((path) => existsSync(path));

/** What Chromium is started with. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
} satisfies BrowserContextOptions;

export const DESK = {
  viewport: { width: 1440, height: 900 },
  locale: "en-GB",
} satisfies BrowserContextOptions;
