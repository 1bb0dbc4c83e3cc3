import { SIZES, type Size, type SizeName } from "../sizes.ts";
import { HOURS, PRICES } from "./prices.ts";

/** What a size is used for: the numbers of a month that it does not decide itself. */
interface Use {
  readonly trackers: number;
  /** Reports of each tracker in an hour. */
  readonly reportsAnHour: number;
  readonly edgeGigabytes: number;
  readonly edgeMillionRequests: number;
  readonly natGigabytes: number;
  readonly objectGigabytes: number;
  readonly people: number;
  readonly logGigabytes: number;
}

export const USES: Readonly<Record<SizeName, Use>> = {
  trial: {
    trackers: 50,
    reportsAnHour: 4,
    edgeGigabytes: 20,
    edgeMillionRequests: 1,
    natGigabytes: 50,
    objectGigabytes: 5,
    people: 10,
    logGigabytes: 20,
  },
  standard: {
    trackers: 2000,
    reportsAnHour: 6,
    edgeGigabytes: 300,
    edgeMillionRequests: 10,
    natGigabytes: 200,
    objectGigabytes: 100,
    people: 50,
    logGigabytes: 80,
  },
  large: {
    trackers: 50_000,
    reportsAnHour: 12,
    edgeGigabytes: 3000,
    edgeMillionRequests: 100,
    natGigabytes: 1500,
    objectGigabytes: 1500,
    people: 300,
    logGigabytes: 400,
  },
};

/** One part of the bill. */
export interface Line {
  readonly part: string;
  readonly dollars: number;
}

const ZONES = 3;
const NODE_DISK_GIGABYTES = 20;
const DATABASE_PROCESSORS: Readonly<Record<string, number>> = { "r7g.2xlarge": 8 };
const FREE_EDGE = { gigabytes: 1000, millionRequests: 10 };
/** Alarms, keys and secrets that the stack makes. */
const [ALARMS, KEYS, SECRETS, FIREWALL_RULES] = [13, 5, 3, 6];
/** Messages that one call of a queue carries, and the calls that each takes: send, receive, delete. */
const [MESSAGES_A_CALL, CALLS_A_MESSAGE, QUEUES] = [5, 3, 2];
/** What the decoder takes for one batch of a queue, and how much it holds. */
const [DECODER_SECONDS, DECODER_GIGABYTES, MESSAGES_A_BATCH] = [0.1, 1, 10];

/** The monthly bill of a size, by part, in dollars. */
export function estimate(name: SizeName): readonly Line[] {
  const [size, use]: [Size, Use] = [SIZES[name], USES[name]];
  return [
    ...compute(size, name),
    ...stores(size, name, use),
    ...ways(size, use),
    ...messages(use),
    { part: "Sign-in", dollars: use.people * PRICES.person },
    {
      part: "Logs, alarms, dashboard, insights",
      dollars:
        use.logGigabytes * PRICES.logs +
        ALARMS * PRICES.alarm +
        PRICES.dashboard +
        size.nodes.eachZone * ZONES * PRICES.insight * HOURS,
    },
    { part: "Keys and secrets", dollars: KEYS * PRICES.key + SECRETS * PRICES.secret },
  ];
}

function compute({ nodes }: Size, name: SizeName): readonly Line[] {
  const count = nodes.eachZone * ZONES;
  return [
    { part: "Kubernetes: control plane", dollars: PRICES.cluster * HOURS },
    {
      part: "Kubernetes: nodes and their disks",
      dollars:
        count *
        (PRICES.node[SIZES[name].nodes.type] * HOURS + NODE_DISK_GIGABYTES * PRICES.nodeStorage),
    },
  ];
}

/** The database has one that takes over in a second zone. */
const COPIES = 2;

function stores({ database, cache }: Size, name: SizeName, use: Use): readonly Line[] {
  const processors = DATABASE_PROCESSORS[database.type] ?? 2;
  return [
    {
      part: "Database",
      dollars: COPIES * PRICES.database[SIZES[name].database.type] * HOURS,
    },
    {
      part: "Database: disk and backups",
      dollars:
        database.storageGigabytes * (COPIES * PRICES.databaseStorage + PRICES.backupStorage / 2),
    },
    { part: "Database: proxy", dollars: processors * PRICES.proxyProcessor * HOURS },
    {
      part: "Cache",
      dollars: (1 + cache.replicas) * PRICES.cache[SIZES[name].cache.type] * HOURS,
    },
    { part: "Photos and files", dollars: use.objectGigabytes * PRICES.objects },
  ];
}

function ways({ natGateways }: Size, use: Use): readonly Line[] {
  const balancers = 3;
  const addresses = natGateways + 2 * ZONES;
  return [
    {
      part: "Balancers",
      dollars: balancers * HOURS * (PRICES.balancer + PRICES.balancerUnit),
    },
    {
      part: "Ways out (NAT) and addresses",
      dollars:
        natGateways * PRICES.natGateway * HOURS +
        use.natGigabytes * PRICES.natGigabyte +
        addresses * PRICES.address * HOURS,
    },
    {
      part: "CloudFront",
      dollars:
        above(use.edgeGigabytes, FREE_EDGE.gigabytes) * PRICES.edgeGigabyte +
        above(use.edgeMillionRequests, FREE_EDGE.millionRequests) * 100 * PRICES.edgeRequests,
    },
    {
      part: "Firewall",
      dollars:
        PRICES.firewall +
        FIREWALL_RULES * PRICES.firewallRule +
        use.edgeMillionRequests * PRICES.firewallRequests,
    },
  ];
}

function messages({ trackers, reportsAnHour }: Use): readonly Line[] {
  const count = trackers * reportsAnHour * HOURS;
  const calls = (count / MESSAGES_A_CALL) * CALLS_A_MESSAGE * QUEUES;
  const batches = count / MESSAGES_A_BATCH;
  return [
    {
      part: "Queues and decoder",
      dollars:
        (calls / 1e6) * PRICES.queueCalls +
        (batches / 1e6) * PRICES.functionCalls +
        batches * DECODER_SECONDS * DECODER_GIGABYTES * PRICES.functionGigabyteSecond,
    },
  ];
}

function above(value: number, free: number): number {
  return Math.max(0, value - free);
}
