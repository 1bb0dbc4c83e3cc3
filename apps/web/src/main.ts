import { isDevMode } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { FinderApp } from "./app/find/finder-app.ts";
import { fetchScannerAhead } from "./app/find/scan/fetch-scanner-ahead.ts";
import { commonProviders } from "./app/providers.ts";

/** The finder's half, which also opens without a network once it has been here. */
async function start(): Promise<void> {
  await bootstrapApplication(FinderApp, { providers: [...commonProviders] });
  if (isDevMode()) return;
  await navigator.serviceWorker?.register("/service-worker.js");
  await fetchScannerAhead();
}

start().catch((reason: unknown) => reportError(reason));
