import { Duration } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { HttpCodeTarget } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Cache } from "./cache.ts";
import type { Database } from "./database.ts";
import type { Decoder } from "./decoder.ts";
import type { Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";
import type { TrackerBalancer } from "./tracker-balancer.ts";
import type { WebBalancer } from "./web-balancer.ts";

export interface WatchProps {
  readonly settings: Settings;
  readonly database: Database;
  readonly cache: Cache;
  readonly queues: Queues;
  readonly decoder: Decoder;
  readonly web: WebBalancer;
  readonly calls: TrackerBalancer;
}

/** Something to be told of: what is wrong in words, and the number that says so. */
interface Worry {
  readonly id: string;
  readonly words: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Wrong below the threshold rather than above. */
  readonly below?: boolean;
  /** Minutes it must last. */
  readonly minutes?: number;
}

const GIGABYTE = 1024 ** 3;
const MINUTE = { period: Duration.minutes(1) };

/** Alarms by mail, one page with the numbers behind them, and a word when the month gets expensive. */
export class Watch extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { alarmMail, domain, sizeName } = props.settings;
    const masterKey = new Key(this, "Key", { enableKeyRotation: true });
    masterKey.grantEncryptDecrypt(new ServicePrincipal("cloudwatch.amazonaws.com"));
    masterKey.grantEncryptDecrypt(new ServicePrincipal("budgets.amazonaws.com"));
    this.topic = new Topic(this, "Topic", { masterKey, enforceSSL: true });
    this.topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
    this.topic.addSubscription(new EmailSubscription(alarmMail));
    const worries = worriesOf(props);
    for (const worry of worries) this.#alarm(worry);
    new Dashboard(this, "Dashboard", {
      dashboardName: `zpr-${domain.replaceAll(".", "-")}`,
      widgets: [worries.map(({ words, metric }) => widget(words, metric))],
    });
    this.#budget(alarmMail, props.settings.size.budgetDollars, sizeName);
  }

  #alarm({ id, words, metric, threshold, below = false, minutes = 5 }: Worry): void {
    new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription: words,
      evaluationPeriods: minutes,
      datapointsToAlarm: minutes,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }

  #budget(address: string, amount: number, sizeName: string): void {
    const tell = (notificationType: string, threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: "GREATER_THAN" },
      subscribers: [{ subscriptionType: "EMAIL", address }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: `zpr-${sizeName}-${this.node.addr.slice(-6)}`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount, unit: "USD" },
      },
      notificationsWithSubscribers: [tell("FORECASTED", 100), tell("ACTUAL", 80)],
    });
  }
}

function worriesOf(props: WatchProps): readonly Worry[] {
  return [...waysIn(props), ...queueWorries(props), ...storeWorries(props)];
}

function waysIn({ web, calls }: WatchProps): readonly Worry[] {
  const worries: Worry[] = [
    {
      id: "WebErrors",
      words: "The api answers with errors",
      metric: web.balancer.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, MINUTE),
      threshold: 10,
    },
    {
      id: "WebUnhealthy",
      words: "An api pod is not ready",
      metric: web.targets.metrics.unhealthyHostCount(MINUTE),
      threshold: 0,
      minutes: 10,
    },
  ];
  const [target] = calls.targets;
  if (target)
    worries.push({
      id: "NoGateway",
      words: "No gateway is ready: trackers cannot call",
      metric: target.group.metrics.healthyHostCount(MINUTE),
      threshold: 1,
      below: true,
      minutes: 3,
    });
  return worries;
}

function queueWorries({ queues, decoder }: WatchProps): readonly Worry[] {
  return [
    {
      id: "RawDead",
      words: "Messages of trackers could not be handled and wait in the dead-letter queue",
      metric: queues.raw.dead.metricApproximateNumberOfMessagesVisible(MINUTE),
      threshold: 0,
    },
    {
      id: "FixesDead",
      words: "Decoded fixes could not be recorded and wait in the dead-letter queue",
      metric: queues.fixes.dead.metricApproximateNumberOfMessagesVisible(MINUTE),
      threshold: 0,
    },
    {
      id: "RawOld",
      words: "What trackers said waits for more than ten minutes",
      metric: queues.raw.queue.metricApproximateAgeOfOldestMessage(MINUTE),
      threshold: 600,
    },
    {
      id: "FixesOld",
      words: "Fixes wait for more than ten minutes to be recorded",
      metric: queues.fixes.queue.metricApproximateAgeOfOldestMessage(MINUTE),
      threshold: 600,
    },
    {
      id: "DecoderErrors",
      words: "The decoder fails",
      metric: decoder.lambda.metricErrors(MINUTE),
      threshold: 0,
    },
    {
      id: "DecoderThrottled",
      words: "The account's limit of Lambda holds the decoder back",
      metric: decoder.lambda.metricThrottles(MINUTE),
      threshold: 0,
    },
  ];
}

function storeWorries({ database: { instance }, cache, settings }: WatchProps): readonly Worry[] {
  const ofCache = (metricName: string) =>
    new Metric({
      namespace: "AWS/ElastiCache",
      metricName,
      dimensionsMap: { ReplicationGroupId: cache.group.ref },
      ...MINUTE,
    });
  return [
    {
      id: "DatabaseBusy",
      words: "The database's processors are busy",
      metric: instance.metricCPUUtilization(MINUTE),
      threshold: 85,
      minutes: 15,
    },
    {
      id: "DatabaseFull",
      words: "The database's disk has room for a few days only",
      metric: instance.metricFreeStorageSpace(MINUTE),
      threshold: settings.size.database.storageGigabytes * 0.1 * GIGABYTE,
      below: true,
    },
    {
      id: "DatabaseConnections",
      words: "The database has more connections than its pods should need",
      metric: instance.metricDatabaseConnections(MINUTE),
      threshold: 300,
    },
    {
      id: "CacheFull",
      words: "The cache is nearly full",
      metric: ofCache("DatabaseMemoryUsagePercentage"),
      threshold: 85,
      minutes: 15,
    },
  ];
}

function widget(title: string, metric: IMetric): GraphWidget {
  return new GraphWidget({ title, left: [metric], width: 8 });
}
