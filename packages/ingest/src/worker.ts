import type { Log } from "@zpr/ports";

/** Something that works whenever there is work, until it is stopped. */
export interface Worker {
  /** Says that there may be work. */
  ring(): void;
  /** Resolves when all work there was is done. */
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
  let stopping = false;
  let rung = true;
  let wake = () => {};
  let resting: (() => void)[] = [];

  async function run(): Promise<void> {
    while (!stopping) {
      if (!rung) await sleep(everyMilliseconds);
      rung = false;
      await workAll().catch(async (error: unknown) => {
        log.error({ worker: name, error: String(error) }, "work failed and will be tried again");
        await sleep(PAUSE_AFTER_FAILURE_MILLISECONDS);
        rung = true;
      });
    }
  }

  async function workAll(): Promise<void> {
    let more = true;
    while (more && !stopping) more = await work();
    if (!rung) for (const rest of resting.splice(0)) rest();
  }

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((awake) => {
      const timer = setTimeout(awake, milliseconds);
      wake = () => {
        clearTimeout(timer);
        awake();
      };
    });
  }

  const running = run();
  return {
    ring() {
      rung = true;
      wake();
    },
    idle: () =>
      new Promise((rest) => {
        resting = [...resting, rest];
        rung = true;
        wake();
      }),
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
