/**
 * A process that is thousands of Teltonika trackers, told what to do by its parent:
 * connect and log in, all report at once, call again every hour, or send as fast as answered.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { encodeLogin } from "@zpr/simulator";
import { imeiOf, packetsOf } from "./packets.ts";

/** What the parent asks for. */
export type CallersOrder =
  | { readonly do: "connect"; readonly port: number; readonly from: number; readonly count: number }
  /** So many of the connected report at once. */
  | { readonly do: "report"; readonly count: number }
  /** Connect, log in, send, hang up: so many a second. */
  | {
      readonly do: "calls";
      readonly port: number;
      readonly perSecond: number;
      readonly seconds: number;
    }
  /** Frames as fast as they are answered, on so many connections; an echo server gives back what it gets. */
  | {
      readonly do: "frames";
      readonly port: number;
      readonly connections: number;
      readonly seconds: number;
      readonly isEcho: boolean;
    }
  | { readonly do: "hang up" };

/** How long each answer took, in milliseconds, sorted; `failed` were not answered. */
export interface CallersReport {
  readonly waits: readonly number[];
  readonly failed: number;
}

const ADDRESSES = 250;
const AT_ONCE = 200;
const PATIENCE_MILLISECONDS = 15_000;
const YEAR_BEFORE = Date.now() - 300 * 24 * 3_600_000;

const connected: Socket[] = [];
let calls = 0;

process.on("message", (order: CallersOrder) => {
  void obey(order).then((report) => process.send?.(report));
});

async function obey(order: CallersOrder): Promise<CallersReport> {
  if (order.do === "connect") return connectAll(order);
  if (order.do === "report") return reportAtOnce(order.count);
  if (order.do === "calls") return callSteadily(order);
  if (order.do === "frames") return sendFrames(order);
  for (const socket of connected.splice(0)) socket.destroy();
  return { waits: [], failed: 0 };
}

async function connectAll({
  port,
  from,
  count,
}: CallersOrder & { do: "connect" }): Promise<CallersReport> {
  const waits: number[] = [];
  let failed = 0;
  for (let at = 0; at < count; at += AT_ONCE) {
    const some = Array.from(
      { length: Math.min(AT_ONCE, count - at) },
      (_, index) => from + at + index,
    );
    await Promise.all(
      some.map(async (number) => {
        const began = performance.now();
        const socket = await logIn(port, number);
        if (!socket) failed += 1;
        else connected.push(socket);
        waits.push(performance.now() - began);
      }),
    );
  }
  return { waits: sorted(waits), failed };
}

async function reportAtOnce(count: number): Promise<CallersReport> {
  const next = packetsOf(1, YEAR_BEFORE);
  const waits = await Promise.all(connected.slice(0, count).map((socket) => ask(socket, next())));
  return reportOf(waits);
}

async function callSteadily({
  port,
  perSecond,
  seconds,
}: CallersOrder & { do: "calls" }): Promise<CallersReport> {
  const next = packetsOf(1, YEAR_BEFORE);
  const begun: Promise<number | undefined>[] = [];
  const start = performance.now();
  for (let due = 0; due < perSecond * seconds; due++) {
    const late = performance.now() - start - (due / perSecond) * 1000;
    if (late < 0) await pause(-late);
    begun.push(oneCall(port, next()));
  }
  return reportOf(await Promise.all(begun));
}

async function oneCall(port: number, packet: Buffer): Promise<number | undefined> {
  const began = performance.now();
  const socket = await logIn(port, calls++ % 20_000);
  if (!socket) return undefined;
  const wait = await ask(socket, packet);
  socket.destroy();
  return wait === undefined ? undefined : performance.now() - began;
}

async function sendFrames({
  port,
  connections,
  seconds,
  isEcho,
}: CallersOrder & { do: "frames" }): Promise<CallersReport> {
  const until = performance.now() + seconds * 1000;
  const waits: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, async (_, number) => {
      const socket = isEcho ? await openSocket(port, number) : await logIn(port, number);
      if (!socket) throw new Error("a connection was refused");
      const next = packetsOf(1, YEAR_BEFORE);
      while (performance.now() < until) {
        const packet = next();
        waits.push((await ask(socket, packet, isEcho ? packet.length : 4)) ?? Number.NaN);
      }
      socket.destroy();
    }),
  );
  return { waits: sorted(waits), failed: 0 };
}

async function logIn(port: number, number: number): Promise<Socket | undefined> {
  const socket = await openSocket(port, number);
  if (!socket) return undefined;
  return (await ask(socket, encodeLogin(imeiOf(number)), 1)) === undefined ? undefined : socket;
}

/** From many addresses of the loopback network: one alone has too few ports. */
async function openSocket(port: number, number: number): Promise<Socket | undefined> {
  const localAddress = `127.0.1.${1 + (number % ADDRESSES)}`;
  const socket = connect({ host: "127.0.0.1", port, localAddress, noDelay: true });
  socket.on("error", () => socket.destroy());
  const opened = once(socket, "connect").then(
    () => socket,
    () => undefined,
  );
  return Promise.race([opened, once(socket, "close").then(() => undefined)]);
}

/** Milliseconds until so many bytes are answered; undefined when they are not. */
function ask(socket: Socket, bytes: Buffer, length = 4): Promise<number | undefined> {
  const began = performance.now();
  return new Promise((resolve) => {
    let missing = length;
    const end = (wait: number | undefined) => {
      clearTimeout(late);
      socket.off("data", onData);
      socket.off("close", onClose);
      resolve(wait);
    };
    const onData = (chunk: Buffer) => {
      missing -= chunk.length;
      if (missing <= 0) end(performance.now() - began);
    };
    const onClose = () => end(undefined);
    const late = setTimeout(onClose, PATIENCE_MILLISECONDS);
    socket.on("data", onData);
    socket.on("close", onClose);
    socket.write(bytes);
  });
}

function reportOf(waits: readonly (number | undefined)[]): CallersReport {
  const answered = waits.filter((wait) => wait !== undefined);
  return { waits: sorted(answered), failed: waits.length - answered.length };
}

function sorted(waits: readonly number[]): readonly number[] {
  return waits.toSorted((a, b) => a - b);
}
