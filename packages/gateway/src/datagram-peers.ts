import type { Log } from "@zpr/ports";
import type { Conversation } from "./conversation.ts";

/** A peer that talks in datagrams, one thing after the other. */
interface Talk {
  readonly conversation: Conversation;
  /** What it said last is answered before the next is heard. */
  turn: Promise<void>;
  waiting: number;
  timer: NodeJS.Timeout | undefined;
}

/** The peers of a datagram socket. */
export interface DatagramPeers {
  /** Does some work of a peer's conversation in its turn; whoever says too much at once is not heard. */
  turn(address: string, work: (conversation: Conversation) => Promise<void>): void;
  /** Ends all conversations. */
  end(): Promise<void>;
}

export interface DatagramPeersOptions {
  readonly begin: (address: string) => Conversation;
  /** A peer that said nothing for so long is forgotten: its address is another's by then. */
  readonly forgetMilliseconds: number;
  readonly log: Log;
}

const MOST_PEERS = 50_000;
const MOST_WAITING = 16;

/** Remembers who talks, for a while. */
export function datagramPeers({
  begin,
  forgetMilliseconds,
  log,
}: DatagramPeersOptions): DatagramPeers {
  const talks = new Map<string, Talk>();

  function take(talk: Talk, work: () => Promise<void>): void {
    talk.waiting += 1;
    talk.turn = talk.turn
      .then(work)
      .catch((error: unknown) => log.error({ error: String(error) }, "a datagram was dropped"))
      .finally(() => {
        talk.waiting -= 1;
      });
  }

  function forget(address: string): void {
    const talk = talks.get(address);
    if (!talk) return;
    talks.delete(address);
    clearTimeout(talk.timer);
    take(talk, talk.conversation.end);
  }

  function remembered(address: string): Talk {
    const talk = talks.get(address) ?? newTalk(begin(address));
    clearTimeout(talk.timer);
    talk.timer = setTimeout(() => forget(address), forgetMilliseconds);
    // The Map keeps the order in which they were heard last.
    talks.delete(address);
    talks.set(address, talk);
    const [oldest] = talks.keys();
    if (talks.size > MOST_PEERS && oldest !== undefined) forget(oldest);
    return talk;
  }

  return {
    turn(address, work) {
      const talk = remembered(address);
      if (talk.waiting < MOST_WAITING) take(talk, () => work(talk.conversation));
    },
    async end() {
      const last = [...talks.values()];
      for (const address of [...talks.keys()]) forget(address);
      await Promise.all(last.map(({ turn }) => turn));
    },
  };
}

function newTalk(conversation: Conversation): Talk {
  return { conversation, turn: Promise.resolve(), waiting: 0, timer: undefined };
}
