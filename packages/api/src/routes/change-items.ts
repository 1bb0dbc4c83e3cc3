import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Item, ItemStore, StudyRole } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { codeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { ItemName, ItemNote, ItemShape } from "../item-shapes.ts";
import { ProblemError } from "../problem.ts";
import { CodeParams, Id, Instant, InstantText, nullable, oneOf, problems } from "../shapes.ts";

const Changes = Type.Object(
  {
    name: Type.Optional(ItemName),
    note: Type.Optional(ItemNote),
    itemTypeId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
const Fate = nullable(oneOf(["lost", "retrieved"]));
const NewFate = Type.Object(
  {
    fate: Fate,
    happenedAt: Type.Optional(InstantText),
    note: Type.Optional(ItemNote),
  },
  { additionalProperties: false },
);
const FateShape = Type.Object({
  fate: Fate,
  happenedAt: Instant,
  note: Type.String(),
  recordedAt: Instant,
  recordedBy: Type.String(),
});

type CodeRequest = FastifyRequest<{ Params: { code: string } }>;

/** `/items/{code}`: name, notes, type, and what became of it; nothing recorded is lost. */
export const changeItems: FastifyPluginAsyncTypebox<{
  itemStore: ItemStore;
  now: () => Date;
}> = async (app, { itemStore, now }) => {
  const schema = { tags: ["items"], params: CodeParams };

  app.patch(
    "/items/:code",
    {
      config: { access: "researcher" },
      schema: { ...schema, body: Changes, response: { 200: ItemShape, ...problems } },
    },
    async (request) => {
      const { id } = await found(request, "editor");
      const changed = await edit(request, { kind: "item", id, current: () => read(request) }, () =>
        itemStore.change(id, request.body),
      );
      if (changed === "name-taken")
        throw new ProblemError("conflict", { detail: "another item of the study has this name" });
      if (changed === "type-unknown")
        throw new ProblemError("request-invalid", {
          detail: "the study has no item type with this itemTypeId",
        });
      return present(changed);
    },
  );

  app.get(
    "/items/:code/fates",
    {
      config: { access: "researcher" },
      schema: { ...schema, response: { 200: Type.Array(FateShape), ...problems } },
    },
    async (request) => [...(await itemStore.listFates((await found(request, "viewer")).id))],
  );

  app.post(
    "/items/:code/fates",
    {
      config: { access: "researcher" },
      schema: { ...schema, body: NewFate, response: { 201: ItemShape, ...problems } },
    },
    async (request, reply) => {
      const { id } = await found(request, "editor");
      const { fate, happenedAt, note = "" } = request.body;
      const recorded = await edit(request, { kind: "item", id, current: () => read(request) }, () =>
        itemStore.recordFate(id, {
          fate,
          happenedAt: happenedAt ? new Date(happenedAt) : now(),
          note,
          recordedBy: requireKnown(request).name,
        }),
      );
      return reply.status(201).send(present(recorded));
    },
  );

  async function read(request: CodeRequest): Promise<Item | undefined> {
    const code = await codeOf(request.params.code, itemStore);
    const [item] = await itemStore.list({ studies: "all", code }, { after: undefined, limit: 1 });
    return item;
  }

  async function found(request: CodeRequest, role: StudyRole): Promise<Item> {
    const item = present(await read(request));
    requireRole(request, item.studyId, role);
    return item;
  }
};

function present(item: Item | undefined): Item {
  if (!item) throw new ProblemError("not-found");
  return item;
}
