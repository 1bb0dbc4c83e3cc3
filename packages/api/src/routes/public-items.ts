import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ContestStore, ItemStore, PublicItem } from "@zpr/ports";
import { Type } from "typebox";
import { codeOf, unknownItem } from "../asked.ts";
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
  readonly now: () => Date;
}

/** `GET /items/{code}`: the face an item shows to anybody who holds it. */
export const publicItems: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { itemStore, contestStore, now },
) => {
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
      const item = await itemStore.findPublic(code);
      if (!item) throw await unknownItem(params.code, itemStore);
      const { closedAt } = item.study;
      const closed = closedAt !== null && closedAt <= now();
      return { ...item, study: { ...item.study, closed }, contest: await openContest(item) };
    },
  );

  async function openContest({ study }: PublicItem) {
    const contest = study.public ? await contestStore.find(study.id) : undefined;
    return contest && contest.opensAt <= now() && now() < contest.closesAt
      ? { closesAt: contest.closesAt }
      : null;
  }
};
