export { postgresAuditLog } from "./audit/audit-log.ts";
export { postgresWriteContext } from "./audit/write-context.ts";
export { dumpDatabase } from "./backup/dump-database.ts";
export { DamagedBackup } from "./backup/manifest.ts";
export { NotEmpty, restoreDatabase } from "./backup/restore-database.ts";
export { postgresBookmarkStore } from "./bookmark-store.ts";
export { postgresFixCellLog } from "./cells/fix-cell-log.ts";
export { postgresCodecStore } from "./codec-store.ts";
export { type PostgresCommandBox, postgresCommandBox } from "./commands/command-box.ts";
export { countOpenCommands } from "./commands/command-steps.ts";
export { postgresCommandStore } from "./commands/command-store.ts";
export { postgresContestStore } from "./contest-store.ts";
export { postgresFixCorrections } from "./corrections/fix-corrections.ts";
export {
  awaitDatabase,
  connect,
  type Database,
  type DatabaseAddress,
  migrate,
  ping,
} from "./database.ts";
export { type DatabaseState, databaseState } from "./database-state.ts";
export { type Cluster, clusterAddress, startCluster } from "./embedded/cluster.ts";
export { FolderInUse, folderHolder, lockFolder } from "./embedded/folder-lock.ts";
export { postgresEpisodeStore } from "./episodes/episode-store.ts";
export { postgresFinderContacts } from "./finders/finder-contacts.ts";
export { postgresRetention } from "./finders/retention.ts";
export { postgresFixStore } from "./fix-store.ts";
export { postgresIdentityStores } from "./identity/identity-stores.ts";
export { postgresPeopleStore } from "./identity/people-store.ts";
export { postgresFixLog } from "./ingest/fix-log.ts";
export { postgresReplayLog } from "./ingest/replay-log.ts";
export { isAway } from "./is-away.ts";
export { postgresItemStore } from "./item-store.ts";
export { postgresJobQueue } from "./jobs/job-queue.ts";
export { postgresJobStore } from "./jobs/job-store.ts";
export { postgresJourneyRecount } from "./jobs/journey-recount.ts";
export { postgresJourneyLog } from "./journey-log.ts";
export { postgresJourneyStore } from "./journey-store.ts";
export { type PostgresRawLog, postgresRawLog } from "./raw-log.ts";
export { postgresRawMessageStore } from "./raw-message-store.ts";
export { postgresActivityStore } from "./reading/activity-store.ts";
export { postgresFeatureStore } from "./reading/feature-store.ts";
export { postgresTileStore } from "./reading/tile-store.ts";
export { postgresTrackerDayStore } from "./reading/tracker-day-store.ts";
export { postgresReleaseStore } from "./release-store.ts";
export { postgresRiverStore } from "./rivers/river-store.ts";
export { postgresPhotoUploads } from "./sightings/photo-uploads.ts";
export { postgresSightingReviews } from "./sightings/sighting-reviews.ts";
export { postgresSightingStore } from "./sightings/sighting-store.ts";
export { postgresSourceStore } from "./source-store.ts";
export { postgresStudyStore } from "./study-store.ts";
export { postgresTrackerStore } from "./tracker-store.ts";
export { takeTurns } from "./turn.ts";
export { postgresAlarmStore } from "./watch/alarm-store.ts";
export { postgresMailOutbox } from "./watch/mail-outbox.ts";
export { postgresWatchLog } from "./watch/watch-log.ts";
export { postgresWaterLevelStore } from "./water-levels/water-level-store.ts";
