import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Sighting } from "../lab-api.ts";
import { BlurTool } from "./blur-tool.ts";
import type { Change } from "./review-desk.ts";
import { type Photo, photoUrl, type Region } from "./sightings-api.ts";

/** The photos of a report, one of them large, and what is decided of it. */
@Component({
  selector: "zpr-photo-board",
  imports: [BlurTool, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./photo-board.css",
  templateUrl: "./photo-board.html",
})
export class PhotoBoard {
  readonly sighting = input.required<Sighting>();
  readonly mayEdit = input.required<boolean>();
  readonly publishesPhotos = input.required<boolean>();
  readonly decided = output<Change>();

  protected readonly photoUrl = photoUrl;
  protected readonly n = linkedSignal({
    source: () => this.sighting().id,
    computation: () => this.sighting().photos[0]?.n,
  });
  protected readonly photo = computed(() => {
    const { photos } = this.sighting();
    return photos.find(({ n }) => n === this.n()) ?? photos[0];
  });
  protected readonly blurring = linkedSignal({
    source: () => this.photo()?.n,
    computation: () => false,
  });
  protected readonly asShown = signal(false);
  protected readonly state = computed(() => this.#stateOf(this.photo()));

  /** Hides the large photo, or shows it; false when there is none. */
  toggleHidden(): boolean {
    const photo = this.photo();
    if (photo) this.decide({ hidden: !photo.hidden });
    return photo !== undefined;
  }

  /** Begins or ends to choose what is blurred; false when there is no photo. */
  toggleBlurring(): boolean {
    if (!this.photo()) return false;
    this.blurring.update((blurring) => !blurring);
    return true;
  }

  protected blur(regions: readonly Region[]): void {
    this.decide({ blur: [...regions] });
    this.blurring.set(false);
  }

  protected decide(what: {
    readonly hidden?: boolean;
    readonly public?: boolean;
    readonly blur?: Region[];
  }): void {
    const photo = this.photo();
    if (photo) this.decided.emit({ kind: "photo", n: photo.n, version: photo.version, ...what });
  }

  #stateOf(photo: Photo | undefined): string {
    if (photo?.hidden) return "hidden";
    if (!photo?.public) return "members";
    if (!this.publishesPhotos()) return "publicOnceStudy";
    return this.sighting().review === "accepted" ? "public" : "publicOnceAccepted";
  }
}
