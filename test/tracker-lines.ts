import { setTimeout as pause } from "node:timers/promises";
import {
  callServer,
  type PushLine,
  push,
  type Speech,
  speakerNamed,
  type TrackerCall,
  type TrackerRecord,
} from "@zpr/simulator";

/** How often a tracker loses its network in the middle of a message. */
const BREAKS_OFF = 0.05;
const AGAIN_MILLISECONDS = 50;
const NOTHING = Buffer.alloc(0);

/** A tracker's way to the server: what is not taken is sent again, the same bytes, until it is. */
export interface TrackerLine {
  deliver(records: readonly TrackerRecord[]): Promise<void>;
  hangUp(): void;
}

export interface CallLineOptions {
  readonly transport: "tcp" | "udp";
  readonly uniqueId: string;
  /** Ports of the gateways it may call. */
  readonly ports: readonly number[];
  readonly timeoutMilliseconds: number;
}

/** A tracker that calls one gateway or another, and loses its network now and then. */
export function callLine(speech: Speech, options: CallLineOptions): TrackerLine {
  const { transport, uniqueId, ports, timeoutMilliseconds } = options;
  const speaker = speakerNamed(uniqueId);
  let call: TrackerCall | undefined;

  async function attempt(messages: readonly Buffer[]): Promise<boolean> {
    const port = ports[Math.floor(Math.random() * ports.length)] ?? 0;
    try {
      call ??= await callServer(
        { host: "127.0.0.1", port },
        { speech, speaker, transport, timeoutMilliseconds },
      );
      if (Math.random() < BREAKS_OFF) call.breakOff(messages[0] ?? NOTHING);
      await call.deliver(messages);
      return true;
    } catch {
      hangUp();
      return false;
    }
  }

  function hangUp(): void {
    call?.close();
    call = undefined;
  }

  return {
    hangUp,
    async deliver(records) {
      const messages = speech.report(records, speaker);
      while (!(await attempt(messages))) await pause(AGAIN_MILLISECONDS);
    },
  };
}

/** A tracker whose messages a service pushes, again and again until the server takes them. */
export function pushedLine(line: PushLine, uniqueId: string): TrackerLine {
  const speaker = speakerNamed(uniqueId);
  const attempt = (bodies: readonly Buffer[]) =>
    push(line, bodies).then(
      () => true,
      () => false,
    );
  return {
    hangUp: () => undefined,
    async deliver(records) {
      const bodies = line.speech.report(records, speaker);
      while (!(await attempt(bodies))) await pause(AGAIN_MILLISECONDS);
    },
  };
}
