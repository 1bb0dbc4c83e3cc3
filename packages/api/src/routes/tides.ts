import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  distanceMetres,
  laterTide,
  type NearTideStation,
  openTideDatabase,
  TIDE_REACH_METRES,
  type TideCalendar,
  type TideDatabase,
  type TideStation,
  type TideTurn,
  tideCalendar,
} from "@zpr/analytics";
import type { Position } from "@zpr/model";
import type { RiverStore, WaterLevelStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { Instant, InstantText, nullable, oneOf, PositionShape, problems } from "../shapes.ts";
import { studyTide } from "../study-tide.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_DAYS = 62;
const MOST_LEVELS = 5000;
const USUAL_STEP_MINUTES = 10;
/** Predictions of a day do not change; a new release of the constituents may wait so long. */
const CACHE = "public, max-age=86400";

const metres = Type.Number({ description: "Above mean sea level at the station" });
const Age = oneOf(["spring", "neap", "between"]);
const Phase = Type.Object({
  hoursSinceHighWater: Type.Number(),
  direction: oneOf(["ebb", "flood"]),
  rangeMetres: Type.Number({ description: "Mean of the four rises and falls around" }),
  age: Age,
});
const TideShape = Type.Object({
  station: Type.Object({
    id: Type.String(),
    name: Type.String(),
    position: PositionShape,
    measured: Type.Boolean({ description: "By levels of the study, not predicted" }),
    distanceMetres: Type.Number({ description: "From the position asked for" }),
    licence: Type.Object({ name: Type.String(), url: Type.String() }),
    credit: Type.String({ description: "To be shown beside whatever comes of the prediction" }),
  }),
  lagMinutes: Type.Number({ description: "By which this prediction is later than the station's" }),
  phaseAtStart: nullable(Phase),
  extremes: Type.Array(
    Type.Object({ time: Instant, kind: oneOf(["high", "low"]), levelMetres: metres, age: Age }),
  ),
  levels: Type.Array(Type.Object({ time: Instant, levelMetres: metres })),
});
const Asked = Type.Object({
  position: Type.String({
    pattern: "^-?[0-9.]+,-?[0-9.]+$",
    description: "longitude,latitude in WGS 84 degrees",
  }),
  from: InstantText,
  to: InstantText,
  everyMinutes: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1440, description: "Between levels; 10 when left out" }),
  ),
  lagMinutes: Type.Optional(
    Type.Number({
      minimum: -720,
      maximum: 720,
      description:
        "By which high water at the place comes behind the station's; when left out what the study says, else 0",
    }),
  ),
  studyId: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2147483647,
      description:
        "For its members: levels that the study measured near by come before predictions, then its lags along the river",
    }),
  ),
  station: Type.Optional(
    Type.String({ maxLength: 200, description: "The station to take in place of the nearest" }),
  ),
});

/** `GET /tides`: the predicted tide of a place, by the nearest good station. */
export const tides: FastifyPluginAsyncTypebox<{
  readonly riverStore: RiverStore;
  readonly waterLevelStore: WaterLevelStore;
}> = async (app, ports) => {
  app.get(
    "/tides",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        description:
          "Predicted from harmonic constituents, without wind, surge and discharge; not for navigation.",
        querystring: Asked,
        response: { 200: TideShape, ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const { studyId } = query;
      if (studyId !== undefined) requireRole(request, studyId, "viewer");
      const from = Date.parse(query.from);
      const to = Date.parse(query.to);
      const step = (query.everyMinutes ?? USUAL_STEP_MINUTES) * MINUTE;
      refuseTooMuch({ from, to, step });
      const position = positionOf(query.position);
      const known =
        studyId !== undefined && query.station === undefined
          ? await studyTide(ports, { studyId, position, from, to })
          : undefined;
      const near = known ?? (await stationFor(position, query.station));
      const lagMinutes = query.lagMinutes ?? known?.lagMinutes ?? 0;
      const tide = laterTide(near.station, { lagMinutes });
      const calendar = tideCalendar(tide, from, to);
      reply.header("cache-control", studyId === undefined ? CACHE : "no-cache");
      return {
        station: sayStation(near),
        lagMinutes,
        phaseAtStart: calendar.phaseAt(from) ?? null,
        extremes: calendar.turns.map((turn) => sayTurn(turn, calendar)),
        levels: levelsOf(tide, { from, to, step }),
      };
    },
  );
};

interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function refuseTooMuch({ from, to, step }: Span): void {
  if (to <= from)
    throw new ProblemError("request-invalid", { detail: "`from` has to come before `to`" });
  if (to - from > MOST_DAYS * DAY || (to - from) / step > MOST_LEVELS)
    throw new ProblemError("request-invalid", {
      detail: `ask for at most ${MOST_DAYS} days and ${MOST_LEVELS} levels`,
    });
}

function positionOf(text: string): Position {
  const [longitude = Number.NaN, latitude = Number.NaN] = text.split(",").map(Number);
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  throw new ProblemError("request-invalid", {
    detail: "position is longitude,latitude in WGS 84 degrees",
  });
}

async function stationFor(position: Position, id: string | undefined): Promise<NearTideStation> {
  const database = await openTideDatabase();
  const found = id === undefined ? database.nearest(position) : chosen(database, id, position);
  if (found) return found;
  const reach = TIDE_REACH_METRES / 1000;
  throw new ProblemError("not-found", {
    detail:
      id === undefined
        ? `there is no good tide station within ${reach} km`
        : `there is no tide station ${JSON.stringify(id)} that anybody may use`,
  });
}

function chosen(
  database: TideDatabase,
  id: string,
  position: Position,
): NearTideStation | undefined {
  const station = database.station(id);
  return station && { station, distanceMetres: distanceMetres(position, station.position) };
}

function sayStation({ station, distanceMetres: metresAway }: NearTideStation) {
  const { id, name, position, licence, credit } = station;
  const measured = id.startsWith("series/");
  const distanceMetres = Math.round(metresAway);
  return { id, name, position, measured, distanceMetres, licence, credit };
}

function sayTurn({ time, kind, levelMetres }: TideTurn, calendar: TideCalendar) {
  const age = calendar.phaseAt(time)?.age ?? "between";
  return { time: new Date(time), kind, levelMetres: toMillimetres(levelMetres), age };
}

function levelsOf(tide: TideStation, { from, to, step }: Span) {
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({ length: count }, (_, at) => {
    const time = from + at * step;
    return { time: new Date(time), levelMetres: toMillimetres(tide.levelAt(time)) };
  });
}

function toMillimetres(metresAbove: number): number {
  return Math.round(metresAbove * 1000) / 1000;
}
