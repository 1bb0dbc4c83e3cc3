import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { DriftMeasures, ItemCode } from "@zpr/model";
import {
  type Cache,
  type ContestStore,
  type EvidenceLimit,
  type ItemStore,
  type JourneyStore,
  type JourneySummary,
  mayIn,
  type StudyStore,
} from "@zpr/ports";
import { Type } from "typebox";
import { codeOf, scopeOf, unknownItem } from "../asked.ts";
import { coarseEvidence, coarseMeasures } from "../coarse-evidence.ts";
import { type JourneyFeature, toFeatures } from "../journey-features.ts";
import { knownItem } from "../known-item.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { itemTag, KEPT_SECONDS, studyTags } from "../public-tags.ts";
import { CodeParams, Id, Instant, nullable, oneOf, PositionShape, problems } from "../shapes.ts";

const measures = {
  startedAt: nullable(Instant),
  lastAt: nullable(Instant),
  travelledMetres: Type.Number({ description: "Along the way, noise not counted" }),
  netMetres: Type.Number({ description: "As the crow flies from the first place to the last" }),
  fixCount: Type.Integer(),
  sightingCount: Type.Integer(),
};
const DriftShape = Type.Object(
  {
    travelledMetres: Type.Number({ description: "In drifting episodes only" }),
    netKilometres: nullable(Type.Number({ description: "Along the river, positive seaward" })),
    toAndFro: nullable(
      Type.Number({ description: "Distance travelled, divided by the net displacement" }),
    ),
    medianMetresPerSecond: nullable(Type.Number()),
    p95MetresPerSecond: nullable(Type.Number()),
    strandingCount: Type.Integer(),
    strandedSeconds: Type.Number(),
    strandedShare: nullable(Type.Number({ description: "Of the time from first to last" })),
  },
  { description: "What its episodes come to; null until they are told" },
);
const SummaryShape = Type.Object({
  itemCode: Type.String(),
  ...measures,
  lastPosition: nullable(PositionShape),
  lastEvidence: nullable(oneOf(["release", "fix", "sighting"])),
  drift: nullable(DriftShape),
});
const JourneyShape = Type.Object({
  type: Type.Literal("FeatureCollection"),
  features: Type.Unsafe<readonly JourneyFeature[]>(
    Type.Array(
      Type.Object({
        type: Type.Literal("Feature"),
        id: Type.String(),
        geometry: Type.Unknown(),
        properties: Type.Unknown({
          description:
            "kind is release, sighting, track (with times, one for each coordinate), or network: places from cells, Wi-Fi or satellites' Doppler, kilometres wide, with times too",
        }),
      }),
    ),
  ),
  properties: Type.Object({ code: Type.String(), simulated: Type.Boolean(), ...measures }),
});

interface Ports {
  readonly studyStore: StudyStore;
  readonly itemStore: ItemStore;
  readonly journeyStore: JourneyStore;
  readonly contestStore: ContestStore;
  readonly cache: Cache;
  readonly now: () => Date;
}

/** Journeys: in numbers for researchers, and one item's on a map for anybody. */
export const journeys: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { itemStore, journeyStore } = ports;
  app.get(
    "/journeys",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["journeys"],
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(SummaryShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      const found = await sendPage(
        { request, reply, query: request.query },
        (page) => journeyStore.list(scope, page),
        { of: (journey: JourneySummary) => journey.itemId },
      );
      return found.map((journey) => ({
        ...journey,
        drift: journey.drift && driftOf(journey.drift),
      }));
    },
  );

  app.get(
    "/items/:code/journey",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: CodeParams,
        response: { 200: JourneyShape, ...problems },
      },
    },
    async ({ params, caller }) => {
      const code = await codeOf(params.code, itemStore);
      const item = await knownItem(code, ports);
      if (!item) throw await unknownItem(params.code, itemStore);
      const { simulated } = item.study;
      const shown = mayIn(caller, item.study.id, "viewer")
        ? await readJourney(code, EVERYTHING, journeyStore)
        : await publicJourney(code, item.study.id, ports);
      const { features, measures } = shown;
      return {
        type: "FeatureCollection" as const,
        features,
        properties: { code, simulated, ...measures },
      };
    },
  );
};

interface JourneyLimit {
  readonly limit: EvidenceLimit;
  readonly coarseMetres: number;
}

const EVERYTHING: JourneyLimit = { limit: "everything", coarseMetres: 0 };

async function readJourney(
  code: ItemCode,
  { limit, coarseMetres }: JourneyLimit,
  journeyStore: JourneyStore,
) {
  const exact = await journeyStore.evidence(code, limit);
  return {
    features: toFeatures(coarseEvidence(exact, coarseMetres)),
    measures: coarseMeasures(exact, coarseMetres),
  };
}

/** As far as its study publishes it, which is asked each time: what is private again is so at once. */
async function publicJourney(
  code: ItemCode,
  studyId: number,
  { studyStore, journeyStore, cache, now }: Ports,
) {
  const study = await studyStore.find(studyId);
  if (!study?.public) throw new ProblemError("not-found");
  const { publicDelayHours, publicCoarseMetres: coarseMetres } = study;
  return cache.remember({
    key: `journey ${code} ${publicDelayHours} ${coarseMetres}`,
    seconds: KEPT_SECONDS,
    ask() {
      const fixesBefore = new Date(now().getTime() - publicDelayHours * 3_600_000);
      return readJourney(code, { limit: { fixesBefore }, coarseMetres }, journeyStore);
    },
    tags: () => [...studyTags(studyId), itemTag(code)],
  });
}

function driftOf({ spanSeconds, ...drift }: DriftMeasures) {
  const netMetres = Math.abs(drift.netKilometres ?? 0) * 1000;
  return {
    ...drift,
    toAndFro: netMetres > 0 ? drift.travelledMetres / netMetres : null,
    strandedShare: spanSeconds > 0 ? drift.strandedSeconds / spanSeconds : null,
  };
}
