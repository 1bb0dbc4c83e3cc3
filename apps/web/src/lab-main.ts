import { isDevMode } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { provideRouter, withComponentInputBinding } from "@angular/router";
import { provideIonicAngular } from "@ionic/angular/provide";
import { startLabWorker } from "./app/lab/lab-worker.ts";
import { LabApp } from "./app/lab-app.ts";
import { commonProviders } from "./app/providers.ts";

/** The researchers' half: a build of its own, so that nothing of it weighs on finders; it opens without a network once it has been here. */
async function start(): Promise<void> {
  await bootstrapApplication(LabApp, {
    providers: [
      ...commonProviders,
      // One look on every device, as the rest of the page is ours.
      provideIonicAngular({ mode: "md" }),
      provideRouter(
        [
          {
            path: "lab",
            loadChildren: () =>
              import("./app/lab/lab.routes.ts").then(({ labRoutes }) => labRoutes),
          },
          { path: "**", redirectTo: "lab" },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  if (!isDevMode()) await startLabWorker();
}

start().catch((reason: unknown) => reportError(reason));
