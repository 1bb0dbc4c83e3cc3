import { afterAll, describe, expect, it } from "vitest";
import { quickJsCodecRunner } from "./quickjs-codec-runner.ts";

const runner = quickJsCodecRunner();
afterAll(() => runner.close());

const RECEIVED_AT = new Date("2026-06-19T12:00:00Z");
/** A place as 1e-7 degrees in two signed integers, little endian; then millivolts, big endian. */
const BYTES = Buffer.alloc(10);
BYTES.writeInt32LE(512_000_000, 0);
BYTES.writeInt32LE(-44_000_000, 4);
BYTES.writeUInt16BE(3650, 8);

const DECODED = { latitude: 51.2, longitude: -4.4, batteryVolts: 3.65 };

/** The same small codec in the styles in which codecs are published. */
const STYLES = {
  "TS013, with const and arrow functions": `
    const int32 = (b, at) => b[at] | (b[at + 1] << 8) | (b[at + 2] << 16) | (b[at + 3] << 24);
    const decodeUplink = ({ bytes }) => ({
      data: { latitude: int32(bytes, 0) / 1e7, longitude: int32(bytes, 4) / 1e7, batteryVolts: ((bytes[8] << 8) | bytes[9]) / 1000 },
      warnings: [], errors: [],
    });
    const encodeDownlink = (input) => ({ bytes: [input.data.minutes >> 8, input.data.minutes & 255], fPort: 9 });`,
  "ES5, with global tables, and eating its bytes": `
    var FIELDS = [["latitude", 4, 1e7], ["longitude", 4, 1e7]];
    function decodeUplink(input) {
      var data = {}, i, k, n;
      for (i = 0; i < FIELDS.length; i++) {
        n = 0;
        for (k = 0; k < FIELDS[i][1]; k++) n |= input.bytes.shift() << (8 * k);
        data[FIELDS[i][0]] = n / FIELDS[i][2];
      }
      data.batteryVolts = (input.bytes.shift() * 256 + input.bytes.shift()) / 1000;
      return { data: data };
    }
    function encodeDownlink(input) { return { fPort: 9, bytes: [input.data.minutes >> 8, input.data.minutes & 0xff], errors: [] }; }`,
  "The Things Stack V2": `
    function Decoder(bytes, port) {
      if (port !== 2) return {};
      var view = new DataView(new Uint8Array(bytes).buffer);
      return { latitude: view.getInt32(0, true) / 1e7, longitude: view.getInt32(4, true) / 1e7, batteryVolts: view.getUint16(8) / 1000 };
    }
    function Encoder(object, port) { return [object.minutes >> 8, object.minutes & 255]; }`,
  "ChirpStack v3": `
    function Decode(fPort, bytes, variables) {
      var hex = bytes.map(function (b) { return b.toString(16).padStart(2, "0"); });
      var signed = function (from) { return parseInt(hex.slice(from, from + 4).reverse().join(""), 16) | 0; };
      return { latitude: signed(0) / 1e7, longitude: signed(4) / 1e7, batteryVolts: parseInt(hex.slice(8).join(""), 16) / 1000 };
    }
    function Encode(fPort, obj, variables) { return [obj.minutes >> 8, obj.minutes & 255]; }`,
  "CommonJS, with Node's Buffer": `
    "use strict";
    const { Buffer: Bytes } = require("buffer");
    function decodeUplink(input) {
      const buffer = Bytes.from(input.bytes);
      console.log("decoding", buffer.toString("hex"));
      return { data: { latitude: buffer.readInt32LE(0) / 1e7, longitude: buffer.readInt32LE(4) / 1e7, batteryVolts: buffer.slice(8).readUInt16BE() / 1e3 } };
    }
    function encodeDownlink({ data }) {
      const bytes = Buffer.alloc(2);
      bytes.writeUInt16BE(data.minutes);
      return { bytes, fPort: 9 };
    }
    module.exports = { decodeUplink, encodeDownlink };`,
  "CommonJS, under a driver": `
    exports.driver = {
      decodeUplink: function (input) { return { data: this.read(input.bytes) }; },
      encodeDownlink: function (input) { return { fPort: 9, bytes: new Uint8Array([input.data.minutes >> 8, input.data.minutes]) }; },
      read: function (b) {
        const of = (at) => Number(BigInt.asIntN(32, b.slice(at, at + 4).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)));
        return { latitude: of(0) / 1e7, longitude: of(4) / 1e7, batteryVolts: (b[8] * 256 + b[9]) / 1000 };
      },
    };`,
  "an ES module": `
    import { Buffer } from "buffer";
    const places = ["latitude", "longitude"];
    export function decodeUplink({ bytes }) {
      const data = {};
      for (const [index, name] of places.entries()) data[name] = Buffer.from(bytes).readInt32LE(4 * index) / 1e7;
      return { data: { ...data, batteryVolts: Buffer.from(bytes).readUIntBE(8, 2) / 1000 } };
    }
    export default { encodeDownlink: ({ data }) => ({ bytes: [data.minutes >> 8, data.minutes & 255], fPort: 9 }) };`,
  "minified, by a bundler":
    '!function(t,e){"object"==typeof exports&&"object"==typeof module?module.exports=e():t.codec=e()}(this,(()=>(()=>{"use strict";var t={7:(t,e)=>{e.r=(t,e)=>new DataView(Uint8Array.from(t).buffer).getInt32(e,!0)/1e7}},e={};function n(r){var o=e[r];if(void 0!==o)return o.exports;var i=e[r]={exports:{}};return t[r](i,i.exports,n),i.exports}var r={};return(()=>{var t=r,e=n(7);t.decodeUplink=t=>({data:{latitude:e.r(t.bytes,0),longitude:e.r(t.bytes,4),batteryVolts:(t.bytes[8]<<8|t.bytes[9])/1e3}}),t.encodeDownlink=({data:{minutes:t}})=>({bytes:[t>>8,255&t],fPort:9})})(),r})()));',
};

describe.each(Object.entries(STYLES))("%s", (_style, source) => {
  it("decodes, whatever it does to its bytes", async () => {
    const uplink = { bytes: BYTES, port: 2, receivedAt: RECEIVED_AT, variables: {} };
    for (let time = 0; time < 2; time++)
      expect(await runner.run(source, { name: "decodeUplink", ...uplink })).toMatchObject({
        ok: true,
        answer: { data: DECODED },
      });
  });

  it("encodes, and tells what it can", async () => {
    const downlink = { data: { minutes: 260 }, port: 9, variables: {} };
    expect(await runner.run(source, { name: "encodeDownlink", ...downlink })).toMatchObject({
      ok: true,
      answer: { bytes: [1, 4], fPort: 9 },
    });
    expect(await runner.run(source, { name: "inspect" })).toMatchObject({
      answer: ["decodeUplink", "encodeDownlink"],
    });
  });
});

describe("what a codec is given", () => {
  const uplink = {
    name: "decodeUplink",
    bytes: Buffer.from("c3a9ff00", "hex"),
    port: 7,
    receivedAt: RECEIVED_AT,
    variables: { site: "Antwerp" },
  } as const;

  it("is TS013's input and ChirpStack's variables", async () => {
    const source = `function decodeUplink(input) {
      return { data: { ...input, isList: Array.isArray(input.bytes), year: input.recvTime.getUTCFullYear() } };
    }`;
    expect(await runner.run(source, uplink)).toMatchObject({
      answer: {
        data: {
          bytes: [0xc3, 0xa9, 0xff, 0],
          fPort: 7,
          recvTime: "2026-06-19T12:00:00.000Z",
          year: 2026,
          isList: true,
          variables: { site: "Antwerp" },
        },
      },
    });
  });

  it("has as much of Node's Buffer as codecs use, and answers as Node does", async () => {
    const expressions = [
      'Buffer.from("c3a9", "hex").toString()',
      'Buffer.from("aGk_", "base64url").toString("base64")',
      'Buffer.from("hé").toString("hex")',
      'Buffer.from([1, 2, 3]).toString("base64")',
      'Buffer.concat([Buffer.from([1]), Buffer.from([2])]).equals(Buffer.from("0102", "hex"))',
      "Buffer.from([255, 254]).readInt16BE()",
      "Buffer.from([255, 254, 1]).readIntLE(0, 3)",
      "Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).readBigUInt64LE(0).toString()",
      "Buffer.from([0, 0, 128, 63]).readFloatLE(0)",
      'Buffer.alloc(3, 7).toJSON?.().type ?? "Buffer"',
      "(() => { const b = Buffer.alloc(4); b.writeUInt16LE(500, 1); return [...b] })()",
      "Buffer.from([1, 2, 3]).slice(-2)[0]",
      "Buffer.isBuffer(Buffer.from([1]).subarray(0, 1))",
      'Buffer.byteLength("é")',
      'Buffer.from([200, 104]).toString("latin1")',
    ];
    const source = `function decodeUplink() { return { data: { said: [${expressions}] } }; }`;
    const here = expressions.map((expression) =>
      new Function("Buffer", `return ${expression}`)(Buffer),
    );
    expect(await runner.run(source, uplink)).toMatchObject({ answer: { data: { said: here } } });
  });

  it("does not matter to what it throws away: bigints become numbers, dates texts, and no number null", async () => {
    const source =
      "function decodeUplink() { return { data: { big: 12n, at: new Date(0), none: NaN, gone: undefined, list: new Uint8Array(2) } }; }";
    expect(await runner.run(source, uplink)).toMatchObject({
      answer: { data: { big: 12, at: "1970-01-01T00:00:00.000Z", none: null, list: [0, 0] } },
    });
  });
});
