/** The first bytes of an input choose the circumstances, the rest is what comes. */
import { existsSync, readFileSync } from "node:fs";
import { protocolNamed, pushProtocolNamed, type Settings } from "@zpr/protocols";
import { type Circumstances, checkPush, checkStream } from "./promises.ts";
import { SEALS } from "./seals.ts";

/** How many bytes at the head of an input choose. */
const CHOICES = 3;
const SEALED = 0x80;

const RECEIVED_AT = new Date("2026-06-19T12:00:00Z");
const SOME_ID = "356307042441013";
const CONTENT_TYPES = ["application/json", "application/xml", "text/xml", "text/plain"];
const QUERIES = [{}, { event: "up" }, { event: "location" }, { event: "status" }, { id: "x" }];

/** How many bytes of a frame stand before and behind the content that a seal closes. */
const FRAMES: Readonly<Record<string, { readonly head: number; readonly tail: number }>> = {
  teltonika: { head: 8, tail: 4 },
  gt06: { head: 3, tail: 4 },
  meitrack: { head: 7, tail: 5 },
};

interface Variant {
  readonly settings?: Settings;
  readonly context?: string;
}

interface Sample extends Variant {
  readonly hex: string;
}

/** Checks what a kind of tracker promises on one input; throws where it breaks. */
export function checkInput(name: string): (input: Buffer) => void {
  const variants = variantsIn(samplesOf(name));
  const protocol = protocolNamed(name);
  const pushed = pushProtocolNamed(name);
  if (!protocol && !pushed) throw new Error(`no kind of tracker is called ${name}`);
  return (input) => {
    if (input.length < CHOICES) return;
    const around = circumstances(input, variants);
    const content = Buffer.from(input.subarray(CHOICES));
    const seal = (input[2] ?? 0) & SEALED ? SEALS[name] : undefined;
    const bytes = seal?.(content) ?? content;
    if (protocol) checkStream(protocol, bytes, around);
    else if (pushed) checkPush(pushed, bytes, around);
  };
}

/** Inputs to begin with: the samples of a protocol, each in its own circumstances, as they are and unsealed; and texts. */
export function seedsOf(name: string): readonly Buffer[] {
  return [...framesOf(name), ...textsOf(name)];
}

/** What services push, as each of the content types and queries. */
function textsOf(name: string): readonly Buffer[] {
  const texts: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(new URL("./seeds.json", import.meta.url), "utf8"),
  );
  return (texts[name] ?? []).flatMap((text) =>
    QUERIES.map((_, other) => Buffer.concat([Buffer.from([0, 0, other]), Buffer.from(text)])),
  );
}

function framesOf(name: string): readonly Buffer[] {
  const samples = samplesOf(name);
  const variants = variantsIn(samples);
  const { head = 0, tail = 0 } = FRAMES[name] ?? {};
  return samples.flatMap((sample) => {
    const bytes = Buffer.from(sample.hex, "hex");
    const variant = Math.max(0, variants.indexOf(sample));
    const content = bytes.subarray(head, Math.max(head, bytes.length - tail));
    return [
      Buffer.concat([Buffer.from([variant, 6, 0]), bytes]),
      Buffer.concat([Buffer.from([variant, 6, SEALED]), content]),
    ];
  });
}

/** Settings and contexts that the samples of a protocol come with; the first is nothing. */
function variantsIn(samples: readonly Sample[]): readonly Variant[] {
  return [{}, ...samples.filter(({ settings, context }) => settings || context)];
}

function samplesOf(name: string): readonly Sample[] {
  const file = new URL(`../packages/protocols/src/${name}/frames.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

function circumstances(input: Buffer, variants: readonly Variant[]): Circumstances {
  const [variant = 0, piece = 0, other = 0] = input;
  const { settings = {}, context = null } = variants[variant % variants.length] ?? {};
  return {
    about: { receivedAt: RECEIVED_AT, transport: "tcp", context, settings },
    uniqueId: other % 2 === 0 ? SOME_ID : null,
    pieceBytes: 1 + (piece % 64),
    contentType: CONTENT_TYPES[other % CONTENT_TYPES.length] ?? "",
    query: QUERIES[other % QUERIES.length] ?? {},
  };
}
