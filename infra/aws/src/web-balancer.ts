import { Duration } from "aws-cdk-lib";
import type { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Peer, Port, SecurityGroup } from "aws-cdk-lib/aws-ec2";
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  ListenerAction,
  SslPolicy,
  TargetType,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { Construct } from "constructs";
import { type BalancerProps, DRAIN, READY } from "./balanced.ts";
import { NETWORK, WORK } from "./network.ts";

/** HTTP for the api's pods. It has no address on the internet: CloudFront calls it from inside. */
export class WebBalancer extends Construct {
  readonly balancer: ApplicationLoadBalancer;
  readonly targets: ApplicationTargetGroup;
  readonly securityGroup: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    { vpc, logs, certificate }: BalancerProps & { readonly certificate: Certificate },
  ) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", { vpc, allowAllOutbound: false });
    this.securityGroup.addIngressRule(Peer.ipv4(NETWORK), Port.tcp(443), "CloudFront's VPC origin");
    this.securityGroup.addEgressRule(Peer.ipv4(NETWORK), Port.tcp(8080), "pods");
    this.balancer = new ApplicationLoadBalancer(this, "Balancer", {
      vpc,
      vpcSubnets: { subnetGroupName: WORK },
      internetFacing: false,
      securityGroup: this.securityGroup,
      dropInvalidHeaderFields: true,
      deletionProtection: true,
      // Live events are one answer that does not end.
      idleTimeout: Duration.minutes(5),
    });
    this.balancer.logAccessLogs(logs, "web-balancer");
    this.targets = new ApplicationTargetGroup(this, "Targets", {
      vpc,
      targetType: TargetType.IP,
      protocol: ApplicationProtocol.HTTP,
      port: 8080,
      deregistrationDelay: DRAIN,
      healthCheck: { ...READY, interval: Duration.seconds(10), healthyThresholdCount: 2 },
    });
    this.balancer.addListener("Https", {
      port: 443,
      protocol: ApplicationProtocol.HTTPS,
      certificates: [certificate],
      sslPolicy: SslPolicy.TLS13_RES,
      open: false,
      defaultAction: ListenerAction.forward([this.targets]),
    });
  }
}
