export type { Account, AccountStore, NewAccount, UsedLink } from "./account-store.ts";
export type { Activity, ActivityBin, ActivityStore, TimedTrack } from "./activity-store.ts";
export type { Alarm, AlarmFilter, AlarmStore } from "./alarm-store.ts";
export {
  API_KEY_SCOPES,
  type ApiKey,
  type ApiKeyScope,
  type ApiKeyStore,
  type NewApiKey,
} from "./api-key-store.ts";
export {
  type Actor,
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditContent,
  type AuditEntry,
  type AuditFilter,
  type AuditLog,
} from "./audit-log.ts";
export type { BookmarkStore } from "./bookmark-store.ts";
export type { Cache, CachedQuestion, Tally } from "./cache.ts";
export {
  type AnonymousCaller,
  type Caller,
  type KnownCaller,
  mayBring,
  mayIn,
  readableStudies,
  STUDY_ROLES,
  type StudyRole,
} from "./caller.ts";
export type { CarriedMessage, CarriedRecord } from "./carried-message.ts";
export {
  CODEC_FUNCTIONS,
  type CodecCall,
  type CodecFunction,
  type CodecRun,
  type CodecRunner,
} from "./codec-runner.ts";
export type {
  AssignedCodec,
  Codec,
  CodecStore,
  CodecSummary,
  NewCodec,
} from "./codec-store.ts";
export type {
  CommandBox,
  CommandEcho,
  SaidCommand,
  TakenCommand,
  TrackerKey,
  WaitingCommand,
} from "./command-box.ts";
export {
  COMMAND_STATUSES,
  type Command,
  type CommandFilter,
  type CommandStatus,
  type CommandStep,
  type CommandStore,
  type NewCommand,
} from "./command-store.ts";
export {
  type Contest,
  type ContestDraw,
  type ContestEntry,
  type ContestRules,
  type ContestStore,
  type LocalText,
  SEED_ORIGINS,
  type SeedOrigin,
} from "./contest-store.ts";
export type { DownlinkCommand, DownlinkOutcome, DownlinkSender } from "./downlink-sender.ts";
export type { EpisodeFilter, EpisodeKey, EpisodeStore, StoredEpisode } from "./episode-store.ts";
export {
  EPISODE_FILTERS,
  type EpisodeFeature,
  type EpisodeProperties,
  type Feature,
  type FeatureExtent,
  type FeaturePage,
  type FeaturePageQuery,
  type FeatureQuery,
  type FeatureSource,
  type FeatureStore,
  type FeatureValue,
  FIX_FILTERS,
  type FixFeature,
  type FixProperties,
  ITEM_FILTERS,
  type ItemFeature,
  type ItemProperties,
  JOURNEY_FILTERS,
  type JourneyFeature,
  type JourneyProperties,
  SIGHTING_FILTERS,
  type SightingFeature,
  type SightingProperties,
  type TimeSpan,
  type View,
} from "./feature-store.ts";
export type {
  FinderContacts,
  FinderLetters,
  Letter,
  MailReader,
  Retention,
} from "./finder-contacts.ts";
export type { FixCellLog } from "./fix-cell-log.ts";
export {
  FIX_CORRECTION_KINDS,
  type FixCorrection,
  type FixCorrectionFilter,
  type FixCorrectionKind,
  type FixCorrectionRefusal,
  type FixCorrections,
  type NewFixCorrection,
} from "./fix-corrections.ts";
export {
  type CodecPin,
  type DeploymentSpan,
  type FixBatch,
  type FixLog,
  type FixPlace,
  type FixRow,
  type FixTail,
  type KnownTracker,
  type QueueEnd,
  type RawProblem,
  RefusedValue,
  type Rim,
  type TrackerNews,
  type Window,
} from "./fix-log.ts";
export type { FixFilter, FixStore, StoredFix } from "./fix-store.ts";
export type { FrameStep, FrameTraces } from "./frame-traces.ts";
export type { IdentityStores } from "./identity-stores.ts";
export type { InvitationStore, OpenInvitation } from "./invitation-store.ts";
export type { IsAway } from "./is-away.ts";
export type * from "./item-store.ts";
export {
  JOB_KINDS,
  JOB_STATES,
  type Job,
  type JobEnd,
  type JobFilter,
  type JobKey,
  type JobKind,
  type JobNews,
  type JobQueue,
  type JobResult,
  type JobState,
  type JobStore,
  type JourneyRecount,
  type NewJob,
  type TakenJob,
} from "./job-store.ts";
export type * from "./journey-store.ts";
export type { LabelMaker, LabelOrder } from "./label-maker.ts";
export type { Gap, LiveEvent, LiveEvents, NumberedEvent } from "./live-events.ts";
export type { Log } from "./log.ts";
export type { MailOutbox, NewMail, WaitingMail } from "./mail-outbox.ts";
export type { Mailer, MailOutcome } from "./mailer.ts";
export type { Membership, MembershipStore } from "./membership-store.ts";
export type { AnswerArea, Counted, Meter, Tallied, Timed } from "./meter.ts";
export type { ObjectStore } from "./object-store.ts";
export type { Page, StudyScope } from "./page.ts";
export type { Added, Invitation, Member, NewInvitation, PeopleStore } from "./people-store.ts";
export type { PhotoName, PhotoPiece, PhotoUploads } from "./photo-uploads.ts";
export type { CleanPicture, PictureMaker } from "./picture-maker.ts";
export type {
  ArtifactKey,
  ProviderArtifact,
  ProviderStore,
  StoredArtifact,
} from "./provider-store.ts";
export type { DeliveredParcel, Delivery, Parcel, RawCarrier } from "./raw-carrier.ts";
export type { LoggedMessage, RawLog } from "./raw-log.ts";
export type {
  RawMessageFilter,
  RawMessageStore,
  RawOutcome,
  TracedMessage,
} from "./raw-message-store.ts";
export type {
  NewRelease,
  Release,
  ReleaseChanges,
  ReleasePhoto,
  ReleaseRefusal,
  ReleaseStore,
} from "./release-store.ts";
export type {
  ReadMessage,
  ReplayBatch,
  ReplayExtent,
  ReplayLog,
  ReplayScope,
  ReplayStep,
} from "./replay-log.ts";
export type { NewRiver, River, RiverStore, StoredSection } from "./river-store.ts";
export type { LiveSession, NewSession, SessionStore } from "./session-store.ts";
export type { SetupLinkStore } from "./setup-link-store.ts";
export {
  type AskedQuestion,
  type Change,
  type Corrections,
  DECISION_KINDS,
  type Decision,
  type DecisionKind,
  type NewDecision,
  type NewQuestion,
  type OriginalReport,
  type PhotoState,
  type Question,
  type Refusal,
  type SightingHistory,
  type SightingReviews,
  type SightingState,
  type StatePatch,
} from "./sighting-reviews.ts";
export type * from "./sighting-store.ts";
export type { SignInAttempt, SignInAttemptStore } from "./sign-in-attempt-store.ts";
export type { NewSource, Source, SourceStore } from "./source-store.ts";
export type { LatestSighting, NewStudy, Study, StudyCounts, StudyStore } from "./study-store.ts";
export type {
  FixPoint,
  SightingPoint,
  TileCell,
  TileContent,
  TileQuery,
  TileStore,
} from "./tile-store.ts";
export type { TrackerDayStore, TrackerDays, TrackerDaysAsked } from "./tracker-days.ts";
export type * from "./tracker-store.ts";
export { BUILT_IN_ISSUER, type Person, type User, type UserStore } from "./user-store.ts";
export type * from "./watch-log.ts";
export type {
  MeasuredLevel,
  NewWaterLevelSeries,
  TideLags,
  WaterLevelSeries,
  WaterLevelStore,
} from "./water-level-store.ts";
export type { ExpectedVersion, WriteContext } from "./write-context.ts";
