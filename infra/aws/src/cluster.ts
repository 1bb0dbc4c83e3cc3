import { KubectlV34Layer } from "@aws-cdk/lambda-layer-kubectl-v34";
import {
  InstanceType,
  type ISecurityGroup,
  LaunchTemplate,
  LaunchTemplateHttpTokens,
  SubnetType,
  type Vpc,
} from "aws-cdk-lib/aws-ec2";
import {
  Addon,
  AlbControllerVersion,
  ClusterLoggingTypes,
  DefaultCapacityType,
  Cluster as EksCluster,
  EndpointAccess,
  KubernetesVersion,
  NodegroupAmiType,
} from "aws-cdk-lib/aws-eks-v2";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { WORK } from "./network.ts";
import type { Size } from "./sizes.ts";

interface ClusterProps {
  readonly vpc: Vpc;
  readonly nodes: Size["nodes"];
  readonly operatorNetworks: readonly string[];
}

/** Kubernetes over three zones, each with nodes of its own, so that a zone that is short of some does not keep another from growing. */
export class Cluster extends Construct {
  readonly eks: EksCluster;
  readonly securityGroup: ISecurityGroup;

  constructor(scope: Construct, id: string, { vpc, nodes, operatorNetworks }: ClusterProps) {
    super(scope, id);
    this.eks = new EksCluster(this, "Eks", {
      version: KubernetesVersion.V1_34,
      vpc,
      vpcSubnets: [{ subnetGroupName: WORK }],
      defaultCapacityType: DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      endpointAccess:
        operatorNetworks.length === 0
          ? EndpointAccess.PRIVATE
          : EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom(...operatorNetworks),
      secretsEncryptionKey: new Key(this, "Key", { enableKeyRotation: true }),
      clusterLogging: Object.values(ClusterLoggingTypes),
      albController: { version: AlbControllerVersion.V2_17_1 },
      kubectlProviderOptions: {
        kubectlLayer: new KubectlV34Layer(this, "Kubectl"),
        privateSubnets: vpc.selectSubnets({ subnetGroupName: WORK }).subnets,
      },
    });
    this.securityGroup = this.eks.clusterSecurityGroup;
    this.#addNodes(vpc, nodes);
    // Network policies of the chart are kept by the network plugin itself.
    new Addon(this, "VpcCni", {
      cluster: this.eks,
      addonName: "vpc-cni",
      configurationValues: { enableNetworkPolicy: "true" },
    });
    for (const addonName of ["metrics-server", "amazon-cloudwatch-observability"])
      new Addon(this, addonName, { cluster: this.eks, addonName });
  }

  #addNodes(vpc: Vpc, nodes: Size["nodes"]): void {
    const template = new LaunchTemplate(this, "Nodes", {
      // Pods have roles of their own; the node's is out of their reach.
      httpTokens: LaunchTemplateHttpTokens.REQUIRED,
      httpPutResponseHopLimit: 1,
    });
    const zones = vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS }).subnets;
    for (const [index, subnet] of zones.entries())
      this.eks.addNodegroupCapacity(`Zone${index + 1}`, {
        subnets: { subnets: [subnet] },
        amiType: NodegroupAmiType.AL2023_X86_64_STANDARD,
        instanceTypes: [new InstanceType(nodes.type)],
        minSize: nodes.eachZone,
        desiredSize: nodes.eachZone,
        maxSize: nodes.mostEachZone,
        launchTemplateSpec: {
          id: template.launchTemplateId ?? "",
          version: template.latestVersionNumber,
        },
      });
  }
}
