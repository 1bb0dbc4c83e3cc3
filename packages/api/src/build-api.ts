import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { IsAway } from "@zpr/ports";
import Fastify, { type FastifyBaseLogger, type FastifyPluginAsync, LogController } from "fastify";
import { answerInTime } from "./answer-in-time.ts";
import type { ApiPorts } from "./api-ports.ts";
import { type Door, guard } from "./caller.ts";
import { drain } from "./drain.ts";
import { keepEdits } from "./edit.ts";
import { finderLetters } from "./finder-mail/write-letters.ts";
import type { IdentityDesk } from "./identity-desk.ts";
import { ogc } from "./ogc/ogc.ts";
import { apiDocs, openApiInfo } from "./openapi.ts";
import { Problem } from "./problem.ts";
import { type AnnounceReport, announceReport } from "./reports/announce-report.ts";
import { reportLimits } from "./reports/report-limits.ts";
import { activity } from "./routes/activity.ts";
import { alarmMail } from "./routes/alarm-mail.ts";
import { alarms } from "./routes/alarms.ts";
import { apiKeys } from "./routes/api-keys.ts";
import { audit } from "./routes/audit.ts";
import { changeItems } from "./routes/change-items.ts";
import { changeReleases } from "./routes/change-releases.ts";
import { changeTracker } from "./routes/change-tracker.ts";
import { clientConfig } from "./routes/client-config.ts";
import { codecs } from "./routes/codecs.ts";
import { commands } from "./routes/commands.ts";
import { contest } from "./routes/contest.ts";
import { contestDraw } from "./routes/contest-draw.ts";
import { contestEntries } from "./routes/contest-entries.ts";
import { contestPages } from "./routes/contest-page.ts";
import { deployments } from "./routes/deployments.ts";
import { episodes } from "./routes/episodes.ts";
import { events } from "./routes/events.ts";
import { exports } from "./routes/exports.ts";
import { finderAnswers } from "./routes/finder-answers.ts";
import { finderMail } from "./routes/finder-mail.ts";
import { fixCorrections } from "./routes/fix-corrections.ts";
import { fixes } from "./routes/fixes.ts";
import { frameGapsOfTrackers } from "./routes/frame-gaps.ts";
import { health } from "./routes/health.ts";
import { imports } from "./routes/imports.ts";
import { ingest } from "./routes/ingest.ts";
import { invitations } from "./routes/invitations.ts";
import { itemTypes } from "./routes/item-types.ts";
import { items } from "./routes/items.ts";
import { jobEnds } from "./routes/job-ends.ts";
import { jobs } from "./routes/jobs.ts";
import { journeys } from "./routes/journeys.ts";
import { kilometres } from "./routes/kilometres.ts";
import { labels } from "./routes/labels.ts";
import { members } from "./routes/members.ts";
import { photos } from "./routes/photos.ts";
import { previewCommands } from "./routes/preview-commands.ts";
import { publicItems } from "./routes/public-items.ts";
import { publicPhotos } from "./routes/public-photos.ts";
import { publicStudies } from "./routes/public-studies.ts";
import { queueCommands } from "./routes/queue-commands.ts";
import { rawMessages } from "./routes/raw-messages.ts";
import { releasePhotos } from "./routes/release-photos.ts";
import { releases } from "./routes/releases.ts";
import { reports } from "./routes/reports.ts";
import { riverSections } from "./routes/river-sections.ts";
import { rivers } from "./routes/rivers.ts";
import { sightingDecisions } from "./routes/sighting-decisions.ts";
import { sightingQuestions } from "./routes/sighting-questions.ts";
import { sightings } from "./routes/sightings.ts";
import { sources } from "./routes/sources.ts";
import { studies } from "./routes/studies.ts";
import { studyPages } from "./routes/study-page.ts";
import { takePhotos } from "./routes/take-photos.ts";
import { tideLags } from "./routes/tide-lags.ts";
import { tides } from "./routes/tides.ts";
import { trackerDays } from "./routes/tracker-days.ts";
import { trackers } from "./routes/trackers.ts";
import { tracks } from "./routes/tracks.ts";
import { tryCodec } from "./routes/try-codec.ts";
import { waterLevels } from "./routes/water-levels.ts";
import { sayNoAsProblems, sendProblem } from "./say-no.ts";
import { showChanges } from "./show-changes.ts";
import { tiles } from "./tiles/tiles.ts";
import { timeAnswers } from "./time-answers.ts";
import { validator } from "./validator.ts";
import { webApp } from "./web-app.ts";

export interface ApiOptions {
  readonly ports: ApiPorts;
  readonly door: Door;
  readonly desk: IdentityDesk;
  /** Sign-in: `/auth/...` and, when it is ours, the provider itself. */
  readonly signIn: FastifyPluginAsync;
  /** The origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Addresses whose word counts for who calls through them, such as `loopback` or 10.0.0.0/8. */
  readonly trustedProxies: string;
  readonly basemapStyleUrl: string | null;
  /** Folder of the built web app. */
  readonly webFolder: string;
  readonly log: FastifyBaseLogger;
  /** Whether something failed because a server we lean on is away just now. */
  readonly isAway: IsAway;
  readonly now: () => Date;
}

/** While an app drains it goes on answering, and then breaks all connections (drain.ts). */
export const answersUntilClosed = { forceCloseConnections: true, return503OnClosing: false };

/** The whole HTTP surface, not yet listening. This list is the table of contents of the API. */
export async function buildApi(options: ApiOptions) {
  const { ports, publicUrl, now } = options;
  const app = Fastify({
    loggerInstance: options.log,
    trustProxy: options.trustedProxies,
    logController: new LogController({ disableRequestLogging: true }),
    ...answersUntilClosed,
    frameworkErrors: (error, _request, reply) => sendProblem(reply, error),
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validator());
  app.addSchema(Problem);
  sayNoAsProblems(app, options.isAway);
  drain(app);
  answerInTime(app);
  guard(app, options.door);
  keepEdits(app, ports.writeContext);
  showChanges(app, ports.cache);
  timeAnswers(app, ports.meter);
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(swagger, openApiInfo(publicUrl));

  const announce = announceReport(ports.cache, ports.liveEvents);
  await app.register(version1, { prefix: "/api/v1", ...options, announce });
  await app.register(ingest, { prefix: "/ingest/v1", ...ports, door: options.door, now });
  await app.register(ogc, {
    prefix: "/ogc",
    featureStore: ports.featureStore,
    publicUrl,
    now,
  });
  await app.register(tiles, { prefix: "/tiles", ...ports, publicUrl, now });
  await app.register(finderAnswers, { ...ports, announce, now });
  await app.register(finderMail, { finderContacts: ports.finderContacts, now });
  await app.register(contestPages, { ...ports, now });
  await app.register(studyPages, { ...ports, publicUrl, now });
  await app.register(options.signIn);
  await app.register(health, ports);
  await app.register(apiDocs);
  await app.register(webApp, { folder: options.webFolder });
  return app;
}

const version1: FastifyPluginAsync<ApiOptions & { readonly announce: AnnounceReport }> = async (
  v1,
  { ports, desk, now, publicUrl, basemapStyleUrl, announce },
) => {
  await v1.register(clientConfig, { basemapStyleUrl });
  await v1.register(sources, ports);
  await v1.register(studies, ports);
  await v1.register(members, ports);
  await v1.register(invitations, { ...ports, desk, now });
  await v1.register(apiKeys, { ...ports, desk, now });
  await v1.register(audit, ports);
  await v1.register(publicStudies, { ...ports, now });
  await v1.register(contest, { ...ports, now });
  await v1.register(contestEntries, ports);
  await v1.register(contestDraw, { ...ports, now });
  await v1.register(itemTypes, ports);
  await v1.register(items, ports);
  await v1.register(changeItems, { ...ports, now });
  await v1.register(publicItems, { ...ports, now });
  await v1.register(releases, ports);
  await v1.register(changeReleases, ports);
  await v1.register(releasePhotos, ports);
  await v1.register(labels, { ...ports, publicUrl });
  await v1.register(tides, ports);
  await v1.register(trackers, ports);
  await v1.register(trackerDays, { ...ports, now });
  await v1.register(changeTracker, ports);
  await v1.register(codecs, ports);
  await v1.register(tryCodec, { ...ports, now });
  await v1.register(frameGapsOfTrackers, ports);
  await v1.register(alarms, { ...ports, now });
  await v1.register(alarmMail, ports);
  await v1.register(deployments, ports);
  await v1.register(commands, ports);
  await v1.register(queueCommands, { ...ports, now });
  await v1.register(previewCommands, ports);
  await v1.register(fixes, ports);
  await v1.register(fixCorrections, { ...ports, now });
  await v1.register(activity, { ...ports, now });
  await v1.register(tracks, ports);
  await v1.register(rawMessages, ports);
  await v1.register(rivers, ports);
  await v1.register(riverSections, ports);
  await v1.register(waterLevels, ports);
  await v1.register(tideLags, ports);
  await v1.register(jobs, { ...ports, now });
  await v1.register(imports, { ...ports, now });
  await v1.register(exports, { ...ports, now });
  await v1.register(jobEnds, { ...ports, now });
  await v1.register(episodes, ports);
  await v1.register(kilometres, ports);
  await v1.register(journeys, { ...ports, now });
  const limits = reportLimits(ports.cache);
  const letters = finderLetters(publicUrl);
  await v1.register(reports, { ...ports, announce, limits, letters, now });
  await v1.register(sightings, ports);
  await v1.register(sightingDecisions, { ...ports, announce, letters, now });
  await v1.register(sightingQuestions, { ...ports, announce, letters, now });
  await v1.register(publicPhotos, ports);
  await v1.register(takePhotos, { ...ports, limits, now });
  await v1.register(photos, ports);
  await v1.register(events, ports);
};
