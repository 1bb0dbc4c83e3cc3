import { type ISecurityGroup, Port, SecurityGroup, type Vpc } from "aws-cdk-lib/aws-ec2";
import { CfnReplicationGroup, CfnSubnetGroup } from "aws-cdk-lib/aws-elasticache";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { DATA } from "./network.ts";
import type { Size } from "./sizes.ts";

const PORT = 6390;

interface CacheProps {
  readonly vpc: Vpc;
  readonly size: Size["cache"];
}

/** Valkey for live events and what may be forgotten: encrypted, with a password, and a second node in another zone. */
export class Cache extends Construct {
  readonly group: CfnReplicationGroup;
  readonly secret: Secret;
  readonly port = PORT;
  readonly #securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, { vpc, size }: CacheProps) {
    super(scope, id);
    this.secret = new Secret(this, "Secret", {
      description: "Password of the cache",
      generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    });
    this.#securityGroup = new SecurityGroup(this, "SecurityGroup", {
      vpc,
      allowAllOutbound: false,
    });
    const subnets = new CfnSubnetGroup(this, "Subnets", {
      description: "Where data is",
      subnetIds: vpc.selectSubnets({ subnetGroupName: DATA }).subnetIds,
    });
    this.group = new CfnReplicationGroup(this, "Group", {
      replicationGroupDescription: "Live events and what may be forgotten",
      engine: "valkey",
      engineVersion: "8.1",
      cacheNodeType: size.type,
      numNodeGroups: 1,
      replicasPerNodeGroup: size.replicas,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [this.#securityGroup.securityGroupId],
      port: PORT,
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      authToken: this.secret.secretValue.unsafeUnwrap(),
      autoMinorVersionUpgrade: true,
      // Nothing in it needs to outlive it.
      snapshotRetentionLimit: 0,
    });
  }

  /** Lets these call it. */
  allowFrom(callers: ISecurityGroup): void {
    this.#securityGroup.connections.allowFrom(callers, Port.tcp(PORT), "the cluster's pods");
  }
}
