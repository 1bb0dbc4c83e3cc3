import { Duration } from "aws-cdk-lib";
import { Peer, Port, SecurityGroup, type Vpc } from "aws-cdk-lib/aws-ec2";
import {
  NetworkLoadBalancer,
  NetworkTargetGroup,
  Protocol,
  TargetType,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { Construct } from "constructs";
import { type BalancerProps, DRAIN, READY } from "./balanced.ts";
import { ENTRANCE, NETWORK } from "./network.ts";

/** A port at which trackers call. */
export interface TrackerPort {
  readonly name: string;
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
}

/** TCP or datagrams for the gateway's pods, from anywhere. One port carries one or the other, so there are two of these. */
export class TrackerBalancer extends Construct {
  readonly balancer: NetworkLoadBalancer;
  readonly securityGroup: SecurityGroup;
  readonly targets: readonly { readonly port: TrackerPort; readonly group: NetworkTargetGroup }[];

  constructor(
    scope: Construct,
    id: string,
    props: BalancerProps & {
      readonly ports: readonly TrackerPort[];
      /** Whether it says by PROXY protocol who calls. */
      readonly isProxied: boolean;
    },
  ) {
    super(scope, id);
    const { vpc, logs, ports, isProxied } = props;
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", { vpc, allowAllOutbound: false });
    if (!isProxied)
      this.securityGroup.addEgressRule(Peer.ipv4(NETWORK), Port.tcp(8080), "are pods ready");
    this.balancer = new NetworkLoadBalancer(this, "Balancer", {
      vpc,
      vpcSubnets: { subnetGroupName: ENTRANCE },
      internetFacing: true,
      crossZoneEnabled: true,
      deletionProtection: true,
      securityGroups: [this.securityGroup],
    });
    this.balancer.logAccessLogs(logs, `tracker-balancer-${id.toLowerCase()}`);
    this.targets = ports.map((port) => ({ port, group: this.#listen(port, props) }));
  }

  #listen(tracker: TrackerPort, { vpc, isProxied }: { vpc: Vpc; isProxied: boolean }) {
    const { name, port, protocol } = tracker;
    const range = protocol === "TCP" ? Port.tcp(port) : Port.udp(port);
    this.securityGroup.addIngressRule(Peer.anyIpv4(), range, `${name} trackers`);
    this.securityGroup.addEgressRule(Peer.ipv4(NETWORK), range, `${name} to pods`);
    const group = new NetworkTargetGroup(this, `${name}Targets`, {
      vpc,
      targetType: TargetType.IP,
      protocol: Protocol[protocol],
      port,
      proxyProtocolV2: isProxied,
      deregistrationDelay: DRAIN,
      connectionTermination: true,
      healthCheck: {
        // The header stands before the balancer's own questions too, which the listener understands and HTTP does not.
        ...(isProxied ? { protocol: Protocol.TCP } : { ...READY, protocol: Protocol.HTTP }),
        interval: Duration.seconds(10),
      },
    });
    this.balancer.addListener(name, {
      port,
      protocol: Protocol[protocol],
      defaultTargetGroups: [group],
    });
    return group;
  }
}
