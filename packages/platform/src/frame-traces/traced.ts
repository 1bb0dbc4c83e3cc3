import type { FixBatch, FixLog, FrameTraces, LoggedMessage, RawLog } from "@zpr/ports";

/** A raw log whose messages are followed from when they came in until they are durable. */
export function tracedRawLog(rawLog: RawLog, traces: FrameTraces): RawLog {
  return {
    async append(message) {
      const begin = (error?: unknown) =>
        traces.begin(message, {
          name: "keep frame",
          from: message.receivedAt,
          to: new Date(),
          facts: { "zpr.transport": message.transport, "zpr.bytes": message.bytes.length },
          ...(error !== undefined && { error: String(error) }),
        });
      try {
        await rawLog.append(message);
      } catch (error) {
        begin(error);
        throw error;
      }
      begin();
    },
  };
}

/** A store of fixes in which it is noted of each message when it was decoded and recorded. */
export function tracedFixLog(fixLog: FixLog, traces: FrameTraces): FixLog {
  return {
    ...fixLog,
    take: (limit, work, end) => followed((watch) => fixLog.take(limit, watch(work), end), traces),
    enter: (parcels, work) => followed((watch) => fixLog.enter(parcels, watch(work)), traces),
  };
}

type Work<Outcome> = (messages: readonly LoggedMessage[], batch: FixBatch) => Promise<Outcome>;

/** Notes the step of all messages that `work` was given, once their transaction has ended. */
async function followed<Outcome>(
  transaction: (watch: (work: Work<Outcome>) => Work<Outcome>) => Promise<Outcome | undefined>,
  traces: FrameTraces,
): Promise<Outcome | undefined> {
  const taken: LoggedMessage[] = [];
  let from = new Date();
  const note = (error?: unknown) => {
    const step = {
      name: "decode and record",
      from,
      to: new Date(),
      facts: { "zpr.batch": taken.length },
      ...(error !== undefined && { error: String(error) }),
    };
    for (const message of taken) traces.note(message, step);
  };
  try {
    const outcome = await transaction((work) => (messages, batch) => {
      from = new Date();
      taken.push(...messages);
      return work(messages, batch);
    });
    note();
    return outcome;
  } catch (error) {
    note(error);
    throw error;
  }
}
