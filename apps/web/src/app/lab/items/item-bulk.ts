import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import type { Item } from "../lab-api.ts";
import { releaseTitle } from "../releases/release-title.ts";
import { StudyData } from "../study-data.ts";
import { TimeZone } from "../time/time-zone.ts";
import { ItemActs } from "./item-acts.ts";

/** What can be done to the items that are chosen, and how it went. */
@Component({
  selector: "zpr-item-bulk",
  imports: [PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./item-bulk.css",
  templateUrl: "./item-bulk.html",
})
export class ItemBulk {
  readonly #data = inject(StudyData);
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  protected readonly acts = inject(ItemActs);
  readonly items = input.required<readonly Item[]>();
  readonly mayEdit = input(false);
  readonly cleared = output();

  protected readonly releases = computed(() =>
    this.#data.releases().map((release) => ({
      id: release.id,
      title: releaseTitle(release, this.#locale(), this.#inUtc()),
    })),
  );

  protected async addTo({ target }: Event): Promise<void> {
    const select = target as HTMLSelectElement;
    const release = this.#data.releases().find(({ id }) => String(id) === select.value);
    select.value = "";
    if (release) await this.acts.addTo(release, this.items());
  }
}
