import { type Jobs, recomputeWork, startJobs } from "@zpr/jobs";
import type { LiveEvents, Log, ObjectStore } from "@zpr/ports";
import {
  type Database,
  postgresJobQueue,
  postgresJourneyRecount,
  postgresStudyStore,
} from "@zpr/storage";

interface Ports {
  readonly objectStore: ObjectStore;
  readonly liveEvents: LiveEvents;
  readonly log: Log;
  readonly now: () => Date;
}

/** Does jobs beside the API, where the object store is. */
export function openJobs(database: Database, ports: Ports): Jobs {
  const studyStore = postgresStudyStore(database);
  return startJobs({
    ...ports,
    jobQueue: postgresJobQueue(database),
    works: {
      recompute: recomputeWork({
        recount: postgresJourneyRecount(database),
        itemCount: async (studyId) => (await studyStore.counts(studyId, new Date())).itemCount,
      }),
    },
  });
}
