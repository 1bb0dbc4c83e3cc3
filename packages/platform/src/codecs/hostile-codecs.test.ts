import { afterAll, describe, expect, it } from "vitest";
import { quickJsCodecRunner } from "./quickjs-codec-runner.ts";

const runner = quickJsCodecRunner();
afterAll(() => runner.close());

const UPLINK = {
  name: "decodeUplink",
  bytes: Buffer.from("01c8", "hex"),
  port: 2,
  receivedAt: new Date("2026-06-19T12:00:00Z"),
  variables: { offset: "5" },
} as const;

const GOOD = "function decodeUplink() { return { data: { fine: true } }; }";
const JSON_BOMB = "function decodeUplink() { JSON.parse('['.repeat(1e6)); }";
const ILL_SCOPE = `export const nothing = 0;
Object.defineProperty(globalThis, "decodeUplink", { get() { throw new Error("not for you"); } });`;

const decode = (source: string) => runner.run(source, UPLINK);
const body = (text: string) => decode(`function decodeUplink(input) { ${text} }`);

describe("a codec that goes too far", () => {
  it.each([
    ["an endless loop", "for (;;);", "longer than 50 ms"],
    [
      "an endless loop that catches what it can",
      "for (;;) try { for (;;); } catch {}",
      "longer than 50 ms",
    ],
    [
      "a catastrophe of a regular expression",
      "/^(a+)+$/.test('a'.repeat(40) + 'b')",
      "longer than 50 ms",
    ],
    ["a bomb of memory", "const a = []; for (;;) a.push(new Uint8Array(1e6))", "out of memory"],
    ["a buffer beyond the limit", "new Uint8Array(2e7)", "out of memory"],
    ["deep recursion", "(function f() { f(); })()", "stack overflow"],
    ["a giant answer", "return { data: { x: 'x'.repeat(70000) } }", "more than 65536 characters"],
    [
      "an answer of too many values",
      "return { data: new Array(6000).fill(1) }",
      "more than 5000 values",
    ],
    [
      "a deep answer",
      "let o = {}; for (let i = 0; i < 20; i++) o = { o }; return o",
      "levels deep",
    ],
    ["an answer in a circle", "const o = {}; o.o = o; return o", "circular"],
    ["a throwing getter", "return { get data() { throw new Error('no data') } }", "no data"],
    ["an endless getter", "return { get data() { for (;;); } }", "longer than 50 ms"],
    ["an async answer", "return (async () => ({ data: {} }))()", "a promise in place of an answer"],
    ["a promise", "return Promise.resolve({ data: {} })", "a promise in place of an answer"],
    ["an endless then", "return { get then() { for (;;); } }", "longer than 50 ms"],
    ["no object", "return 'text'", "gives no object"],
    ["an error of its own", "throw new RangeError('too short')", "RangeError: too short"],
    [
      "an error that cannot be said",
      "throw { toString() { throw 1 }, toJSON() { throw 2 } }",
      "cannot be said",
    ],
  ])("by %s fails, and says how", async (_what, text, reason) => {
    const run = await body(text);
    expect(run).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("is ended with its thread when it does not even listen, and left alone; others go on", async () => {
    const endless = "function decodeUplink() { Array(4294967295).join('a'); }";
    expect(await decode(endless)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("heeded no limit"),
    });
    const began = performance.now();
    expect(await decode(endless)).toMatchObject({ reason: expect.stringContaining("rests") });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await body("return { data: { fine: true } }")).toMatchObject({ ok: true });
  });

  it("rests for its owner alone, since others may have it from the same maker", async () => {
    const slow = "function decodeUplink({ fPort }) { if (fPort === 9) for (;;); return {}; }";
    for (let time = 0; time < 3; time++) await runner.run(slow, { ...UPLINK, port: 9 }, "1");
    expect(await runner.run(slow, UPLINK, "1")).toMatchObject({ ok: false, isResting: true });
    expect(await runner.run(slow, UPLINK, "2")).toMatchObject({ ok: true });
  });

  it.each([
    ["nests deeper than any stack", { source: JSON_BOMB }, "stack overflow"],
    ["is ill before it is called", { source: ILL_SCOPE }, "not for you"],
    [
      "gets what cannot be said in JSON",
      { source: GOOD, variables: { n: 1n } },
      "broke the sandbox",
    ],
  ])("that %s leaves a whole sandbox to the next", async (_what, { source, ...more }, reason) => {
    expect(await runner.run(source, { ...UPLINK, ...more })).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
    expect(await decode(GOOD)).toMatchObject({ ok: true, answer: { data: { fine: true } } });
  });
});

describe("a codec that means ill", () => {
  it.each([
    'return JSON.parse(\'{"data": {"__proto__": {"isAdministrator": true}, "a": 1}}\')',
    "Object.prototype.isAdministrator = true; return { data: { a: 1 } }",
    "return { data: new Proxy({ a: 1 }, { getPrototypeOf() { return null } }) }",
  ])("leaves no trace in our objects: %s", async (text) => {
    const run = await body(text);
    expect(run).toMatchObject({ ok: true, answer: { data: { a: 1 } } });
    const { data } = Object(run.ok && run.answer);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.keys(data)).toEqual(["a"]);
    expect({ ...data }.isAdministrator).toBeUndefined();
    expect(Object({}).isAdministrator).toBeUndefined();
  });

  it.each([
    'JSON.stringify = () => \'{"answer": {"forged": 1}}\'; return { data: {} }',
    "JSON.parse = () => ({}); Array.prototype.push = () => { throw 1 }; String = 0; return { data: {} }",
  ])("changes the language for itself alone: %s", async (text) => {
    expect(await body(text)).toMatchObject({ ok: true, answer: { data: {} } });
  });

  it("gets no turn after its answer", async () => {
    const run = await body(
      "Promise.resolve().then(function again() { return Promise.resolve().then(again); }); return { data: { a: '\\ud800' } }",
    );
    expect(run).toMatchObject({ ok: true, answer: { data: { a: "\ufffd" } } });
    expect(await decode("export const x = await new Promise(() => {});")).toMatchObject({
      ok: false,
      reason: "the codec waits for something",
    });
  });

  it("finds nothing of the host", async () => {
    const names = ["process", "fetch", "setTimeout", "WebAssembly", "std", "os", "Deno", "Worker"];
    const seen = `[${names.map((name) => `typeof ${name}`)}, typeof (() => {}).constructor("return this")().process]`;
    const run = await body(`return { data: { seen: ${seen} } }`);
    expect(run).toMatchObject({ ok: true });
    expect(new Set(Object(run.ok && run.answer).data.seen)).toEqual(new Set(["undefined"]));
    expect(await body("require('fs')")).toMatchObject({ reason: expect.stringContaining("fs") });
    expect(await decode("import fs from 'fs'; export function decodeUplink() {}")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("cannot load fs"),
    });
  });

  it("remembers nothing from one call to the next, nor from one codec to another", async () => {
    const counting = "globalThis.n = (globalThis.n ?? 0) + 1; return { data: { n: globalThis.n } }";
    await body(counting);
    expect(await body(counting)).toMatchObject({ answer: { data: { n: 1 } } });
    expect(await body("return { data: { n: typeof n } }")).toMatchObject({
      answer: { data: { n: "undefined" } },
    });
  });

  it("cannot flood the log", async () => {
    const run = await body(
      "for (let i = 0; i < 1000; i++) console.log('line'.repeat(100), i); return { data: {} }",
    );
    expect(run.logs).toHaveLength(50);
    expect(run.logs[0]).toHaveLength(300);
  });
});
