/**
 * Dollars for one unit in eu-central-1 (Frankfurt), without tax and without discounts.
 *
 * Source: AWS's published price pages as their figures were known in 2025, written down from memory and rounded,
 * as nothing could be fetched when this was written. Expect single lines to be off by 10 %, and look at
 * https://calculator.aws before you decide. Months have 730 hours.
 */
export const PRICES = {
  /** An hour of a node, by type. */
  node: { "t3.medium": 0.048, "m7i.large": 0.121, "m7i.xlarge": 0.242 },
  /** An hour of a database in one zone; in two it is twice that. */
  database: { "t4g.medium": 0.078, "m7g.large": 0.195, "r7g.2xlarge": 1.14 },
  /** An hour of a cache's node with Valkey. */
  cache: { "cache.t4g.micro": 0.015, "cache.t4g.medium": 0.06, "cache.r7g.large": 0.209 },
  /** An hour of a cluster's control plane. */
  cluster: 0.1,
  /** A gigabyte of a database's disk for a month in one zone. */
  databaseStorage: 0.137,
  /** A gigabyte of a backup for a month, beyond the size of the database itself. */
  backupStorage: 0.103,
  /** An hour of the proxy for each processor of the database, at least two. */
  proxyProcessor: 0.018,
  natGateway: 0.052,
  natGigabyte: 0.052,
  /** An hour of a balancer, and of a unit of its capacity. */
  balancer: 0.027,
  balancerUnit: 0.008,
  /** An hour of an address on the internet. */
  address: 0.005,
  /** A gigabyte of a node's disk for a month. */
  nodeStorage: 0.0952,
  /** A gigabyte out to the world by CloudFront, after the first 1000 of a month. */
  edgeGigabyte: 0.085,
  /** Ten thousand requests over HTTPS, after the first 10 million of a month. */
  edgeRequests: 0.012,
  firewall: 5,
  firewallRule: 1,
  /** A million requests looked at. */
  firewallRequests: 0.6,
  /** A million calls of a queue. */
  queueCalls: 0.4,
  /** A million calls of a function, and a gigabyte-second of it. */
  functionCalls: 0.2,
  functionGigabyteSecond: 0.0000133,
  /** A gigabyte of objects for a month. */
  objects: 0.0245,
  /** A person who signs in within a month, with threat protection. */
  person: 0.02,
  secret: 0.4,
  key: 1,
  /** A gigabyte of logs and flow logs taken in. */
  logs: 0.63,
  alarm: 0.1,
  dashboard: 3,
  /** A node watched in detail for an hour (Container Insights), roughly. */
  insight: 0.02,
} as const;

export const HOURS = 730;
