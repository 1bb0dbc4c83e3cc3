import { type Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import type { Settings } from "./settings.ts";

/** Findings that stay, each with why. A finding elsewhere, or another one here, is an error. */
interface Acknowledged {
  /** Path of the construct below which they are, from its stack. */
  readonly at: string;
  readonly reason: string;
  readonly findings: readonly string[];
}

const AWS_POLICY = "Policy::arn:<AWS::Partition>:iam::aws:policy";
const LAMBDA_LOGS = `IAM4[${AWS_POLICY}/service-role/AWSLambdaBasicExecutionRole]`;
const LAMBDA_IN_VPC = `IAM4[${AWS_POLICY}/service-role/AWSLambdaVPCAccessExecutionRole]`;
const READ_IMAGES = `IAM4[${AWS_POLICY}/AmazonEC2ContainerRegistryReadOnly]`;
const READ_OBJECTS = ["s3:GetObject*", "s3:GetBucket*", "s3:List*"].map(
  (action) => `IAM5[Action::${action}]`,
);
const KUBECTL = "Cluster/Eks/KubectlProvider";
const BALANCED = ["loadbalancer", "listener", "listener-rule"].flatMap((kind) =>
  ["net", "app"].map((way) => `${kind}/${way}/*/*${kind === "loadbalancer" ? "" : "/*"}`),
);

function acknowledged({ account, region }: Settings): readonly Acknowledged[] {
  const assets = `IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-${account}-${region}/*]`;
  return [...ofOurs, ...ofTheCluster(assets), ...ofDeployments(assets)];
}

const ofOurs: readonly Acknowledged[] = [
  {
    at: "Database/Instance",
    reason: "Enhanced monitoring takes this policy of AWS and no other",
    findings: [`IAM4[${AWS_POLICY}/service-role/AmazonRDSEnhancedMonitoringRole]`],
  },
  {
    at: "Cache/Secret",
    reason:
      "ElastiCache takes a new password by a change of the group only, which rotation cannot make; docs/operations.md says how it is changed",
    findings: ["SMG4"],
  },
  {
    at: "Decoder/Role",
    reason: "X-Ray knows no resources to name: whoever may send traces sends them to *",
    findings: ["IAM5[Resource::*]"],
  },
  ...["Calls", "Datagrams"].map((at) => ({
    at,
    reason:
      "Trackers call from cellular networks all over the world; only their own ports are open",
    findings: ["EC23"],
  })),
  {
    at: "Web/Distribution",
    reason: "Plastic drifts to every country, and who finds it may report it from there",
    findings: ["CFR1"],
  },
];

function ofTheCluster(assets: string): readonly Acknowledged[] {
  return [
    {
      at: "Cluster/Eks/Role",
      reason: "What EKS itself does is said by AWS's policy, which AWS keeps up",
      findings: [`IAM4[${AWS_POLICY}/AmazonEKSClusterPolicy]`],
    },
    ...[1, 2, 3].map((zone) => ({
      at: `Cluster/Eks/NodegroupZone${zone}`,
      reason: "What a node needs to join is said by AWS's policies, which AWS keeps up",
      findings: [
        READ_IMAGES,
        `IAM4[${AWS_POLICY}/AmazonEKSWorkerNodePolicy]`,
        `IAM4[${AWS_POLICY}/AmazonEKS_CNI_Policy]`,
      ],
    })),
    {
      at: KUBECTL,
      reason:
        "The CDK's own function that applies manifests, with the rights and runtime it brings",
      findings: [
        LAMBDA_LOGS,
        LAMBDA_IN_VPC,
        READ_IMAGES,
        `IAM4[Policy::{"Fn::If":["ClusterEksKubectlProviderHandlerHasEcrPublic454A6214",{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::aws:policy/AmazonElasticContainerRegistryPublicReadOnly"]]},{"Ref":"AWS::NoValue"}]}]`,
        ...READ_OBJECTS,
        assets,
        "L1",
        "IAM5[Resource::<ClusterEksKubectlProviderHandler59BB3552.Arn>:*]",
      ],
    },
    {
      at: "Cluster/Eks/Server",
      reason: "The server keeps each photo under a key of its own, all below one prefix",
      findings: ["IAM5[Resource::<ObjectsBucket5A707942.Arn>/zpr/*]"],
    },
    {
      at: "ZprClusterEksF68E718F-AlbController",
      reason: "The policy that the AWS Load Balancer Controller publishes for itself",
      findings: [
        "IAM5[Resource::*]",
        "IAM5[Resource::arn:<AWS::Partition>:ec2:*:*:security-group/*]",
        ...["targetgroup/*/*", ...BALANCED].map(
          (name) => `IAM5[Resource::arn:<AWS::Partition>:elasticloadbalancing:*:*:${name}]`,
        ),
      ],
    },
  ];
}

function ofDeployments(assets: string): readonly Acknowledged[] {
  return [
    {
      at: "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C512MiB",
      reason:
        "The CDK's own function that copies files into the bucket, with the rights and runtime it brings",
      findings: [
        LAMBDA_LOGS,
        "L1",
        ...READ_OBJECTS,
        "IAM5[Action::s3:DeleteObject*]",
        "IAM5[Action::s3:Abort*]",
        assets,
        "IAM5[Resource::<WebFiles2DFCF39E.Arn>/*]",
      ],
    },
    {
      at: "Web/Invalidation/Provider",
      reason: "The CDK's own function that calls ours, in whichever version it is",
      findings: [LAMBDA_LOGS, "IAM5[Resource::<WebInvalidationLambda0A126008.Arn>:*]"],
    },
  ];
}

/** Tells the checks which findings of the product's stack stay. */
export function acknowledge(stack: Stack, settings: Settings): void {
  for (const { at, reason, findings } of acknowledged(settings))
    Validations.of(below(stack, at)).acknowledge(
      ...findings.map((finding) => ({ id: `AwsSolutions::AwsSolutions-${finding}`, reason })),
    );
  Validations.of(below(stack, "Network")).acknowledge({
    id: "CloudFormation-Validate::W3010",
    reason: "Zones are named, so that synthesis asks nobody",
  });
  Validations.of(below(stack, "Cluster/Eks")).acknowledge({
    id: "CloudFormation-Validate::W9009",
    reason: "The CDK itself says which resources are encrypted; CloudFormation takes it",
  });
}

/** The construct at a path; one that is not there is an error, so nothing is acknowledged in vain. */
function below(stack: Stack, path: string): IConstruct {
  return path
    .split("/")
    .reduce<IConstruct>((construct, name) => construct.node.findChild(name), stack);
}
