import { computed, Injectable, inject, signal } from "@angular/core";
import { itemsAfter, trackersAfter } from "./apply-events.ts";
import {
  type Item,
  type ItemType,
  type JourneySummary,
  type Release,
  readItems,
  readItemTypes,
  readJourneys,
  readReleases,
  readSightings,
  readStudies,
  readTrackers,
  readUnknownTrackers,
  type Sighting,
  type Study,
  type Tracker,
  type UnknownTracker,
} from "./lab-api.ts";
import { Live } from "./live.ts";
import type { LiveEvent } from "./live-event.ts";
import { settled } from "./settled.ts";

/** Whether what is shown is complete. */
type LoadState = "loading" | "ready" | "failed";

const SOON_MS = 1_000;
/** Distances are computed by the server, and releases come from phones: asked for again, but not at every fix. */
const MEASURES_MS = 10_000;

/** All that the lab's pages show of the chosen study, kept up to date by live events. */
@Injectable({ providedIn: "root" })
export class StudyData {
  readonly #studies = signal<readonly Study[] | undefined>(undefined);
  readonly #studyId = signal<number | undefined>(undefined);
  readonly #state = signal<LoadState>("loading");
  readonly #loaded = signal(false);
  readonly #items = signal<readonly Item[]>([]);
  readonly #itemTypes = signal<readonly ItemType[]>([]);
  readonly #trackers = signal<readonly Tracker[]>([]);
  readonly #unknownTrackers = signal<readonly UnknownTracker[]>([]);
  readonly #releases = signal<readonly Release[]>([]);
  readonly #sightings = signal<readonly Sighting[]>([]);
  readonly #journeys = signal<readonly JourneySummary[]>([]);
  readonly #lastEvents = signal<readonly LiveEvent[]>([]);

  /** Undefined until they are loaded. */
  readonly studies = this.#studies.asReadonly();
  readonly study = computed(() => this.#studies()?.find(({ id }) => id === this.#studyId()));
  readonly isOwner = computed(() => this.study()?.role === "owner");
  readonly mayEdit = computed(() => (this.study()?.role ?? "viewer") !== "viewer");
  readonly state = this.#state.asReadonly();
  /** Whether there is something to show, be it of a while ago. */
  readonly loaded = this.#loaded.asReadonly();
  readonly items = this.#items.asReadonly();
  readonly itemTypes = this.#itemTypes.asReadonly();
  readonly trackers = this.#trackers.asReadonly();
  readonly unknownTrackers = this.#unknownTrackers.asReadonly();
  readonly releases = this.#releases.asReadonly();
  /** The newest thousand, newest first. */
  readonly sightings = this.#sightings.asReadonly();
  readonly journeys = this.#journeys.asReadonly();
  /** The events of this study that came together last; none is left out between two bunches. */
  readonly lastEvents = this.#lastEvents.asReadonly();
  readonly lastEvent = computed(() => this.#lastEvents().at(-1));

  readonly #reloadSoon = settled(SOON_MS, () => this.reload());
  readonly #measuresSoon = settled(MEASURES_MS, () => this.#readMeasures());
  readonly #sightingsSoon = settled(SOON_MS, () => this.#readSightings());
  readonly #trackersSoon = settled(SOON_MS, () => this.#readTrackers());
  readonly #unknownSoon = settled(SOON_MS, () => this.readUnknown());

  constructor() {
    inject(Live).listen({
      onEvents: (events) => this.#take(events),
      onGap: this.#reloadSoon,
    });
  }

  /** Reads which studies there are. */
  async start(): Promise<void> {
    try {
      this.#studies.set(await readStudies());
      if (this.#studyId() === undefined) this.#state.set("ready");
    } catch {
      this.#state.set("failed");
    }
  }

  /** Shows a study; that of before disappears at once. */
  async choose(studyId: number): Promise<void> {
    if (studyId === this.#studyId()) return;
    this.#studyId.set(studyId);
    this.#state.set("loading");
    this.#loaded.set(false);
    for (const list of [this.#items, this.#itemTypes, this.#trackers, this.#releases]) list.set([]);
    this.#sightings.set([]);
    this.#journeys.set([]);
    await this.reload();
  }

  /** Reads everything again; what is shown stays until then. */
  async reload(): Promise<void> {
    if (!this.#studies()) await this.start();
    const id = this.#studyId();
    if (id === undefined) return;
    try {
      const [items, itemTypes, trackers, unknown, releases, sightings, journeys] =
        await Promise.all([
          readItems(id),
          readItemTypes(id),
          readTrackers(id),
          readUnknownTrackers(),
          readReleases(id),
          readSightings({ studyId: id }),
          readJourneys(id),
        ]);
      if (id !== this.#studyId()) return;
      this.#items.set(items);
      this.#itemTypes.set(itemTypes);
      this.#trackers.set(trackers);
      this.#unknownTrackers.set(unknown);
      this.#releases.set(releases);
      this.#sightings.set(sightings);
      this.#journeys.set(journeys);
      this.#loaded.set(true);
      this.#state.set("ready");
    } catch {
      if (id === this.#studyId()) this.#state.set("failed");
    }
  }

  /** Reads again which trackers call without being registered. */
  async readUnknown(): Promise<void> {
    this.#unknownTrackers.set(await readUnknownTrackers());
  }

  #take(events: readonly LiveEvent[]): void {
    const mine = events.filter(({ studyId }) => studyId === null || studyId === this.#studyId());
    if (mine.length === 0) return;
    this.#trackers.update((trackers) => trackersAfter(trackers, mine));
    this.#items.update((items) => itemsAfter(items, mine));
    this.#lastEvents.set(mine);
    if (mine.some(({ kind }) => kind === "fix" || kind === "sighting")) this.#measuresSoon();
    if (mine.some(({ kind }) => kind === "sighting")) this.#sightingsSoon();
    if (mine.some(({ kind }) => kind === "alarm")) this.#trackersSoon();
    if (mine.some(({ kind }) => kind === "unknown-tracker")) this.#unknownSoon();
  }

  async #readMeasures(): Promise<void> {
    const id = this.#studyId();
    if (id === undefined) return;
    const [items, journeys, trackers, releases] = await Promise.all([
      readItems(id),
      readJourneys(id),
      readTrackers(id),
      readReleases(id),
    ]);
    if (id !== this.#studyId()) return;
    this.#items.set(items);
    this.#releases.set(releases);
    this.#journeys.set(journeys);
    this.#trackers.set(trackers);
  }

  async #readTrackers(): Promise<void> {
    const id = this.#studyId();
    if (id === undefined) return;
    const trackers = await readTrackers(id);
    if (id === this.#studyId()) this.#trackers.set(trackers);
  }

  async #readSightings(): Promise<void> {
    const id = this.#studyId();
    if (id === undefined) return;
    const sightings = await readSightings({ studyId: id });
    if (id === this.#studyId()) this.#sightings.set(sightings);
  }
}
