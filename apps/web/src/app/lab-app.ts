import { ChangeDetectionStrategy, Component } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { provideRouter, RouterOutlet, withComponentInputBinding } from "@angular/router";
import { provideIonicAngular } from "@ionic/angular/provide";
import { commonProviders } from "./providers.ts";

/** The researchers' half: nothing but the place where its pages go. */
@Component({
  selector: "zpr-root",
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<router-outlet />`,
})
class LabApp {}

/** Starts the researchers' half; its pages bring Ionic along. */
export async function startLab(): Promise<void> {
  await bootstrapApplication(LabApp, {
    providers: [
      ...commonProviders,
      // One look on every device, as the rest of the page is ours.
      provideIonicAngular({ mode: "md" }),
      provideRouter(
        [
          {
            path: "lab",
            loadChildren: () => import("./lab/lab.routes.ts").then(({ labRoutes }) => labRoutes),
          },
          { path: "**", redirectTo: "lab" },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
}
