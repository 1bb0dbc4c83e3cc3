import { ChangeDetectionStrategy, Component } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";

/**
 * The one thing that people get wrong, as a picture: back on the bank at the very spot,
 * not into the water and not into a bin.
 */
@Component({
  selector: "zpr-put-back-guide",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./put-back-guide.html",
  styleUrl: "./put-back-guide.css",
})
export class PutBackGuide {}
