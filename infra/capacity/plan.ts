/** What so many trackers take, by arithmetic from what was measured. Pure: no clock, no network. */

/** What is asked of an installation. */
export interface Demand {
  readonly trackers: number;
  /** Seconds from one message of a tracker to its next. */
  readonly intervalSeconds: number;
  /** Bytes of a message as the tracker sends it, of one record. */
  readonly messageBytes: number;
  /** Whether trackers stay connected between messages, or call each time. */
  readonly staysConnected: boolean;
  /** How long a journey may lag behind its fixes: those that come meanwhile are taken in at once. */
  readonly journeyLagSeconds: number;
  /** Days for which the database is to have room. */
  readonly days: number;
  /** The share of a core that is planned with; the rest is for peaks, restarts and catching up. */
  readonly busyShare: number;
}

/** What one message of one record costs; docs/capacity.md says where each comes from. */
export interface Costs {
  /** CPU seconds for 100,000 messages, by role and by engine, with so many journeys brought up to date for them. */
  readonly cpuPer100k: Readonly<Record<Part, number>>;
  readonly journeysPer100k: number;
  /** CPU milliseconds for a journey that is brought up to date, by whoever does it. */
  readonly journeyMilliseconds: Readonly<Partial<Record<Part, number>>>;
  /** Journeys a second that one ingest process tells: it does so one batch after the other. */
  readonly journeysOfAnIngest: number;
  /** Bytes that an idle connection takes in a gateway. */
  readonly connectionBytes: number;
  /** Connections that one gateway process holds. */
  readonly connectionsOfAGateway: number;
  /** Calls (connect, log in, send, hang up) that one gateway process answered well, a second. */
  readonly callsOfAGateway: number;
  /** Bytes in the database with indexes: the raw message, its fix, and the counts of cells it made. */
  readonly rawBytes: number;
  readonly fixBytes: number;
  readonly cellBytes: number;
  /** Bytes of the database's write-ahead log. */
  readonly walBytes: number;
}

export const PARTS = ["gateway", "ingest", "api", "postgres", "nats", "redis"] as const;
type Part = (typeof PARTS)[number];

export interface Plan {
  readonly messagesPerSecond: number;
  readonly journeysPerSecond: number;
  readonly connections: number;
  readonly cores: Readonly<Record<Part, number>>;
  /** A process of ours uses one core. */
  readonly processes: { readonly gateway: number; readonly ingest: number };
  readonly gatewayMemoryGigabytes: number;
  readonly database: {
    readonly gigabytesADay: number;
    readonly rawGigabytesADay: number;
    readonly terabytes: number;
    readonly fixesADay: number;
    readonly walMegabytesPerSecond: number;
  };
  readonly network: {
    readonly inMegabitsPerSecond: number;
    readonly outMegabitsPerSecond: number;
  };
  readonly nats: {
    readonly megabytesPerSecond: number;
    readonly parcelsPerSecond: number;
    /** What gathers when nobody records for an hour. */
    readonly gigabytesAnHourAway: number;
  };
  readonly sqs: {
    readonly messagesOfAParcel: number;
    readonly millionCallsAMonth: number;
    readonly dollarsAMonth: number;
  };
}

const DAY_SECONDS = 86_400;
const MONTH_SECONDS = 730 * 3600;
/** Headers of IP and TCP, of each packet. */
const HEADER_BYTES = 40;
/** The message and the acknowledgement of our answer; when it calls, four more, and a log-in of 17 bytes. */
const PACKETS = { staying: 2, calling: 6 };
const LOGIN_BYTES = 17;
const ANSWER_BYTES = 4;
/** Names and times beside the bytes of a message in a parcel, which are base64 there. */
const NAMES_BYTES = 150;
const MOST_OF_A_PARCEL = 100;
/** While parcels are on their way the next gather: about so long, two at a time with SQS. */
const SQS_ROUND_TRIP_SECONDS = 0.02;
const SQS_AT_ONCE = 2;
/** Sent, received and deleted, in the queue before the decoder and in the one behind it, which is three times as large. */
const SQS_CALLS = 3;
const SQS_GROWTH = [1, 3];
/** SQS counts a call for each of these. */
const SQS_CALL_BYTES = 64 * 1024;

/** What a demand takes. `dollarsPerMillionCalls` is SQS's price. */
export function plan(demand: Demand, costs: Costs, dollarsPerMillionCalls: number): Plan {
  const messagesPerSecond = demand.trackers / demand.intervalSeconds;
  const connections = demand.staysConnected ? demand.trackers : 0;
  const journeysPerSecond = Math.min(messagesPerSecond, demand.trackers / demand.journeyLagSeconds);
  const cores = coresOf({ messagesPerSecond, journeysPerSecond }, demand, costs);
  const ingest = Math.max(
    Math.ceil(cores.ingest),
    Math.ceil(journeysPerSecond / costs.journeysOfAnIngest / demand.busyShare),
  );
  const gateway = Math.max(
    Math.ceil(cores.gateway),
    Math.ceil(connections / costs.connectionsOfAGateway),
    demand.staysConnected ? 0 : Math.ceil(messagesPerSecond / costs.callsOfAGateway),
  );
  const perDay = messagesPerSecond * DAY_SECONDS;
  const gigabytesADay = (perDay * (costs.rawBytes + costs.fixBytes + costs.cellBytes)) / 1e9;
  const packets = demand.staysConnected ? PACKETS.staying : PACKETS.calling;
  const login = demand.staysConnected ? 0 : LOGIN_BYTES;
  const megabits = (bytes: number) => (messagesPerSecond * bytes * 8) / 1e6;
  const carried = (demand.messageBytes * 4) / 3 + NAMES_BYTES;
  const carriedPerSecond = messagesPerSecond * carried;
  return {
    messagesPerSecond,
    journeysPerSecond,
    connections,
    cores,
    processes: { gateway, ingest },
    gatewayMemoryGigabytes: (connections * costs.connectionBytes) / 1e9,
    database: {
      gigabytesADay,
      rawGigabytesADay: (perDay * costs.rawBytes) / 1e9,
      terabytes: (gigabytesADay * demand.days) / 1000,
      fixesADay: perDay,
      walMegabytesPerSecond: (messagesPerSecond * costs.walBytes) / 1e6,
    },
    network: {
      inMegabitsPerSecond: megabits(demand.messageBytes + login + packets * HEADER_BYTES),
      outMegabitsPerSecond: megabits(ANSWER_BYTES + packets * HEADER_BYTES),
    },
    nats: {
      megabytesPerSecond: carriedPerSecond / 1e6,
      parcelsPerSecond: messagesPerSecond / MOST_OF_A_PARCEL,
      gigabytesAnHourAway: (carriedPerSecond * 3600) / 1e9,
    },
    sqs: sqsOf(messagesPerSecond / gateway, messagesPerSecond, { carried, dollarsPerMillionCalls }),
  };
}

function coresOf(
  {
    messagesPerSecond,
    journeysPerSecond,
  }: { readonly messagesPerSecond: number; readonly journeysPerSecond: number },
  { busyShare }: Demand,
  { cpuPer100k, journeysPer100k, journeyMilliseconds }: Costs,
): Readonly<Record<Part, number>> {
  const of = (part: Part) => {
    const ofJourney = (journeyMilliseconds[part] ?? 0) / 1000;
    const ofMessage = Math.max(0, (cpuPer100k[part] - journeysPer100k * ofJourney) / 1e5);
    return (messagesPerSecond * ofMessage + journeysPerSecond * ofJourney) / busyShare;
  };
  return {
    gateway: of("gateway"),
    ingest: of("ingest"),
    api: of("api"),
    postgres: of("postgres"),
    nats: of("nats"),
    redis: of("redis"),
  };
}

function sqsOf(
  perGateway: number,
  all: number,
  how: { readonly carried: number; readonly dollarsPerMillionCalls: number },
): Plan["sqs"] {
  const gathered = (perGateway * SQS_ROUND_TRIP_SECONDS) / SQS_AT_ONCE;
  const messagesOfAParcel = Math.min(MOST_OF_A_PARCEL, Math.max(1, Math.floor(gathered)));
  const parcelBytes = messagesOfAParcel * how.carried;
  const callsOfAParcel = SQS_GROWTH.reduce(
    (sum, growth) => sum + SQS_CALLS * Math.ceil((parcelBytes * growth) / SQS_CALL_BYTES),
    0,
  );
  const calls = ((all * MONTH_SECONDS) / messagesOfAParcel) * callsOfAParcel;
  return {
    messagesOfAParcel,
    millionCallsAMonth: calls / 1e6,
    dollarsAMonth: (calls / 1e6) * how.dollarsPerMillionCalls,
  };
}
