import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { SightingReport } from "@zpr/model";
import type { FinderLetters, ItemStore, Meter, SightingStore } from "@zpr/ports";
import type { Static } from "typebox";
import { codeOf } from "../asked.ts";
import type { AnnounceReport } from "../reports/announce-report.ts";
import { notesOf } from "../reports/notes.ts";
import { type ReportLimits, refuseFlood } from "../reports/report-limits.ts";
import { NewSighting, Receipt } from "../reports/sighting-shapes.ts";
import { CodeParams, problems } from "../shapes.ts";

interface Ports {
  readonly itemStore: ItemStore;
  readonly sightingStore: SightingStore;
  readonly announce: AnnounceReport;
  readonly limits: ReportLimits;
  readonly letters: FinderLetters;
  readonly meter: Meter;
  readonly now: () => Date;
}

/** `POST /items/{code}/sightings`: anybody's report of an item, kept whatever is the matter with it. */
export const reports: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { itemStore, sightingStore, announce, limits, letters, meter, now } = ports;
  app.post(
    "/items/:code/sightings",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: CodeParams,
        body: NewSighting,
        response: { 200: Receipt, 201: Receipt, ...problems },
      },
    },
    async ({ params, body, ip }, reply) => {
      await refuseFlood(limits, ip);
      const code = await codeOf(params.code, itemStore);
      const { report, isHoneypot } = toReport(body);
      const receivedAt = now();
      const many = await limits.take(ip, code);
      const { sighting, isNew } = await sightingStore.report({
        code,
        report,
        receivedAt,
        letters,
        judge: (circumstances) => ({
          notes: notesOf(report, receivedAt, circumstances),
          // A simulator's finders all call from one place.
          suspicious: [
            ...(isHoneypot ? (["honeypot"] as const) : []),
            ...(circumstances?.simulated ? [] : many),
          ],
        }),
      });
      const looks = sighting.suspicious.length > 0 ? "suspicious" : "new";
      meter.tally("reports", { outcome: isNew ? looks : "again" });
      if (isNew) await announce(sighting);
      else await limits.giveBack(ip, code);
      return reply.status(isNew ? 201 : 200).send({ ...sighting, code: sighting.itemCode });
    },
  );
};

function toReport({ contact, website, ...body }: Static<typeof NewSighting>): {
  readonly report: SightingReport;
  readonly isHoneypot: boolean;
} {
  const report = {
    ...body,
    seenAt: new Date(body.seenAt),
    position: body.position ?? null,
    accuracyMetres: body.accuracyMetres ?? null,
    note: body.note || null,
    contact: contact
      ? {
          email: contact.email ?? null,
          name: contact.name ?? null,
          newsConsent: contact.newsConsent ?? false,
          contestConsent: contact.contestConsent ?? false,
          questionsConsent: contact.questionsConsent ?? false,
        }
      : null,
  };
  return { report, isHoneypot: Boolean(website) };
}
