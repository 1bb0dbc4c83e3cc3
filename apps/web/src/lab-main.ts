import { bootstrapApplication } from "@angular/platform-browser";
import { provideRouter, withComponentInputBinding } from "@angular/router";
import { provideIonicAngular } from "@ionic/angular/provide";
import { LabApp } from "./app/lab-app.ts";
import { commonProviders } from "./app/providers.ts";

/** The researchers' half: a build of its own, so that nothing of it weighs on finders. */
bootstrapApplication(LabApp, {
  providers: [
    ...commonProviders,
    // One look on every device, as the rest of the page is ours.
    provideIonicAngular({ mode: "md" }),
    provideRouter(
      [
        {
          path: "lab",
          loadChildren: () => import("./app/lab/lab.routes.ts").then(({ labRoutes }) => labRoutes),
        },
        { path: "**", redirectTo: "lab" },
      ],
      withComponentInputBinding(),
    ),
  ],
}).catch((reason: unknown) => reportError(reason));
