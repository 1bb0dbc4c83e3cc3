import type { Alarm, LiveEvents, Log, WatchedStudy, WatchLog } from "@zpr/ports";
import { writeMails } from "../mail/write-mails.ts";
import { judgeStudy } from "./judge-study.ts";

export interface WatchPorts {
  readonly watchLog: WatchLog;
  readonly liveEvents: LiveEvents;
  readonly log: Log;
  readonly now: () => Date;
  /** The origin under which people reach the lab. */
  readonly publicUrl: string;
}

/** After a longer break without a look we were deaf ourselves: nobody was silent meanwhile. */
const LONGEST_BREAK_MILLISECONDS = 15 * 60_000;

/**
 * Looks at every tracker of every study once: raises what is amiss, ends what is over. A study that
 * cannot be looked at does not keep the others from it; it has its turn again with the next look.
 */
export async function look(ports: WatchPorts): Promise<void> {
  const now = ports.now();
  const listeningSince = await ports.watchLog.look(now, LONGEST_BREAK_MILLISECONDS);
  for (const study of await ports.watchLog.studies())
    try {
      await lookAtStudy(study, { now, listeningSince }, ports);
    } catch (error) {
      ports.log.error({ studyId: study.id, error: String(error) }, "a study is not watched");
    }
}

async function lookAtStudy(
  study: WatchedStudy,
  moment: { readonly now: Date; readonly listeningSince: Date },
  { watchLog, liveEvents, log, publicUrl }: WatchPorts,
): Promise<void> {
  const trackers = await watchLog.trackers(study.id, moment.now);
  const outcome = await judgeStudy(study, trackers, { ...moment, watchLog });
  const isNothing = [outcome.seen, outcome.raised, outcome.ended].every(
    (list) => list.length === 0,
  );
  if (isNothing) return;
  const names = new Map(trackers.map(({ id, name }) => [id, name]));
  const { raised, ended } = await watchLog.save(outcome, (alarms, recipients) =>
    writeMails({ study, publicUrl, names }, alarms, recipients),
  );
  for (const alarm of raised) tell(alarm, "raised", liveEvents);
  for (const alarm of ended) tell(alarm, "ended", liveEvents);
  if (raised.length > 0) log.info({ studyId: study.id, raised: raised.length }, "alarms raised");
}

function tell(alarm: Alarm, status: "raised" | "ended", liveEvents: LiveEvents): void {
  const { studyId, trackerId, id: alarmId, kind } = alarm;
  liveEvents.publish({ kind: "alarm", studyId, trackerId, alarmId, alarm: kind, status });
}
