import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import {
  AaaaRecord,
  ARecord,
  HostedZone,
  type IHostedZone,
  RecordTarget,
} from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget, LoadBalancerTarget } from "aws-cdk-lib/aws-route53-targets";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { AccessLogs } from "./access-logs.ts";
import { Cache } from "./cache.ts";
import { Cluster } from "./cluster.ts";
import { Database } from "./database.ts";
import { Decoder } from "./decoder.ts";
import type { EdgeStack } from "./edge.ts";
import { Network } from "./network.ts";
import { Objects } from "./objects.ts";
import { Pods } from "./pods.ts";
import { Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";
import { SignIn } from "./sign-in.ts";
import { TrackerBalancer } from "./tracker-balancer.ts";
import { CALL_PORTS, DATAGRAM_PORTS } from "./tracker-ports.ts";
import { Watch } from "./watch.ts";
import { Web } from "./web/web.ts";
import { WebBalancer } from "./web-balancer.ts";

export interface ProductProps extends StackProps {
  readonly settings: Settings;
  readonly edge: EdgeStack;
}

/** Everything but the edge. Reads from top to bottom: what holds data, what works on it, how the world reaches it, who watches. */
export class ProductStack extends Stack {
  readonly web: Web;

  constructor(scope: Construct, id: string, props: ProductProps) {
    super(scope, id, props);
    const { settings, edge } = props;
    const { size, domain, zoneId: hostedZoneId, zoneName } = settings;
    const zone = HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId, zoneName });
    const { vpc } = new Network(this, "Network", size);
    const { bucket: logs } = new AccessLogs(this, "AccessLogs");

    const database = new Database(this, "Database", { vpc, size: size.database });
    const cache = new Cache(this, "Cache", { vpc, size: size.cache });
    const objects = new Objects(this, "Objects", { logs });
    const queues = new Queues(this, "Queues");
    const signIn = new SignIn(this, "SignIn", settings);
    const smtp = Secret.fromSecretNameV2(this, "Smtp", settings.smtpSecretName);

    const decoder = new Decoder(this, "Decoder", { queues });
    const { operatorNetworks } = settings;
    const cluster = new Cluster(this, "Cluster", { vpc, nodes: size.nodes, operatorNetworks });
    for (const store of [database, cache]) store.allowFrom(cluster.securityGroup);

    const certificate = new Certificate(this, "Certificate", {
      domainName: domain,
      validation: CertificateValidation.fromDns(zone),
    });
    const web = new WebBalancer(this, "WebBalancer", { vpc, logs, certificate });
    const ways = { vpc, logs };
    const calls = new TrackerBalancer(this, "Calls", {
      ...ways,
      ports: CALL_PORTS,
      isProxied: true,
    });
    const datagrams = new TrackerBalancer(this, "Datagrams", {
      ...ways,
      ports: DATAGRAM_PORTS,
      isProxied: false,
    });
    new Pods(this, "Pods", {
      ...{ settings, cluster, database, cache, objects, queues, signIn, smtp },
      ...{ web, calls, datagrams },
    });
    this.web = new Web(this, "Web", {
      ...{ domain, logs, balancer: web, certificate: edge.certificate },
      firewallArn: edge.firewall.attrArn,
    });
    this.#name(zone, settings, { calls, datagrams });
    new Watch(this, "Watch", { settings, database, cache, queues, decoder, web, calls });
  }

  /** Named here, so that nobody has to ask AWS what zones there are. */
  override get availabilityZones(): string[] {
    return ["a", "b", "c"].map((zone) => `${this.region}${zone}`);
  }

  #name(
    zone: IHostedZone,
    { domain }: Settings,
    balancers: { readonly calls: TrackerBalancer; readonly datagrams: TrackerBalancer },
  ): void {
    const site = {
      zone,
      recordName: `${domain}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(this.web.distribution)),
    };
    new ARecord(this, "Site", site);
    new AaaaRecord(this, "Site6", site);
    for (const [name, { balancer }] of Object.entries(balancers))
      new ARecord(this, `${name}Name`, {
        zone,
        recordName: `${name}.${domain}.`,
        target: RecordTarget.fromAlias(new LoadBalancerTarget(balancer)),
      });
  }
}
