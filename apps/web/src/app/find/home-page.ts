import { ChangeDetectionStrategy, Component, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import { usePageTitle } from "../kit/page-title.ts";
import { Sign } from "../kit/sign.ts";
import { Address } from "./address.ts";
import { CodeField } from "./code-field.ts";
import { PutBackGuide } from "./pictures/put-back-guide.ts";
import { ScanPanel } from "./scan/scan-panel.ts";

/** `/`: where somebody without a QR reader types the code; also any address we do not know. */
@Component({
  selector: "zpr-home-page",
  imports: [CodeField, PutBackGuide, ScanPanel, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./home-page.html",
  styleUrl: "./home-page.css",
})
export class HomePage {
  readonly #address = inject(Address);
  /** A path that is not a code: perhaps one with a slip. */
  readonly mistyped = input("");

  protected readonly scanning = signal(false);

  constructor() {
    usePageTitle("home.title");
  }

  protected open(code: ItemCode): void {
    this.#address.go(`/${code}`);
  }
}
