import { fileURLToPath } from "node:url";
import { Duration, Stack } from "aws-cdk-lib";
import type { ISecurityGroup } from "aws-cdk-lib/aws-ec2";
import { DockerImageAsset, Platform } from "aws-cdk-lib/aws-ecr-assets";
import { HelmChart, type KubernetesManifest, type ServiceAccount } from "aws-cdk-lib/aws-eks-v2";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import type { ISecret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { Cache } from "./cache.ts";
import type { Cluster } from "./cluster.ts";
import { type Database, PROXY_PORT } from "./database.ts";
import { NETWORK } from "./network.ts";
import type { Objects } from "./objects.ts";
import { type Queues, sqsAddress } from "./queues.ts";
import type { Settings } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";
import type { TrackerBalancer } from "./tracker-balancer.ts";
import type { WebBalancer } from "./web-balancer.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const CHART = fileURLToPath(new URL("../../helm/zpr", import.meta.url));
const NAMESPACE = "zpr";
/** The Secret of Kubernetes in which secrets of AWS arrive. */
const SECRET = "zpr";
/** Where objects lie in their bucket. */
const PREFIX = "zpr";

export interface PodsProps {
  readonly settings: Settings;
  readonly cluster: Cluster;
  readonly database: Database;
  readonly cache: Cache;
  readonly objects: Objects;
  readonly queues: Queues;
  readonly signIn: SignIn;
  readonly smtp: ISecret;
  readonly web: WebBalancer;
  readonly calls: TrackerBalancer;
  readonly datagrams: TrackerBalancer;
}

/** The image, what it may do, the secrets it gets, and the chart that runs it. */
export class Pods extends Construct {
  readonly account: ServiceAccount;
  readonly secretReader: ServiceAccount;

  constructor(scope: Construct, id: string, props: PodsProps) {
    super(scope, id);
    const { eks } = props.cluster;
    const namespace = eks.addManifest("Namespace", {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name: NAMESPACE,
        labels: { "pod-security.kubernetes.io/enforce": "restricted" },
      },
    });
    this.account = eks.addServiceAccount("Server", { name: "zpr", namespace: NAMESPACE });
    this.account.node.addDependency(namespace);
    this.#grant(props);
    this.secretReader = eks.addServiceAccount("SecretReader", {
      name: "zpr-secrets",
      namespace: NAMESPACE,
    });
    this.secretReader.node.addDependency(namespace);
    const secrets = this.#deliverSecrets(props);
    this.#install(props, secrets);
  }

  /** What the server calls by itself: its bucket and its queues, nothing else. */
  #grant({ objects: { bucket }, queues }: PodsProps): void {
    this.account.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        resources: [bucket.arnForObjects(`${PREFIX}/*`)],
      }),
    );
    // Without it S3 says "forbidden" of an object that is not there.
    this.account.addToPrincipalPolicy(
      new PolicyStatement({ actions: ["s3:ListBucket"], resources: [bucket.bucketArn] }),
    );
    this.account.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [bucket.encryptionKey?.keyArn ?? ""],
      }),
    );
    queues.raw.queue.grantSendMessages(this.account);
    for (const { queue, dead } of [queues.raw, queues.fixes]) {
      queue.grantConsumeMessages(this.account);
      dead.grantConsumeMessages(this.account);
    }
  }

  /** Secrets of AWS become one Secret of Kubernetes, and follow it within a minute when they rotate. */
  #deliverSecrets(props: PodsProps): KubernetesManifest {
    const { cluster, database, cache, smtp } = props;
    for (const secret of [database.secret, cache.secret, smtp]) secret.grantRead(this.secretReader);
    const operator = cluster.eks.addHelmChart("ExternalSecrets", {
      repository: "https://charts.external-secrets.io",
      chart: "external-secrets",
      version: "0.20.4",
      release: "external-secrets",
      namespace: "external-secrets",
      wait: true,
    });
    const from = (secret: ISecret, as: string, property?: string) => ({
      secretKey: as,
      remoteRef: { key: secret.secretName, ...(property && { property }) },
    });
    const manifest = cluster.eks.addManifest(
      "Secrets",
      {
        apiVersion: "external-secrets.io/v1",
        kind: "SecretStore",
        metadata: { name: "aws", namespace: NAMESPACE },
        spec: {
          provider: {
            aws: {
              service: "SecretsManager",
              region: Stack.of(this).region,
              auth: { jwt: { serviceAccountRef: { name: this.secretReader.serviceAccountName } } },
            },
          },
        },
      },
      {
        apiVersion: "external-secrets.io/v1",
        kind: "ExternalSecret",
        metadata: { name: SECRET, namespace: NAMESPACE },
        spec: {
          refreshInterval: "1m",
          secretStoreRef: { name: "aws", kind: "SecretStore" },
          target: { name: SECRET, template: { data: addresses(props) } },
          data: [
            from(database.secret, "databaseUser", "username"),
            from(database.secret, "databasePassword", "password"),
            from(cache.secret, "cachePassword"),
            from(smtp, "smtpUrl"),
          ],
        },
      },
    );
    manifest.node.addDependency(operator, this.secretReader);
    return manifest;
  }

  #install(props: PodsProps, secrets: KubernetesManifest): void {
    const image = new DockerImageAsset(this, "Image", {
      directory: PROJECT,
      file: "infra/container/Containerfile",
      platform: Platform.LINUX_AMD64,
    });
    const chart = new HelmChart(this, "Chart", {
      cluster: props.cluster.eks,
      chartAsset: new Asset(this, "ChartFiles", { path: CHART }),
      release: "zpr",
      namespace: NAMESPACE,
      createNamespace: false,
      wait: true,
      timeout: Duration.minutes(15),
      values: {
        image: { repository: image.repository.repositoryUri, tag: image.imageTag },
        ...chartValues(props, this.account.serviceAccountName),
      },
    });
    chart.node.addDependency(secrets, this.account, reloader(props.cluster));
    // What binds pods to target groups has to be there before there is something to bind.
    if (props.cluster.eks.albController) chart.node.addDependency(props.cluster.eks.albController);
  }
}

/** Starts pods again when a Secret that they read has changed. */
function reloader({ eks }: Cluster): HelmChart {
  return eks.addHelmChart("Reloader", {
    repository: "https://stakater.github.io/stakater-charts",
    chart: "reloader",
    version: "2.2.5",
    release: "reloader",
    namespace: "reloader",
    wait: true,
  });
}

/** The addresses that the server wants, with passwords that External Secrets fills in. */
function addresses({ database, cache }: PodsProps): Readonly<Record<string, string>> {
  const word = (name: string) => `{{ .${name} | urlquery }}`;
  return {
    "database-url": `postgres://${word("databaseUser")}:${word("databasePassword")}@${database.proxy.endpoint}:${PROXY_PORT}/zpr?sslmode=verify-full`,
    "cache-url": `rediss://default:${word("cachePassword")}@${cache.group.attrPrimaryEndPointAddress}:${cache.port}`,
    "smtp-url": "{{ .smtpUrl }}",
  };
}

/** The chart's values, but for the image. */
function chartValues(props: PodsProps, serviceAccount: string): Readonly<Record<string, unknown>> {
  const { settings, objects, queues, signIn } = props;
  const { pods } = settings.size;
  const scaled = { enabled: true, minReplicas: pods.least, maxReplicas: pods.most };
  const secret = (key: string) => ({ name: SECRET, key });
  return {
    publicUrl: `https://${settings.domain}`,
    objectsUrl: `s3://${objects.bucket.bucketName}/${PREFIX}`,
    trustedProxies: NETWORK,
    settings: {
      AWS_REGION: settings.region,
      ZPR_LOG_URL: sqsAddress(queues.raw.queue),
      ZPR_DECODED_URL: sqsAddress(queues.fixes.queue),
      ZPR_OIDC_ISSUER: `https://cognito-idp.${settings.region}.amazonaws.com/${signIn.pool.userPoolId}`,
      ZPR_OIDC_CLIENT_ID: signIn.client.userPoolClientId,
      ZPR_OIDC_ROLES_CLAIM: "cognito:groups",
      ZPR_MAIL_FROM: `Zero Plastic Rivers <zpr@${settings.domain}>`,
    },
    secretSettings: {
      ZPR_DATABASE_URL: secret("database-url"),
      ZPR_CACHE_URL: secret("cache-url"),
      ZPR_SMTP_URL: secret("smtp-url"),
    },
    serviceAccount: { create: false, name: serviceAccount },
    deploymentAnnotations: { "reloader.stakater.com/auto": "true" },
    zones: { whenUnsatisfiable: "DoNotSchedule" },
    networkPolicy: {
      apiFrom: [{ ipBlock: { cidr: NETWORK } }],
      metricsFrom: [{ ipBlock: { cidr: NETWORK } }],
    },
    api: {
      autoscaling: scaled,
      targetGroups: [boundTo(props.web.targets.targetGroupArn, props.web.securityGroup)],
    },
    ingest: { autoscaling: scaled },
    gateway: {
      autoscaling: scaled,
      proxyProtocol: true,
      service: { enabled: false },
      targetGroups: trackerGroups(props),
    },
  };
}

function trackerGroups({ calls, datagrams }: PodsProps): readonly object[] {
  const groups = ({ targets, securityGroup }: TrackerBalancer, service: string) =>
    targets.map(({ port: { port, protocol }, group }) => ({
      ...boundTo(group.targetGroupArn, securityGroup),
      port,
      protocol,
      service,
    }));
  return [...groups(calls, "calls"), ...groups(datagrams, "datagrams")];
}

function boundTo(arn: string, { securityGroupId }: ISecurityGroup) {
  return { arn, securityGroup: securityGroupId };
}
