import { Readable } from "node:stream";
import type { Split } from "@zpr/protocols";
import { expect, test } from "vitest";
import { frames } from "./frames.ts";

/** A length in one byte, then so many bytes; 0 is noise. */
function split(buffer: Buffer): Split {
  const [length] = buffer;
  if (length === 0) return { kind: "noise", reason: "a frame of nothing" };
  return length === undefined || buffer.length <= length
    ? { kind: "incomplete" }
    : { kind: "frame", length: length + 1 };
}

async function cut(
  chunks: readonly Buffer[],
  by: (buffer: Buffer) => Split = split,
): Promise<readonly string[]> {
  const cutUp: string[] = [];
  for await (const frame of frames(Readable.from(chunks), { split: by }))
    cutUp.push(frame.toString("hex"));
  return cutUp;
}

const STREAM = Buffer.from("01aa03bbbbbb02cccc01dd", "hex");

test("frames are the same wherever the stream was cut in three", async () => {
  for (let first = 0; first <= STREAM.length; first++)
    for (let second = first; second <= STREAM.length; second++)
      expect(
        await cut([
          STREAM.subarray(0, first),
          STREAM.subarray(first, second),
          STREAM.subarray(second),
        ]),
      ).toEqual(["01aa", "03bbbbbb", "02cccc", "01dd"]);
});

test("the beginning of a frame at the end of a stream is nothing", async () => {
  expect(await cut([Buffer.from("01aa03bb", "hex")])).toEqual(["01aa"]);
});

test("frames before noise are given, then the noise is an error with its bytes", async () => {
  const given: string[] = [];
  const reading = (async () => {
    for await (const frame of frames(Readable.from([Buffer.from("01aa00ff", "hex")]), { split }))
      given.push(frame.toString("hex"));
  })();
  await expect(reading).rejects.toMatchObject({
    message: "a frame of nothing",
    bytes: Buffer.from("00ff", "hex"),
  });
  expect(given).toEqual(["01aa"]);
});

test("a frame that does not end is noise, whatever its protocol thinks", async () => {
  const endless = () => ({ kind: "incomplete" }) as const;
  const pieces = (count: number) => Array.from({ length: count }, () => Buffer.alloc(1024));
  expect(await cut(pieces(64), endless)).toEqual([]);
  await expect(cut(pieces(65), endless)).rejects.toThrow("a frame without an end");
});
