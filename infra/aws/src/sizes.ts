/** How large each part is. What a size costs a month stands in docs/aws-stack.md, counted by `costs/`. */
export interface Size {
  /** Instance type of the nodes, and how many there are in each of the three zones. */
  readonly nodes: {
    readonly type: string;
    readonly eachZone: number;
    readonly mostEachZone: number;
  };
  readonly database: {
    readonly type: string;
    readonly storageGigabytes: number;
    readonly mostStorageGigabytes: number;
    readonly backupDays: number;
  };
  readonly cache: { readonly type: string; readonly replicas: number };
  /** One for all zones is cheaper, and gone with its zone. */
  readonly natGateways: 1 | 3;
  readonly pods: { readonly least: number; readonly most: number };
  /** Dollars a month from which somebody is told. */
  readonly budgetDollars: number;
}

/** To look at it with a few dozen trackers, for a season or as one study, and for a country's rivers. */
export const SIZES = {
  trial: {
    nodes: { type: "t3.medium", eachZone: 1, mostEachZone: 2 },
    database: {
      type: "t4g.medium",
      storageGigabytes: 50,
      mostStorageGigabytes: 200,
      backupDays: 7,
    },
    cache: { type: "cache.t4g.micro", replicas: 1 },
    natGateways: 1,
    pods: { least: 2, most: 3 },
    budgetDollars: 700,
  },
  standard: {
    nodes: { type: "m7i.large", eachZone: 1, mostEachZone: 3 },
    database: {
      type: "m7g.large",
      storageGigabytes: 200,
      mostStorageGigabytes: 1000,
      backupDays: 14,
    },
    cache: { type: "cache.t4g.medium", replicas: 1 },
    natGateways: 3,
    pods: { least: 2, most: 6 },
    budgetDollars: 1600,
  },
  large: {
    nodes: { type: "m7i.xlarge", eachZone: 2, mostEachZone: 6 },
    database: {
      type: "r7g.2xlarge",
      storageGigabytes: 2000,
      mostStorageGigabytes: 10_000,
      backupDays: 35,
    },
    cache: { type: "cache.r7g.large", replicas: 2 },
    natGateways: 3,
    pods: { least: 3, most: 20 },
    budgetDollars: 6500,
  },
} as const satisfies Readonly<Record<string, Size>>;

export type SizeName = keyof typeof SIZES;
