import type { Buffer } from "node:buffer";

/** Reads big-endian numbers one after the other; past the end it throws a RangeError. */
export class ByteReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#offset;
  }

  get atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  /** Eight bytes are exact up to 2^53, which covers times in milliseconds. */
  unsigned(size: 1 | 2 | 4 | 8): number {
    const at = this.#step(size);
    if (size === 8)
      return this.#bytes.readUInt32BE(at) * 2 ** 32 + this.#bytes.readUInt32BE(at + 4);
    return this.#bytes.readUIntBE(at, size);
  }

  signed(size: 2 | 4): number {
    return this.#bytes.readIntBE(this.#step(size), size);
  }

  hex(size: number): string {
    const at = this.#step(size);
    return this.#bytes.toString("hex", at, at + size);
  }

  since(start: number): Buffer {
    return this.#bytes.subarray(start, this.#offset);
  }

  #step(size: number): number {
    const at = this.#offset;
    if (at + size > this.#bytes.length) throw new RangeError("the records end too early");
    this.#offset += size;
    return at;
  }
}
