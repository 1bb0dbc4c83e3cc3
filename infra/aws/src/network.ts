import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  IpAddresses,
  SubnetType,
  Vpc,
} from "aws-cdk-lib/aws-ec2";
import { Construct } from "constructs";

/** The addresses of everything inside, for whoever has to trust or to let them in. */
export const NETWORK = "10.20.0.0/16";

export const ENTRANCE = "entrance";
export const WORK = "work";
export const DATA = "data";

/** Three zones, each with an entrance (balancers), a place to work (nodes), and one for data without a way out. */
export class Network extends Construct {
  readonly vpc: Vpc;

  constructor(scope: Construct, id: string, { natGateways }: { readonly natGateways: number }) {
    super(scope, id);
    this.vpc = new Vpc(this, "Vpc", {
      ipAddresses: IpAddresses.cidr(NETWORK),
      maxAzs: 3,
      natGateways,
      subnetConfiguration: [
        { name: ENTRANCE, subnetType: SubnetType.PUBLIC, cidrMask: 24 },
        { name: WORK, subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: DATA, subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      gatewayEndpoints: { S3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    this.vpc.addFlowLog("FlowLog", { destination: FlowLogDestination.toCloudWatchLogs() });
  }
}
