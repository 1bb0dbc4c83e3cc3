export { readDecoded, readEncoded } from "./codecs/answers.ts";
export { readMapping } from "./codecs/mapping.ts";
export { type CodecReading, withPayload } from "./codecs/payload-fix.ts";
export type {
  Addressee,
  CommandAction,
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
  Worded,
} from "./command-language.ts";
export { heardAt } from "./heard-at.ts";
export { directIpWords } from "./iridium/commands.ts";
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
