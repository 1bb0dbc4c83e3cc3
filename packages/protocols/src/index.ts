export type { Decoded, DecodedRecord, Meaning, Protocol, Split } from "./protocol.ts";
export { protocolNamed, protocols } from "./registry.ts";
