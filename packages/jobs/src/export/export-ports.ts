import type {
  FixStore,
  ItemStore,
  JourneyStore,
  ReleaseStore,
  SightingStore,
  StudyStore,
  TrackerStore,
} from "@zpr/ports";

/** What exports read. */
export interface ExportPorts {
  readonly studyStore: StudyStore;
  readonly itemStore: ItemStore;
  readonly releaseStore: ReleaseStore;
  readonly trackerStore: TrackerStore;
  readonly sightingStore: SightingStore;
  readonly fixStore: FixStore;
  readonly journeyStore: JourneyStore;
  readonly now: () => Date;
}
