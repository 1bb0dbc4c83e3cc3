import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Tracker, TrackerStore, UnknownTracker } from "@zpr/ports";
import { decoderNamed, protocols, pushProtocols } from "@zpr/protocols";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import {
  Flags,
  Id,
  IdParams,
  Instant,
  nullable,
  PositionShape,
  problems,
  Version,
} from "../shapes.ts";
import { TrackerHealthShape, WatchRulesShape } from "../watch-shapes.ts";

const PROTOCOLS = [...protocols, ...pushProtocols].map(({ name }) => name).join(", ");

/** What is said of a tracker by those who register it. */
export const fields = {
  studyId: Id,
  protocol: Type.String({ minLength: 1, maxLength: 40, description: "teltonika, ..." }),
  uniqueId: Type.String({ minLength: 1, maxLength: 100, description: "IMEI, DevEUI, ..." }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  model: nullable(Type.String({ maxLength: 100 })),
  intervalSeconds: nullable(Type.Integer({ minimum: 1 })),
};
/** A tracker as it is shown. */
export const TrackerShape = Type.Object({
  id: Id,
  version: Version,
  ...fields,
  lastHeardAt: nullable(Instant),
  lastFix: nullable(
    Type.Object({
      time: Instant,
      position: PositionShape,
      batteryVolts: nullable(Type.Number()),
      flags: Flags,
    }),
  ),
  newest: nullable(
    Type.Object(
      {
        time: Instant,
        hasFix: Type.Boolean(),
        satellites: nullable(Type.Integer()),
        batteryVolts: nullable(Type.Number()),
        batteryPercent: nullable(Type.Number({ description: "0 to 100" })),
      },
      { description: "The newest record, whatever its position is worth" },
    ),
  ),
  itemCode: nullable(Type.String()),
  fixCount: Type.Integer(),
  settings: Type.Record(Type.String(), Type.Unknown()),
  watchRules: WatchRulesShape,
  health: TrackerHealthShape,
  codecId: nullable(Id),
});
const NewTracker = Type.Object(
  {
    studyId: fields.studyId,
    protocol: fields.protocol,
    uniqueId: fields.uniqueId,
    name: Type.Optional(fields.name),
    model: Type.Optional(fields.model),
    intervalSeconds: Type.Optional(fields.intervalSeconds),
  },
  { additionalProperties: false },
);
const UnknownShape = Type.Object({
  protocol: Type.String(),
  uniqueId: Type.String(),
  firstHeardAt: Instant,
  lastHeardAt: Instant,
  messageCount: Type.Integer(),
  lastPosition: nullable(PositionShape),
});

const CALLER_ORDER = {
  of: ({ protocol, uniqueId }: UnknownTracker) => `${protocol} ${uniqueId}`,
  shape: Type.String(),
};

/** `/trackers`: devices that report positions, and those that call without being registered. */
export const trackers: FastifyPluginAsyncTypebox<{ trackerStore: TrackerStore }> = async (
  app,
  { trackerStore },
) => {
  app.get(
    "/trackers",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(TrackerShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      return sendPage(
        { request, reply, query: request.query },
        (page) => trackerStore.list(scope, page),
        { of: (tracker: Tracker) => tracker.id },
      );
    },
  );

  app.get(
    "/trackers/unknown",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        querystring: Type.Object(pageQuery),
        response: { 200: Type.Array(UnknownShape), ...problems },
      },
    },
    async (request, reply) => {
      // A key that only brings messages stands in the URLs of other services: it tells nothing.
      if (scopeOf(request, undefined).length === 0) return [];
      const exchange = { request, reply, query: request.query };
      return sendPage(exchange, (page) => trackerStore.listUnknown(page), CALLER_ORDER);
    },
  );

  app.get(
    "/trackers/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        params: IdParams,
        response: { 200: TrackerShape, ...problems },
      },
    },
    async (request) => {
      const tracker = await trackerStore.find(request.params.id);
      if (!tracker) throw new ProblemError("not-found");
      requireRole(request, tracker.studyId, "viewer");
      return tracker;
    },
  );

  app.post(
    "/trackers",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        body: NewTracker,
        response: { 201: TrackerShape, ...problems },
      },
    },
    async (request, reply) => {
      const { body } = request;
      requireRole(request, body.studyId, "editor");
      mustBeRead(body.protocol);
      const tracker = await trackerStore.register({
        name: body.uniqueId,
        model: null,
        intervalSeconds: null,
        ...body,
      });
      if (!tracker)
        throw new ProblemError("conflict", {
          detail: `the ${body.protocol} tracker ${body.uniqueId} is registered already`,
        });
      return reply.status(201).send(tracker);
    },
  );
};

/** What nothing decodes would be registered and never heard. */
function mustBeRead(protocol: string): void {
  if (!decoderNamed(protocol))
    throw new ProblemError("request-invalid", {
      detail: `there is no protocol ${JSON.stringify(protocol)}; there are ${PROTOCOLS}`,
    });
}
