import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@zpr/ports";

/** Something that works whenever there is work, until it is stopped. */
export interface Worker {
  /** Says that there may be work. */
  ring(): void;
  /** Resolves when all work there was is done, or the worker has stopped. */
  idle(): Promise<void>;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly name: string;
  /** Looks for work this often even if nobody rings: a bell of another process is not heard here. */
  readonly everyMilliseconds: number;
  /** Does some work; true when there may be more. */
  readonly work: () => Promise<boolean>;
  readonly log: Log;
}

const PAUSE_AFTER_FAILURE_MILLISECONDS = 500;

/** Starts a worker. A failure is logged and the work tried again. */
export function startWorker({ name, everyMilliseconds, work, log }: WorkerOptions): Worker {
  const stop = Promise.withResolvers<void>();
  let stopping = false;
  let rung = true;
  let wake = () => {};
  const resting: (() => void)[] = [];

  async function run(): Promise<void> {
    while (!stopping) {
      if (!rung) await sleep();
      rung = false;
      try {
        await workAll();
        if (!rung) rest();
      } catch (error) {
        rung = true;
        log.error({ worker: name, error: String(error) }, "work failed and will be tried again");
        // Deaf to the bell: new work does not mend what failed.
        await Promise.race([
          pause(PAUSE_AFTER_FAILURE_MILLISECONDS, undefined, { ref: false }),
          stop.promise,
        ]);
      }
    }
    rest();
  }

  async function workAll(): Promise<void> {
    let more = true;
    while (more && !stopping) more = await work();
  }

  function rest(): void {
    for (const done of resting.splice(0)) done();
  }

  function sleep(): Promise<void> {
    return new Promise((awake) => {
      const timer = setTimeout(awake, everyMilliseconds);
      wake = () => {
        clearTimeout(timer);
        awake();
      };
    });
  }

  function ring(): void {
    rung = true;
    wake();
  }

  const running = run();
  return {
    ring,
    async idle() {
      if (stopping) return running;
      const done = new Promise<void>((resolve) => resting.push(resolve));
      ring();
      return done;
    },
    async stop() {
      stopping = true;
      stop.resolve();
      wake();
      await running;
    },
  };
}
