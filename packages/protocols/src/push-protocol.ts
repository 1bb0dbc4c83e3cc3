import type { Buffer } from "node:buffer";
import type { CommandLanguage } from "./command-language.ts";
import type { Decoder } from "./protocol.ts";

/** A service that brings trackers' messages by HTTP or MQTT. */
export interface PushProtocol extends Decoder {
  /** The messages in what was pushed, or why there are none to be found in it. */
  unpack(body: Buffer, push: Push): Unpacked;
  /**
   * What the service hears, with status 200, of a push that could not be unpacked or kept, where it
   * wants to be told in words of its own; a problem with its status when absent.
   */
  refusal?(body: Buffer, push: Push, reason: string): PushAnswer | undefined;
  /** How instructions are said to its trackers; a sender for the network behind it carries them. */
  readonly commands?: CommandLanguage;
}

/** What is known of a push beside its body. */
export interface Push {
  readonly receivedAt: Date;
  readonly contentType: string;
  /** Query parameters of the URL, or for MQTT `topic`. */
  readonly query: Readonly<Record<string, string>>;
}

export type Unpacked =
  | {
      readonly ok: true;
      /** To be kept, in their order, before anything is answered. */
      readonly messages: readonly PushedMessage[];
      /** What the service expects to hear once all is durable; an empty 204 when absent. */
      readonly answer?: PushAnswer;
    }
  | { readonly ok: false; readonly reason: string };

/** Said to a service in its own form. */
export interface PushAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** One tracker's part of a push, exactly as it came. */
export interface PushedMessage {
  readonly uniqueId: string;
  readonly bytes: Buffer;
  readonly context?: string;
  /** It tells the fate of an instruction, by the key under which that was handed over. */
  readonly news?: CommandNews;
}

/** How far an instruction has come on its way through somebody else's network. */
export interface CommandNews {
  readonly key: string;
  readonly outcome: "sent" | "acknowledged" | "failed" | "retry";
  readonly text: string;
}
