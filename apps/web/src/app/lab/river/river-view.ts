import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { overtakenBy } from "../ask.ts";
import { kilometreText } from "./kilometre-text.ts";
import { type DrawnRiver, removeRiver } from "./river-api.ts";
import { RiverMap } from "./river-map.ts";
import { RiverSections } from "./river-sections.ts";

/** A kept river: its map, its lines in numbers, its sections. */
@Component({
  selector: "zpr-river-view",
  imports: [RiverMap, RiverSections, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./river-view.html",
})
export class RiverView {
  readonly drawn = input.required<DrawnRiver>();
  readonly canEdit = input(false);
  readonly edit = output();
  readonly removed = output();
  /** It is another than it was. */
  readonly changed = output();

  readonly #locale = inject(PageLocale);
  protected readonly sure = signal(false);
  protected readonly said = signal<"failed" | "overtaken" | undefined>(undefined);
  protected readonly shown = computed(() => {
    const { river, lines, water } = this.drawn();
    const { sections, mouth, origin } = river;
    return { lines, water, sections, mouth, origin: origin?.position ?? null };
  });
  protected readonly lines = computed(() => {
    const locale = this.#locale.current();
    const { lines } = this.drawn();
    return lines.map(({ number, name, lengthMetres, kilometres, into }) => ({
      number: number + 1,
      name,
      length: kilometreText(lengthMetres / 1000, locale),
      from: kilometres ? kilometreText(kilometres.from, locale) : "–",
      to: kilometres ? kilometreText(kilometres.to, locale) : "–",
      into: into === null ? undefined : (lines[into]?.name ?? ""),
    }));
  });

  protected async remove(): Promise<void> {
    if (!this.sure()) return this.sure.set(true);
    this.sure.set(false);
    try {
      await removeRiver(this.drawn().river);
      this.removed.emit();
    } catch (reason) {
      const isOvertaken = overtakenBy(reason) !== undefined;
      this.said.set(isOvertaken ? "overtaken" : "failed");
      if (isOvertaken) this.changed.emit();
    }
  }
}
