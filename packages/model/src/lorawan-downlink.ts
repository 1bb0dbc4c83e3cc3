/** What a LoRaWAN device is to be told: bytes on a port, or values that its network's codec encodes. */
export type LorawanDownlink =
  | { readonly port: number; readonly hex: string }
  | { readonly values: Readonly<Record<string, unknown>> };

/** The longest payload any data rate carries. */
const MOST_BYTES = 242;
/** Port 0 is the network's own, 224 for tests of conformity. */
const isPort = (port: number) => port >= 1 && port <= 255 && port !== 224;

/** Reads `PORT:HEX` or a JSON object; undefined when a text is neither. */
export function parseLorawanDownlink(text: string): LorawanDownlink | undefined {
  const said = text.trim();
  if (said.startsWith("{")) return valuesIn(said);
  const parts = /^(\d{1,3}):((?:[0-9a-f]{2})*)$/i.exec(said.replaceAll(/\s+/g, ""));
  const port = Number(parts?.[1]);
  const hex = parts?.[2]?.toLowerCase();
  if (hex === undefined || !isPort(port) || hex.length > 2 * MOST_BYTES) return undefined;
  return { port, hex };
}

function valuesIn(text: string): LorawanDownlink | undefined {
  try {
    return { values: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
