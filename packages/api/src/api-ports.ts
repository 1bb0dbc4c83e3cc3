import type {
  ActivityStore,
  AlarmStore,
  ApiKeyStore,
  AuditLog,
  Cache,
  CodecRunner,
  CodecStore,
  CommandStore,
  ContestStore,
  EpisodeStore,
  FeatureStore,
  FinderContacts,
  FixCorrections,
  FixStore,
  ItemStore,
  JobStore,
  JourneyStore,
  LabelMaker,
  LiveEvents,
  Meter,
  ObjectStore,
  PeopleStore,
  PhotoUploads,
  PictureMaker,
  RawMessageStore,
  ReleaseStore,
  RiverStore,
  SightingReviews,
  SightingStore,
  SourceStore,
  StudyStore,
  TileStore,
  TrackerDayStore,
  TrackerStore,
  WaterLevelStore,
  WriteContext,
} from "@zpr/ports";
import type { Registry } from "prom-client";
import type { KeepPush } from "./routes/ingest.ts";

/** Everything the API needs from the world. */
export interface ApiPorts {
  readonly studyStore: StudyStore;
  readonly itemStore: ItemStore;
  readonly releaseStore: ReleaseStore;
  readonly riverStore: RiverStore;
  readonly waterLevelStore: WaterLevelStore;
  readonly trackerStore: TrackerStore;
  readonly alarmStore: AlarmStore;
  readonly apiKeyStore: ApiKeyStore;
  readonly peopleStore: PeopleStore;
  readonly auditLog: AuditLog;
  readonly writeContext: WriteContext;
  readonly commandStore: CommandStore;
  readonly contestStore: ContestStore;
  readonly fixStore: FixStore;
  readonly fixCorrections: FixCorrections;
  readonly rawMessageStore: RawMessageStore;
  readonly sightingStore: SightingStore;
  readonly sightingReviews: SightingReviews;
  readonly journeyStore: JourneyStore;
  readonly episodeStore: EpisodeStore;
  readonly featureStore: FeatureStore;
  readonly tileStore: TileStore;
  readonly activityStore: ActivityStore;
  readonly trackerDayStore: TrackerDayStore;
  readonly sourceStore: SourceStore;
  readonly codecStore: CodecStore;
  readonly jobStore: JobStore;
  /** Tells the worker of this process that there may be a job. */
  readonly ringJobs: () => void;
  readonly codecRunner: CodecRunner;
  readonly keepPush: KeepPush;
  readonly finderContacts: FinderContacts;
  readonly photoUploads: PhotoUploads;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
  readonly labelMaker: LabelMaker;
  readonly liveEvents: LiveEvents;
  readonly cache: Cache;
  readonly meter: Meter;
  readonly metrics: Registry;
  /** Resolves when everything the server leans on answers; otherwise says what does not. */
  readonly ready: () => Promise<void>;
  /** What does not work as it should, although everything can be served. */
  readonly degraded: () => Promise<readonly string[]>;
}
