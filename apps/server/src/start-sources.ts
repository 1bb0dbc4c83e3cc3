import {
  type NetworkSource,
  type NetworkSourcePorts,
  type RunningSource,
  startNetworkSource,
} from "./network-source.ts";

export interface SourcesPorts extends NetworkSourcePorts {
  /** The sources as administrators described them, as of now. */
  readonly list: () => Promise<readonly NetworkSource[]>;
}

/** The networks from which messages flow. */
export interface Sources {
  running(protocol: string): readonly RunningSource[];
  close(): Promise<void>;
}

const EVERY_MILLISECONDS = 5_000;

/** Listens to every source that has an address to listen at, as they come, change and go. */
export function startSources(ports: SourcesPorts): Sources {
  const running = new Map<string, RunningSource>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let turn = run();

  async function run(): Promise<void> {
    try {
      await bringInLine();
    } catch (error) {
      ports.log.warn({ error: String(error) }, "the sources could not be read");
    }
    if (isClosed) return;
    timer = setTimeout(() => {
      turn = run();
    }, EVERY_MILLISECONDS);
  }

  /** A source that was changed is another one. */
  async function bringInLine(): Promise<void> {
    const sources = await ports.list();
    const wanted = new Map(sources.map((source) => [JSON.stringify(source), source]));
    for (const key of [...running.keys()].filter((one) => !wanted.has(one)))
      await stop(key, sources);
    if (isClosed) return;
    for (const [key, source] of wanted)
      if (!running.has(key)) running.set(key, startOrSilent(source, ports));
  }

  async function stop(key: string, sources: readonly NetworkSource[]): Promise<void> {
    const old = running.get(key);
    running.delete(key);
    const isGone = sources.every(({ id }) => id !== old?.source.id);
    await (isGone ? old?.leave() : old?.close());
  }

  return {
    running: (protocol) =>
      [...running.values()].filter(({ source }) => source.protocol === protocol),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await turn;
      await Promise.all([...running.values()].map((source) => source.close()));
    },
  };
}

/** What cannot even be begun must not keep the others from it; it is tried again once it is changed. */
function startOrSilent(source: NetworkSource, ports: SourcesPorts): RunningSource {
  try {
    return startNetworkSource(source, ports);
  } catch (error) {
    ports.log.error({ source: source.id, error: String(error) }, "a source cannot be listened to");
    const nothing = async () => {};
    return { source, mqtt: undefined, close: nothing, leave: nothing };
  }
}
