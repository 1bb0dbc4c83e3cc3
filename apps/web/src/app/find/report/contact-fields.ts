import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { Sign } from "../../kit/sign.ts";
import { type ContactWish, contactProblem, wantsToHear } from "./report-draft.ts";

/** What a finder may tell about themselves, closed until wanted, each use with its own consent. */
@Component({
  selector: "zpr-contact-fields",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./contact-fields.html",
  styleUrl: "./contact-fields.css",
})
export class ContactFields {
  readonly contact = input.required<ContactWish>();
  /** Whether its finder tried to send: only then are mistakes pointed at. */
  readonly check = input(false);
  /** The study in whose contest this report can take part; none is known without a connection. */
  readonly contestOf = input<number>();
  readonly changed = output<ContactWish>();

  protected readonly locale = inject(PageLocale).current;
  protected readonly problem = computed(() =>
    this.check() ? contactProblem(this.contact()) : null,
  );

  protected readonly isTicked = computed(() => wantsToHear(this.contact()));

  protected change(change: Partial<ContactWish>): void {
    this.changed.emit({ ...this.contact(), ...change });
  }
}
