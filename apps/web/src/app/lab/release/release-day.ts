import { computed, effect, Injectable, inject, signal, untracked } from "@angular/core";
import type { ItemCode, Position } from "@zpr/model";
import { shrinkPhoto } from "../../kit/shrink-photo.ts";
import { StudyData } from "../study-data.ts";
import { beep } from "./beep.ts";
import { phonePosition } from "./phone-position.ts";
import { readScan } from "./read-scan.ts";
import {
  emptyDraft,
  lacking,
  type ReleaseDraft,
  type Scanned,
  type ScanOutcome,
  withItem,
  withoutItem,
  withTracker,
} from "./release-draft.ts";
import { stateOf } from "./release-entry.ts";
import { ReleaseQueue } from "./release-queue.ts";
import { draftOwner } from "./release-store.ts";

const MOST_UNDO = 100;
const MOST_PHOTOS = 5;

/** What was said of the last scan. */
interface Said {
  readonly outcome: ScanOutcome;
  readonly text: string;
}

/** The batch that is being made ready, kept on this phone at every change. */
@Injectable()
export class ReleaseDay {
  readonly #data = inject(StudyData);
  readonly #queue = inject(ReleaseQueue);
  readonly #draft = signal<ReleaseDraft | undefined>(undefined);
  readonly #said = signal<Said | undefined>(undefined);
  readonly #before = signal<readonly ReleaseDraft[]>([]);
  readonly #photoLinks = signal<ReadonlyMap<number, string>>(new Map());

  /** Undefined until the phone has told it. */
  readonly draft = this.#draft.asReadonly();
  readonly said = this.#said.asReadonly();
  readonly mayUndo = computed(() => this.#before().length > 0);
  readonly photoLinks = this.#photoLinks.asReadonly();
  readonly mayAddPhoto = computed(() => (this.#draft()?.photos.length ?? 0) < MOST_PHOTOS);
  /** Trackers of the batch and of what this phone released before. */
  readonly itemOfTracker = computed(() => {
    const pairs = [
      ...this.#mine().flatMap(({ pairs: gone }) => gone),
      ...(this.draft()?.pairs ?? []),
    ];
    return new Map(pairs.map(({ trackerId, itemCode }) => [trackerId, itemCode as string]));
  });

  readonly #mine = computed(() =>
    this.#queue.entries().filter(({ studyId }) => studyId === this.#data.study()?.id),
  );
  readonly #known = computed(() => {
    const gone = new Set<string>(
      this.#mine()
        .filter((entry) => stateOf(entry) !== "needs-you")
        .flatMap(({ codes }) => codes),
    );
    return {
      items: new Map(
        this.#data
          .items()
          .map(({ code, status }) => [
            code,
            { isReleased: status !== "not-released" || gone.has(code) },
          ]),
      ),
    };
  });

  constructor() {
    effect(() => {
      const id = this.#data.study()?.id;
      if (id !== undefined) untracked(() => void this.#open(id));
    });
  }

  /** Takes in a code that was scanned or typed, of an item or a tracker. */
  take(text: string): void {
    const draft = this.#draft();
    if (!draft) return;
    const read = readScan(text, this.#data.trackers());
    if (read.kind === "unknown") this.#say("unknown", text);
    else if (read.kind === "tracker") this.takeTracker(read.trackerId);
    else this.#keep(withItem(draft, read.code, this.#known()), read.code);
  }

  /** Takes a tracker in hand: the next item is its item. */
  takeTracker(trackerId: number): void {
    const draft = this.#draft();
    if (draft) this.#keep(withTracker(draft, trackerId), this.nameOf(trackerId));
  }

  nameOf(trackerId: number): string {
    return this.#data.trackers().find(({ id }) => id === trackerId)?.name ?? String(trackerId);
  }

  /** Lets go of a tracker that waits for its item. */
  leaveTracker(): void {
    this.change({ waitingTracker: null });
  }

  remove(code: ItemCode): void {
    const draft = this.#draft();
    if (draft) this.#set(withoutItem(draft, code), true);
  }

  /** Takes back the last change of items and trackers. */
  undo(): void {
    const before = this.#before().at(-1);
    if (!before) return;
    const { codes, pairs, waitingTracker } = before;
    this.#before.update((all) => all.slice(0, -1));
    this.change({ codes, pairs, waitingTracker });
    this.#said.set(undefined);
  }

  /** Changes what is said of the batch. */
  change(changes: Partial<ReleaseDraft>): void {
    const draft = this.#draft();
    if (draft) this.#set({ ...draft, ...changes }, false);
  }

  /** Keeps a photo of the batch on this phone. */
  async addPhoto(file: File): Promise<void> {
    const draft = this.#draft();
    if (!draft || draft.photos.length >= MOST_PHOTOS) return;
    const n = [1, 2, 3, 4, 5].find((free) => !draft.photos.includes(free)) ?? MOST_PHOTOS;
    const photo = await shrinkPhoto(file);
    const store = await this.#queue.store;
    await store.savePhoto({ owner: draftOwner(draft.studyId), n, ...photo });
    this.change({ photos: [...(this.#draft()?.photos ?? []), n] });
    await this.#showPhotos();
  }

  async removePhoto(n: number): Promise<void> {
    const draft = this.#draft();
    if (!draft) return;
    this.change({ photos: draft.photos.filter((one) => one !== n) });
    await (await this.#queue.store).removePhoto(draftOwner(draft.studyId), n);
    await this.#showPhotos();
  }

  /** The batch is in the water now. Resolves with what lacks, if anything does. */
  async release(): Promise<ReturnType<typeof lacking>> {
    const draft = this.#draft();
    if (!draft) return [];
    const placed = await this.#placed(draft);
    const lacks = lacking(placed);
    if (lacks.length > 0 || placed.position === null) return lacks;
    const next = await this.#queue.release({ ...placed, position: placed.position });
    this.#draft.set(next);
    this.#before.set([]);
    this.#said.set(undefined);
    await this.#showPhotos();
    return [];
  }

  /** A place from the phone is where it is at the tap, not where it was when somebody began. */
  async #placed(draft: ReleaseDraft): Promise<ReleaseDraft> {
    if (draft.position !== null && draft.accuracyMetres === null) return draft;
    const found = await phonePosition();
    if (!found) return draft;
    const position: Position = found.position;
    return { ...draft, position, accuracyMetres: found.accuracyMetres };
  }

  #keep({ draft, outcome }: Scanned, text: string): void {
    if (draft !== this.#draft()) this.#set(draft, true);
    this.#say(outcome, text);
  }

  #say(outcome: ScanOutcome, text: string): void {
    this.#said.set({ outcome, text });
    const isRight = outcome === "added" || outcome === "paired" || outcome === "tracker";
    beep(isRight ? "right" : "wrong");
  }

  #set(draft: ReleaseDraft, undoable: boolean): void {
    const before = this.#draft();
    if (undoable && before) this.#before.update((all) => [...all, before].slice(-MOST_UNDO));
    this.#draft.set(draft);
    void this.#queue.store.then((store) => store.saveDraft(draft));
  }

  async #open(studyId: number): Promise<void> {
    if (this.#draft()?.studyId === studyId) return;
    const kept = await (await this.#queue.store).draft(studyId);
    this.#before.set([]);
    this.#said.set(undefined);
    this.#draft.set(kept ?? emptyDraft(studyId));
    await this.#showPhotos();
  }

  async #showPhotos(): Promise<void> {
    const draft = this.#draft();
    const store = await this.#queue.store;
    const links = new Map<number, string>();
    for (const n of draft?.photos ?? []) {
      const photo = draft && (await store.photo(draftOwner(draft.studyId), n));
      if (photo) links.set(n, URL.createObjectURL(new Blob([photo.bytes], { type: photo.type })));
    }
    for (const link of this.#photoLinks().values()) URL.revokeObjectURL(link);
    this.#photoLinks.set(links);
  }
}
