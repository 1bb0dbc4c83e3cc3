import type { ItemStore, ReleaseStore, TrackerStore } from "@zpr/ports";

/** What imports read and write. */
export interface ImportPorts {
  readonly itemStore: ItemStore;
  readonly releaseStore: ReleaseStore;
  readonly trackerStore: TrackerStore;
}
