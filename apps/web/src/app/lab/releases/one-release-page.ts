import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  numberAttribute,
  signal,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { parseItemCode } from "@zpr/model";
import type { FeatureCollection } from "geojson";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { LabProblem } from "../ask.ts";
import { placeText } from "../figures.ts";
import { StatusMark } from "../items/status-mark.ts";
import type { Release } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { ReleaseEdit } from "./release-edit.ts";
import { ReleaseTide } from "./release-tide.ts";
import { addItems, changeRelease, removeItems } from "./releases-api.ts";

type Said = "added" | "removed" | "ended" | "noCode" | "inTheWay" | "failed";

/** `/lab/releases/ID`: one release on a map, with its items, photos and tide. */
@Component({
  selector: "zpr-one-release-page",
  imports: [
    MapCanvas,
    Moment,
    PluralPipe,
    ReleaseEdit,
    ReleaseTide,
    RouterLink,
    Sign,
    StatusMark,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./one-release-page.css",
  templateUrl: "./one-release-page.html",
})
export class OneReleasePage {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);
  /** From the address. */
  readonly id = input.required({ transform: numberAttribute });
  protected readonly mayEdit = this.data.mayEdit;
  protected readonly release = computed(() =>
    this.data.releases().find(({ id }) => id === this.id()),
  );
  protected readonly place = computed(() =>
    placeText(this.release()?.position ?? [0, 0], this.#locale()),
  );
  protected readonly items = computed(() => {
    const items = new Map(this.data.items().map((item) => [item.code, item]));
    return (this.release()?.itemCodes ?? []).map((code) => ({
      code,
      status: items.get(code)?.status,
    }));
  });
  protected readonly features = computed(() => {
    const coordinates = this.release()?.position;
    const released = coordinates && [feature("release", coordinates)];
    const codes = new Set(this.release()?.itemCodes);
    const now = this.data
      .items()
      .flatMap(({ code, lastPosition, lastEvidence }) =>
        codes.has(code) && lastPosition && lastEvidence !== "release"
          ? [feature("item", lastPosition)]
          : [],
      );
    return {
      type: "FeatureCollection",
      features: [...now, ...(released ?? [])],
    } as unknown as FeatureCollection;
  });

  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  /** Another release, nothing chosen. */
  protected readonly chosen = linkedSignal<number, ReadonlySet<string>>({
    source: () => this.id(),
    computation: () => new Set(),
  });
  protected readonly said = linkedSignal<number, Said | undefined>({
    source: () => this.id(),
    computation: () => undefined,
  });

  constructor() {
    usePageTitle("lab.releases.titleAt", () => ({ place: this.release()?.place ?? "" }));
  }

  protected choose(code: string, { target }: Event): void {
    const next = new Set(this.chosen());
    if ((target as HTMLInputElement).checked) next.add(code);
    else next.delete(code);
    this.chosen.set(next);
  }

  protected async add(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const words = String(new FormData(form).get("codes") ?? "")
      .split(/[,;\s]+/)
      .filter(Boolean);
    const codes = words.map((word) => parseItemCode(word));
    if (codes.length === 0 || codes.some((code) => !code)) return this.said.set("noCode");
    await this.#do("added", ({ id }) => addItems(id, codes.map(String)));
    if (this.said() === "added") form.reset();
  }

  protected remove(): Promise<void> {
    return this.#do("removed", async ({ id }) => {
      await removeItems(id, [...this.chosen()]);
      this.chosen.set(new Set());
    });
  }

  protected end(): Promise<void> {
    const endedAt = new Date().toISOString();
    return this.#do("ended", (release) => changeRelease(release, { endedAt }));
  }

  async #do(done: Said, work: (release: Release) => Promise<unknown>): Promise<void> {
    const release = this.release();
    if (!release) return;
    this.busy.set(true);
    this.said.set(undefined);
    try {
      await work(release);
      await this.data.reload();
      this.said.set(done);
    } catch (reason) {
      const isRefused = reason instanceof LabProblem && reason.status === 409;
      this.said.set(isRefused ? "inTheWay" : "failed");
      await this.data.reload();
    }
    this.busy.set(false);
  }
}

function feature(kind: string, coordinates: readonly number[]) {
  return { type: "Feature", geometry: { type: "Point", coordinates }, properties: { kind } };
}
