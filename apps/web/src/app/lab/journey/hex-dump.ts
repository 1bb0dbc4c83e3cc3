/** One line of a hex dump: 16 bytes at most. */
export interface DumpLine {
  /** Of its first byte, in hexadecimal. */
  readonly offset: string;
  readonly bytes: string;
  /** Printable ASCII; a dot for everything else. */
  readonly text: string;
}

const BYTES_A_LINE = 16;

/** Bytes in hexadecimal as lines that people can read. */
export function hexDump(hex: string): readonly DumpLine[] {
  const pairs = hex.match(/../g) ?? [];
  return Array.from({ length: Math.ceil(pairs.length / BYTES_A_LINE) }, (_, line) => {
    const start = line * BYTES_A_LINE;
    const part = pairs.slice(start, start + BYTES_A_LINE);
    return {
      offset: start.toString(16).padStart(4, "0"),
      bytes: part.join(" "),
      text: part.map(printable).join(""),
    };
  });
}

function printable(pair: string): string {
  const code = Number.parseInt(pair, 16);
  return code >= 32 && code < 127 ? String.fromCharCode(code) : ".";
}
