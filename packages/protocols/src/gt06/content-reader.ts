import type { Buffer } from "node:buffer";

/** Reads big-endian numbers one after the other; past the end it throws a RangeError. */
export class ContentReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  /** Eight bytes are exact up to 2^53; cell ids are far below. */
  unsigned(size: 1 | 2 | 3 | 4 | 8): number {
    const at = this.#step(size);
    if (size === 8)
      return this.#bytes.readUInt32BE(at) * 2 ** 32 + this.#bytes.readUInt32BE(at + 4);
    return this.#bytes.readUIntBE(at, size);
  }

  signed(size: 1 | 2): number {
    return this.#bytes.readIntBE(this.#step(size), size);
  }

  bytes(size: number): Buffer {
    const at = this.#step(size);
    return this.#bytes.subarray(at, at + size);
  }

  hex(size: number): string {
    return this.bytes(size).toString("hex");
  }

  /** What the next bytes are, without moving on. */
  peek(size: number): Buffer {
    return this.#bytes.subarray(this.#offset, this.#offset + size);
  }

  #step(size: number): number {
    const at = this.#offset;
    if (at + size > this.#bytes.length) throw new RangeError("the content ends too early");
    this.#offset += size;
    return at;
  }
}
