import { exportWork, importWork, type Jobs, recomputeWork, startJobs } from "@zpr/jobs";
import type { LiveEvents, Log, ObjectStore } from "@zpr/ports";
import {
  type Database,
  postgresFixStore,
  postgresItemStore,
  postgresJobQueue,
  postgresJourneyRecount,
  postgresJourneyStore,
  postgresReleaseStore,
  postgresSightingStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";

interface Ports {
  readonly objectStore: ObjectStore;
  readonly liveEvents: LiveEvents;
  readonly log: Log;
  readonly now: () => Date;
}

/** Does jobs beside the API, where the object store is. */
export function openJobs(database: Database, ports: Ports): Jobs {
  const stores = jobStores(database);
  const { studyStore } = stores;
  return startJobs({
    ...ports,
    jobQueue: postgresJobQueue(database),
    works: {
      import: importWork(stores),
      export: exportWork({ ...stores, now: ports.now }),
      recompute: recomputeWork({
        recount: postgresJourneyRecount(database),
        itemCount: async (studyId) => (await studyStore.counts(studyId, new Date())).itemCount,
      }),
    },
  });
}

/** What imports and exports read and write. */
export function jobStores(database: Database) {
  return {
    studyStore: postgresStudyStore(database),
    itemStore: postgresItemStore(database),
    releaseStore: postgresReleaseStore(database),
    trackerStore: postgresTrackerStore(database),
    sightingStore: postgresSightingStore(database),
    fixStore: postgresFixStore(database),
    journeyStore: postgresJourneyStore(database),
  };
}
