/** A public feed of SPOT, as its owner made it: what devices sent in the last seven days. */
export interface SpotFeed {
  /** The origin of SPOT's API. */
  readonly baseUrl: string;
  readonly feedId: string;
  /** Of feeds that are not open to all. */
  readonly password?: string;
}

/** A message as a feed tells it. */
export interface FedMessage {
  readonly id: number;
  readonly time: Date;
  /** JSON. */
  readonly bytes: Buffer;
}

/** How many messages a full page has. */
export const FEED_PAGE = 50;
/** Said by a feed that has no message in seven days. */
const NO_MESSAGES = "E-0195";
const TIMEOUT_MILLISECONDS = 60_000;

/** A page of messages, newest first; `first` counts from 1. Throws what went wrong. */
export async function feedPage(
  { baseUrl, feedId, password }: SpotFeed,
  first: number,
  signal: AbortSignal,
): Promise<readonly FedMessage[]> {
  const path = `/spot-main-web/consumer/rest-api/2.0/public/feed/${encodeURIComponent(feedId)}/message.json`;
  const url = new URL(path, baseUrl);
  if (first > 1) url.searchParams.set("start", String(first));
  if (password !== undefined) url.searchParams.set("feedPassword", password);
  const timeout = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const answer = await fetch(url, { signal: AbortSignal.any([signal, timeout]) });
  if (answer.status === 403) throw new Error("the feed is closed, or was asked too often (403)");
  if (!answer.ok) throw new Error(`the feed answers ${answer.status}`);
  return messagesIn((await answer.json()) as Fed);
}

interface Fed {
  readonly response?: {
    readonly errors?: { readonly error?: { readonly code?: string; readonly text?: string } };
    readonly feedMessageResponse?: { readonly messages?: { readonly message?: unknown } };
  };
}

function messagesIn({ response }: Fed): readonly FedMessage[] {
  const error = response?.errors?.error;
  if (error?.code === NO_MESSAGES) return [];
  if (error) throw new Error(`the feed answers ${error.code}: ${error.text ?? "no reason given"}`);
  const told = response?.feedMessageResponse?.messages?.message;
  if (told === undefined) throw new Error("the feed answers with no list of messages");
  // A single message stands alone, in no list.
  return (Array.isArray(told) ? told : [told]).map(messageOf);
}

function messageOf(told: { readonly id?: unknown; readonly unixTime?: unknown }): FedMessage {
  const { id, unixTime } = told;
  if (typeof id !== "number" || typeof unixTime !== "number")
    throw new Error("the feed has a message without id or unixTime");
  return { id, time: new Date(unixTime * 1000), bytes: Buffer.from(JSON.stringify(told)) };
}
