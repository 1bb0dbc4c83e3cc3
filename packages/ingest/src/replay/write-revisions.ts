import type { FixRow, ReplayBatch } from "@zpr/ports";
import type { ReadableMessage } from "../decode.ts";
import { RIM } from "../judge.ts";
import { changesOf, toCaller } from "../news.ts";
import type { Group, Reading, Revised } from "./reading.ts";
import type { Revision } from "./revision.ts";

/** Writes what is another than before, and nothing else. */
export async function writeRevisions(
  batch: ReplayBatch,
  revised: readonly Revised[],
  { reading, strangers }: { readonly reading: Reading; readonly strangers: readonly Group[] },
): Promise<void> {
  const isNews = ({ message }: ReadableMessage) => reading.isNews(message.id, null);
  await batch.undecodable(
    reading.problems
      .filter(({ message, reason }) => reading.isNews(message.id, reason))
      .map(({ message, reason }) => ({ rawMessageId: message.id, reason })),
  );
  await batch.pinCodecs(reading.pins);
  await batch.decoded(reading.readable.filter(isNews).map(({ message }) => message.id));
  // Messages that could be read before were counted then.
  await batch.unknown(
    strangers.flatMap(({ sender, messages }) => {
      const news = messages.filter(isNews);
      return news.length > 0 ? [toCaller(sender, news)] : [];
    }),
  );
  await writeFixes(
    batch,
    revised.filter(({ fixes, messages }) => fixes.length > 0 || messages.some(isNews)),
  );
}

async function writeFixes(batch: ReplayBatch, touched: readonly Revised[]): Promise<void> {
  const revisions = touched.map(({ revision }) => revision);
  await batch.remove(revisions.flatMap(({ gone }) => gone));
  await batch.replace(revisions.flatMap(rowsAfter));
  await batch.reflag(revisions.flatMap(({ reflagged }) => reflagged));
  await batch.heard(
    touched.map(({ tracker, messages, revision: { made, gone } }) => ({
      trackerId: tracker.id,
      heardAt: new Date(Math.max(...messages.map(({ message }) => message.receivedAt.getTime()))),
      fixCount: made.length - gone.length,
      lastFix: null,
      tail: null,
    })),
  );
  await batch.settle(
    touched.map(({ tracker }) => tracker.id),
    RIM.count,
  );
  await batch.journeysChanged(
    touched.flatMap(({ tracker, revision }) =>
      changesOf({
        tracker,
        rows: rowsAfter(revision),
        changed: [...revision.gone, ...revision.reflagged],
      }),
    ),
  );
}

function rowsAfter({ made, altered }: Revision): readonly FixRow[] {
  return [...made, ...altered.map(({ after }) => after)];
}
