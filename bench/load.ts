/** A process that is many trackers: each logs in, sends a packet, waits for the answer, sends the next. */
import { connect } from "node:net";
import { encodeLogin } from "@zpr/simulator";
import { imeiOf, packetsOf, placeOf } from "./packets.ts";

/** What the benchmark asks of the load process, as its one parameter. */
export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  /** The number of the first tracker among those that send. */
  readonly from: number;
  readonly recordsPerPacket: number;
  readonly seconds: number;
  readonly startMilliseconds: number;
  /** Whether each tracker drifts somewhere else, as in earnest, or all along one stretch. */
  readonly isSpread: boolean;
}

/** What the load process says when it is done. */
export interface LoadReport {
  readonly records: number;
  readonly seconds: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

if (process.argv[2]) console.log(JSON.stringify(await load(JSON.parse(process.argv[2]))));

async function load(order: LoadOrder): Promise<LoadReport> {
  const waits: number[] = [];
  const began = performance.now();
  const until = began + order.seconds * 1000;
  const trackers = Array.from({ length: order.connections }, (_, number) =>
    beTracker(order.from + number, order, { until, waits }),
  );
  await Promise.all(trackers);
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  return {
    records: waits.length * order.recordsPerPacket,
    seconds,
    p50Milliseconds: waits[Math.floor(waits.length * 0.5)] ?? 0,
    p99Milliseconds: waits[Math.floor(waits.length * 0.99)] ?? 0,
  };
}

function beTracker(
  number: number,
  { port, recordsPerPacket, startMilliseconds, isSpread }: LoadOrder,
  { until, waits }: { readonly until: number; readonly waits: number[] },
): Promise<void> {
  const next = packetsOf(
    recordsPerPacket,
    startMilliseconds,
    isSpread ? placeOf(number) : undefined,
  );
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let sentAt = 0;
  return new Promise((done, failed) => {
    socket.on("connect", () => socket.write(encodeLogin(imeiOf(number))));
    socket.on("data", (answer) => {
      const fault = faultOf(answer, recordsPerPacket);
      if (fault) failed(new Error(fault));
      if (answer.length === 4) waits.push(performance.now() - sentAt);
      if (performance.now() >= until) return socket.end();
      sentAt = performance.now();
      return socket.write(next());
    });
    socket.on("close", () => done());
    socket.on("error", failed);
  });
}

/** What is wrong with an answer: 01 to the login, then the number of records to each packet. */
function faultOf(answer: Buffer, recordsPerPacket: number): string | undefined {
  if (answer.length !== 4) return answer[0] === 1 ? undefined : "login refused";
  const accepted = answer.readUInt32BE(0);
  return accepted === recordsPerPacket ? undefined : `only ${accepted} records accepted`;
}
