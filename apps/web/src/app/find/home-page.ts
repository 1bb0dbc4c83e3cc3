import { ChangeDetectionStrategy, Component } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";

/** `/`: where somebody without a QR reader types the code. */
@Component({
  selector: "zpr-home-page",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h1>{{ "home.title" | transloco }}</h1>`,
})
export class HomePage {}
