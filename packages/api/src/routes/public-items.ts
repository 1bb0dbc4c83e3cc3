import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Cache, ContestStore, ItemStore } from "@zpr/ports";
import { Type } from "typebox";
import { codeOf, unknownItem } from "../asked.ts";
import { type KnownItem, knownItem } from "../known-item.ts";
import {
  CodeParams,
  Id,
  Instant,
  ItemStatus,
  nullable,
  PositionShape,
  problems,
} from "../shapes.ts";

const PublicItemShape = Type.Object({
  code: Type.String(),
  itemType: Type.Object({ name: Type.String(), material: nullable(Type.String()) }),
  study: Type.Object({
    id: Id,
    name: Type.String(),
    simulated: Type.Boolean(),
    closed: Type.Boolean({
      description: "The study has ended; reports of its items are still taken",
    }),
  }),
  contest: nullable(
    Type.Object(
      { closesAt: Instant },
      { description: "The contest of its study, while reports take part in it" },
    ),
  ),
  release: nullable(
    Type.Object({ place: Type.String(), position: PositionShape, releasedAt: Instant }),
  ),
  sightingCount: Type.Integer(),
  status: ItemStatus,
});

interface Ports {
  readonly itemStore: ItemStore;
  readonly contestStore: ContestStore;
  readonly cache: Cache;
  readonly now: () => Date;
}

/** `GET /items/{code}`: the face an item shows to anybody who holds it. */
export const publicItems: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { itemStore, now } = ports;
  app.get(
    "/items/:code",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: CodeParams,
        response: { 200: PublicItemShape, ...problems },
      },
    },
    async ({ params }) => {
      const code = await codeOf(params.code, itemStore);
      const item = await knownItem(code, ports);
      if (!item) throw await unknownItem(params.code, itemStore);
      const { closedAt } = item.study;
      const closed = closedAt !== null && closedAt <= now();
      return { ...item, study: { ...item.study, closed }, contest: openContest(item) };
    },
  );

  function openContest({ announced }: KnownItem) {
    return announced && announced.opensAt <= now() && now() < announced.closesAt
      ? { closesAt: announced.closesAt }
      : null;
  }
};
