import { chirpstack } from "./chirpstack/chirpstack.ts";
import type { CommandLanguage } from "./command-language.ts";
import { digitalmatter } from "./digitalmatter/digitalmatter.ts";
import { dmt } from "./dmt/dmt.ts";
import { globalstar } from "./globalstar/globalstar.ts";
import { gt06 } from "./gt06/gt06.ts";
import { h02 } from "./h02/h02.ts";
import { http } from "./http/http.ts";
import { iridium } from "./iridium/iridium.ts";
import { meitrack } from "./meitrack/meitrack.ts";
import type { Decoder, Protocol } from "./protocol.ts";
import type { PushProtocol } from "./push-protocol.ts";
import { queclink } from "./queclink/queclink.ts";
import { spot } from "./spot/spot.ts";
import { teltonika } from "./teltonika/teltonika.ts";
import { ttn } from "./ttn/ttn.ts";

/** Every kind of tracker that calls a port of ours. */
export const protocols: readonly Protocol[] = [
  teltonika,
  gt06,
  dmt,
  meitrack,
  queclink,
  iridium,
  h02,
];

/** Every service that brings messages of trackers to a URL or by MQTT. */
export const pushProtocols: readonly PushProtocol[] = [
  http,
  chirpstack,
  ttn,
  digitalmatter,
  globalstar,
  spot,
];

const decoders: readonly Decoder[] = [...protocols, ...pushProtocols];
const byName = new Map(decoders.map((decoder) => [decoder.name, decoder]));
const listening = new Map(protocols.map((protocol) => [protocol.name, protocol]));
const pushed = new Map(pushProtocols.map((protocol) => [protocol.name, protocol]));

/** What reads a kept message of this protocol. */
export function decoderNamed(name: string): Decoder | undefined {
  return byName.get(name);
}

/** The protocol of this name that listens on a port. */
export function protocolNamed(name: string): Protocol | undefined {
  return listening.get(name);
}

/** How trackers of this protocol are instructed, if they are. */
export function commandLanguageOf(name: string): CommandLanguage | undefined {
  return listening.get(name)?.commands ?? pushed.get(name)?.commands;
}

/** The push protocol of this name. */
export function pushProtocolNamed(name: string): PushProtocol | undefined {
  return pushed.get(name);
}
