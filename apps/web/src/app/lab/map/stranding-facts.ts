import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText, percentText } from "../../kit/measures.ts";
import { countText, placeText } from "../figures.ts";
import { durationText } from "../release/duration-text.ts";
import { Moment } from "../time/moment.ts";
import type { Stranding } from "./stranding.ts";

/** Where an item lay, since when and for how long. */
@Component({
  selector: "zpr-stranding-facts",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./map-details.css",
  template: `
    <dl>
      <dt>{{ "lab.map.stranding.from" | transloco }}</dt>
      <dd><zpr-moment [time]="stranding().startedAt" [relative]="false" /></dd>
      <dt>{{ (isOpen() ? "lab.map.stranding.lastSeen" : "lab.map.stranding.to") | transloco }}</dt>
      <dd><zpr-moment [time]="stranding().endedAt" [relative]="false" /></dd>
      <dt>{{ "lab.map.stranding.for" | transloco }}</dt>
      <dd>{{ facts().lasted }}</dd>
      <dt>{{ "lab.map.stranding.place" | transloco }}</dt>
      <dd>{{ facts().place }}</dd>
      @if (facts().kilometre; as kilometre) {
        <dt>{{ "lab.map.stranding.kilometre" | transloco }}</dt>
        <dd>{{ kilometre }}</dd>
      }
      <dt>{{ "lab.map.stranding.fixes" | transloco }}</dt>
      <dd>{{ facts().fixes }}</dd>
      @if (facts().shown; as shown) {
        <dt>{{ "lab.map.stranding.shown" | transloco }}</dt>
        <dd>{{ shown }}</dd>
      }
    </dl>
    @if (!stranding().isPublic) {
      <p>{{ "lab.map.stranding.notPublic" | transloco }}</p>
    }
  `,
})
export class StrandingFacts {
  readonly #locale = inject(PageLocale).current;
  readonly stranding = input.required<Stranding>();

  /** Nothing that came later says that it went on. */
  protected readonly isOpen = computed(() => this.stranding().end === "open");
  protected readonly facts = computed(() => {
    const locale = this.#locale();
    const { at, hours, fromKilometre, fixCount, groundingsShown } = this.stranding();
    return {
      lasted: durationText(hours * 3600, locale),
      place: placeText(at, locale),
      kilometre: fromKilometre === null ? undefined : distanceText(fromKilometre * 1000, locale),
      fixes: countText(fixCount, locale),
      shown: groundingsShown === null ? undefined : percentText(groundingsShown, locale),
    };
  });
}
