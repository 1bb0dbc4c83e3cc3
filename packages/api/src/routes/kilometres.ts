import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type RiverMap, riverMap } from "@zpr/analytics";
import type { Evidence, RiverPlace } from "@zpr/model";
import type { ItemStore, JourneyStore, RiverStore, StudyStore } from "@zpr/ports";
import { Type } from "typebox";
import { codeOf, unknownItem } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { CodeParams, Instant, oneOf, problems } from "../shapes.ts";

/** More rivers than any study draws. */
const MOST_RIVERS = 100;

const PlaceShape = Type.Object({
  time: Instant,
  kilometre: Type.Number({ description: "From the origin of the river, rising seaward" }),
  kilometresToMouth: Type.Number(),
  line: Type.String(),
  offsetMetres: Type.Number({ description: "How far beside the centre line" }),
  source: oneOf(["release", "fix", "sighting"]),
});

interface Ports {
  readonly itemStore: ItemStore;
  readonly journeyStore: JourneyStore;
  readonly riverStore: RiverStore;
  readonly studyStore: StudyStore;
}

/** `GET /items/{code}/kilometres`: a journey along the river, for plots of kilometre against time. */
export const kilometres: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { itemStore, journeyStore } = ports;
  app.get(
    "/items/:code/kilometres",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["journeys"],
        params: CodeParams,
        response: { 200: Type.Array(PlaceShape), ...problems },
      },
    },
    async (request) => {
      const code = await codeOf(request.params.code, itemStore);
      const item = await itemStore.findPublic(code);
      if (!item) throw await unknownItem(request.params.code, itemStore);
      requireRole(request, item.study.id, "viewer");
      const map = await mapOf(item.study.id, ports);
      return alongRiver(await journeyStore.evidence(code, "everything"), map);
    },
  );
};

async function mapOf(studyId: number, { riverStore, studyStore }: Ports): Promise<RiverMap> {
  const study = await studyStore.find(studyId);
  if (!study) throw new ProblemError("not-found");
  const rivers = await riverStore.list([studyId], { after: undefined, limit: MOST_RIVERS });
  return riverMap(rivers, study);
}

/** Places with a kilometre, in time order; what networks tell is too wide for one. */
function alongRiver(evidence: readonly Evidence[], map: RiverMap) {
  let before: RiverPlace | null = null;
  return evidence.flatMap((piece) => {
    if (!piece.position || (piece.kind === "fix" && piece.network)) return [];
    const place = map.locate(piece.position, before);
    if (!place) return [];
    before = place;
    const { kilometre, kilometresToMouth, line, offsetMetres } = place;
    return [
      { time: piece.time, kilometre, kilometresToMouth, line, offsetMetres, source: piece.kind },
    ];
  });
}
