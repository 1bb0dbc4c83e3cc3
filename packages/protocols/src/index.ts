export type {
  Addressee,
  CommandAction,
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
  Worded,
} from "./command-language.ts";
export { directIpWords } from "./iridium/commands.ts";
export { withPayload } from "./payload-fix.ts";
export type {
  About,
  Caller,
  Decoded,
  DecodedRecord,
  Decoder,
  Meaning,
  Payload,
  Protocol,
  Split,
  Transport,
} from "./protocol.ts";
export type {
  CommandNews,
  Push,
  PushAnswer,
  PushedMessage,
  PushProtocol,
  Unpacked,
} from "./push-protocol.ts";
export {
  commandLanguageOf,
  decoderNamed,
  protocolNamed,
  protocols,
  pushProtocolNamed,
  pushProtocols,
} from "./registry.ts";
export type { Settings } from "./settings.ts";
export { sound } from "./sound.ts";
