/** Runs inside the sandbox, for codecs that use Node's Buffer: as much of it as they use. */
(() => {
  const HEX = "0123456789abcdef";
  const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  const fromHex = (text) => {
    const bytes = [];
    for (const [pair] of text.matchAll(/[0-9a-f]{2}/giy)) bytes.push(Number.parseInt(pair, 16));
    return bytes;
  };
  const fromBase64 = (text) => {
    const bytes = [];
    let bits = 0;
    let held = 0;
    for (const sign of text.replace(/-/g, "+").replace(/_/g, "/")) {
      const value = BASE64.indexOf(sign);
      if (value < 0) continue;
      held = ((held << 6) | value) & 0xffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    return bytes;
  };
  const fromUtf8 = (text) => {
    const escaped = encodeURIComponent(text.toWellFormed());
    const bytes = [];
    for (let at = 0; at < escaped.length; at++) {
      const isEscape = escaped[at] === "%";
      bytes.push(
        isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at),
      );
      if (isEscape) at += 2;
    }
    return bytes;
  };
  const fromLatin1 = (text) => Array.from(text, (sign) => sign.charCodeAt(0) & 255);
  const READERS = { hex: fromHex, base64: fromBase64, base64url: fromBase64, ascii: fromLatin1 };
  const bytesOf = (text, encoding = "utf8") =>
    (
      READERS[encoding.toLowerCase()] ??
      (/^(latin1|binary)$/i.test(encoding) ? fromLatin1 : fromUtf8)
    )(text);

  const toHex = (bytes) => bytes.reduce((text, byte) => text + HEX[byte >> 4] + HEX[byte & 15], "");
  const toLatin1 = (bytes) => bytes.reduce((text, byte) => text + String.fromCharCode(byte), "");
  const toBase64 = (bytes) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 3) {
      const group = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      for (let sign = 0; sign < 4; sign++)
        text += at + sign > bytes.length ? "=" : BASE64[(group >> (18 - 6 * sign)) & 63];
    }
    return text;
  };
  const toUtf8 = (bytes) => {
    const escaped = bytes.reduce((text, byte) => `${text}%${HEX[byte >> 4]}${HEX[byte & 15]}`, "");
    try {
      return decodeURIComponent(escaped);
    } catch {
      return toLatin1(bytes);
    }
  };
  const WRITERS = {
    hex: toHex,
    base64: toBase64,
    latin1: toLatin1,
    binary: toLatin1,
    ascii: toLatin1,
  };

  class Buffer extends Uint8Array {
    constructor(value, second, length) {
      if (typeof value === "string") super(bytesOf(value, second));
      else if (value instanceof ArrayBuffer) super(value, second, length);
      else super(value);
    }
    static get [Symbol.species]() {
      return Buffer;
    }
    static from(value, second, length) {
      if (value?.type === "Buffer") return new Buffer(value.data);
      return new Buffer(value, second, length);
    }
    static alloc(length, filling = 0) {
      return new Buffer(length).fill(filling);
    }
    static allocUnsafe(length) {
      return new Buffer(length);
    }
    static isBuffer(value) {
      return value instanceof Buffer;
    }
    static byteLength(value, encoding) {
      return typeof value === "string" ? bytesOf(value, encoding).length : value.byteLength;
    }
    static concat(list) {
      return new Buffer(list.flatMap((one) => Array.from(one)));
    }
    slice(start, end) {
      return this.subarray(start, end);
    }
    toString(encoding = "utf8", start = 0, end = this.length) {
      return (WRITERS[encoding.toLowerCase()] ?? toUtf8)(Array.from(this.subarray(start, end)));
    }
    equals(other) {
      return this.length === other.length && this.every((byte, at) => byte === other[at]);
    }
    copy(target, targetStart = 0, start = 0, end = this.length) {
      const part = this.subarray(start, Math.min(end, start + target.length - targetStart));
      target.set(part, targetStart);
      return part.length;
    }
    write(text, offset = 0, encoding = "utf8") {
      return new Buffer(text, encoding).copy(this, offset);
    }
    readUIntBE(offset, size) {
      let value = 0;
      for (let at = 0; at < size; at++) value = value * 256 + this.readUInt8(offset + at);
      return value;
    }
    readUIntLE(offset, size) {
      let value = 0;
      for (let at = size - 1; at >= 0; at--) value = value * 256 + this.readUInt8(offset + at);
      return value;
    }
    readIntBE(offset, size) {
      return signed(this.readUIntBE(offset, size), size);
    }
    readIntLE(offset, size) {
      return signed(this.readUIntLE(offset, size), size);
    }
    writeUIntBE(value, offset, size) {
      for (let at = size - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256))
        this[offset + at] = rest % 256;
      return offset + size;
    }
    writeUIntLE(value, offset, size) {
      for (let at = 0, rest = value; at < size; at++, rest = Math.floor(rest / 256))
        this[offset + at] = rest % 256;
      return offset + size;
    }
  }
  const signed = (value, size) => (value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value);

  const KINDS = [
    ["UInt8", "Uint8", 1],
    ["Int8", "Int8", 1],
    ["UInt16", "Uint16", 2],
    ["Int16", "Int16", 2],
    ["UInt32", "Uint32", 4],
    ["Int32", "Int32", 4],
    ["Float", "Float32", 4],
    ["Double", "Float64", 8],
    ["BigUInt64", "BigUint64", 8],
    ["BigInt64", "BigInt64", 8],
  ];
  const viewOf = ({ buffer, byteOffset, byteLength }) =>
    new DataView(buffer, byteOffset, byteLength);
  const define = (name, value) =>
    Object.defineProperty(Buffer.prototype, name, { value, writable: true, configurable: true });
  for (const [kind, method, size] of KINDS)
    for (const end of size === 1 ? [""] : ["LE", "BE"]) {
      const read = function (offset = 0) {
        return viewOf(this)[`get${method}`](offset, end === "LE");
      };
      const write = function (value, offset = 0) {
        viewOf(this)[`set${method}`](offset, value, end === "LE");
        return offset + size;
      };
      for (const name of new Set([kind, kind.replace("UInt", "Uint")])) {
        define(`read${name}${end}`, read);
        define(`write${name}${end}`, write);
      }
    }

  Object.defineProperty(globalThis, "Buffer", {
    value: Buffer,
    writable: true,
    configurable: true,
  });
})();
