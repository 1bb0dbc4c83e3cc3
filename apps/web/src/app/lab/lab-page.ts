import { ChangeDetectionStrategy, Component } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";

/** `/lab`: the first page of researchers. */
@Component({
  selector: "zpr-lab-page",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h1>{{ "lab.title" | transloco }}</h1>`,
})
export class LabPage {}
