import { Worker } from "node:worker_threads";
import type { HeicTask, Pixels } from "./heic-worker.ts";

/** A photo of 48 megapixels takes a few seconds. */
const PATIENCE_MILLISECONDS = 30_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Decodes a HEIC photo by libheif in WebAssembly, as libvips comes without HEVC. One at a time, each
 * in a thread of its own that ends with it; `undefined` when it cannot.
 */
export function decodeHeic(task: HeicTask): Promise<Pixels | undefined> {
  const decoded = turn.then(() => decodeNow(task));
  turn = decoded;
  return decoded;
}

async function decodeNow(workerData: HeicTask): Promise<Pixels | undefined> {
  const worker = new Worker(new URL("./heic-worker.ts", import.meta.url), {
    workerData,
    // What libheif thinks of a file is no line of our log.
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), PATIENCE_MILLISECONDS);
  const pixels = await new Promise<Pixels | undefined>((done) => {
    worker.once("message", done);
    worker.once("error", () => done(undefined));
    worker.once("exit", () => done(undefined));
  });
  clearTimeout(timer);
  await worker.terminate();
  return pixels;
}
