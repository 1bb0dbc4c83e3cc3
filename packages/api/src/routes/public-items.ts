import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ItemStore } from "@zpr/ports";
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
  study: Type.Object({ id: Id, name: Type.String(), simulated: Type.Boolean() }),
  release: nullable(
    Type.Object({ place: Type.String(), position: PositionShape, releasedAt: Instant }),
  ),
  sightingCount: Type.Integer(),
  status: ItemStatus,
});

/** `GET /items/{code}`: the face an item shows to anybody who holds it. */
export const publicItems: FastifyPluginAsyncTypebox<{ itemStore: ItemStore }> = async (
  app,
  { itemStore },
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
      return item;
    },
  );
};
