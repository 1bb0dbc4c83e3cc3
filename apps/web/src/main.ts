import { isDevMode } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { FinderApp } from "./app/find/finder-app.ts";
import { commonProviders } from "./app/providers.ts";

/** Two halves that never meet in one page: finders get the small one at once. */
async function start(): Promise<void> {
  if (/^\/lab(\/|$)/.test(location.pathname)) {
    const { startLab } = await import("./app/lab-app.ts");
    await startLab();
  } else await bootstrapApplication(FinderApp, { providers: [...commonProviders] });
  if (!isDevMode()) await navigator.serviceWorker?.register("/ngsw-worker.js");
}

start().catch((reason: unknown) => reportError(reason));
