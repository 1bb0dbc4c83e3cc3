import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type {
  Change,
  FinderLetters,
  ItemStore,
  ObjectStore,
  PictureMaker,
  PlacedSighting,
  Refusal,
  SightingReviews,
  SightingStore,
} from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { codeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { ProblemError, type ProblemKind } from "../problem.ts";
import type { AnnounceReport } from "../reports/announce-report.ts";
import { NewDecision } from "../reports/decision-shapes.ts";
import { notesOf } from "../reports/notes.ts";
import { photoChanges } from "../reports/photo-changes.ts";
import { requireEditor } from "../reports/readers.ts";
import { SightingShape } from "../reports/sighting-shapes.ts";
import { oneOf, problems } from "../shapes.ts";

const SightingParams = Type.Object({ id: Type.String({ format: "uuid" }) });
const VerdictShape = Type.Object(
  { review: oneOf(["accepted", "rejected"]) },
  { additionalProperties: false },
);
const REFUSALS: Readonly<Record<Refusal, readonly [ProblemKind, string]>> = {
  "sighting-unknown": ["not-found", "there is no such report"],
  "item-unknown": ["item-unknown", "no item has this code"],
  "lead-unfit": [
    "conflict",
    "a report is merged into another one of its item that counts itself, and only while none is merged into it",
  ],
  "photo-changed": ["conflict", "the photo is not the one that was looked at any more"],
  "decision-unknown": ["not-found", "there is no such decision about this report"],
  "decided-since": ["conflict", "something was decided since; take that back first"],
};

interface Ports {
  readonly itemStore: ItemStore;
  readonly sightingStore: SightingStore;
  readonly sightingReviews: SightingReviews;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
  readonly announce: AnnounceReport;
  readonly letters: FinderLetters;
  readonly now: () => Date;
}

/** `/sightings/{id}/decisions`: what editors decide of reports; each can be undone and leaves a trace. */
export const sightingDecisions: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  async function editable(request: FastifyRequest, id: string): Promise<PlacedSighting> {
    const found = await ports.sightingStore.find(id);
    if (!found) throw new ProblemError("not-found");
    requireEditor(request, found);
    return found;
  }

  app.post(
    "/sightings/:id/decisions",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        description:
          "Accept, reject, correct, move to another item, merge into another report, mark or clear as suspicious, decide about a photo, or undo one of these. What the finder said stays readable.",
        params: SightingParams,
        body: NewDecision,
        response: { 200: SightingShape, ...problems },
      },
    },
    async (request) => {
      const { body } = request;
      const found = await editable(request, request.params.id);
      const change = await toChange(request, found, ports);
      const wish = { sighting: found, id: body.id, change, reason: body.reason || null };
      return decide(request, wish, ports);
    },
  );

  app.patch(
    "/sightings/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        description: "Accepts or rejects a report; the same as a decision without a reason",
        params: SightingParams,
        body: VerdictShape,
        response: { 200: SightingShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const sighting = await editable(request, id);
      const kind = request.body.review === "accepted" ? "accept" : "reject";
      const verdict = {
        sighting,
        id: crypto.randomUUID(),
        change: { kind },
        reason: null,
      } as const;
      return decide(request, verdict, ports);
    },
  );
};

interface Wish {
  readonly sighting: PlacedSighting;
  readonly id: string;
  readonly change: Change;
  readonly reason: string | null;
}

async function decide(
  request: FastifyRequest,
  { sighting: found, ...decision }: Wish,
  { sightingStore, sightingReviews, announce, letters, now }: Ports,
): Promise<PlacedSighting> {
  const current = () => sightingStore.find(found.id);
  const outcome = await edit(request, { kind: "sighting", id: found.id, current }, () =>
    sightingReviews.decide({
      ...decision,
      sightingId: found.id,
      by: requireKnown(request).name,
      at: now(),
      letters,
      judge: notesOf,
    }),
  );
  if (typeof outcome === "string") {
    const [kind, detail] = REFUSALS[outcome];
    throw new ProblemError(kind, { detail });
  }
  await announce(outcome);
  if (outcome.studyId !== found.studyId) await announce({ ...outcome, studyId: found.studyId });
  return outcome;
}

async function toChange(
  request: FastifyRequest & { readonly body: Static<typeof NewDecision> },
  found: PlacedSighting,
  ports: Ports,
): Promise<Change> {
  const { body } = request;
  switch (body.kind) {
    case "correct":
      return { kind: "correct", values: toValues(body.values) };
    case "move":
      return { kind: "move", itemCode: await codeOfItem(request, body.itemCode, ports.itemStore) };
    case "merge":
      return { kind: "merge", into: body.into };
    case "photo": {
      const changes = await photoChanges(found.id, body, ports);
      return { kind: "photo", n: body.n, version: body.version, changes };
    }
    case "undo":
      return { kind: "undo", decision: body.decision };
    default:
      return { kind: body.kind };
  }
}

type Values = Extract<Static<typeof NewDecision>, { readonly values: unknown }>["values"];

/** A place that somebody else points out is one on the map. */
function toValues({ seenAt, ...values }: Values) {
  const { position } = values;
  return {
    ...(position !== undefined && {
      positionSource: position ? ("map" as const) : ("none" as const),
      accuracyMetres: null,
    }),
    ...values,
    ...(seenAt !== undefined && { seenAt: new Date(seenAt).toISOString() }),
  };
}

/** The caller must be at home where a report goes, too. */
async function codeOfItem(request: FastifyRequest, text: string, itemStore: ItemStore) {
  const code = await codeOf(text, itemStore);
  const item = await itemStore.findPublic(code);
  if (!item) throw new ProblemError("item-unknown");
  requireRole(request, item.study.id, "editor");
  return code;
}
