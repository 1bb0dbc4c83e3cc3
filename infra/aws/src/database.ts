import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  InstanceType,
  type ISecurityGroup,
  Port,
  SecurityGroup,
  type Vpc,
} from "aws-cdk-lib/aws-ec2";
import { Key } from "aws-cdk-lib/aws-kms";
import {
  CaCertificate,
  Credentials,
  DatabaseInsightsMode,
  DatabaseInstance,
  DatabaseInstanceEngine,
  type DatabaseProxy,
  DatabaseSecret,
  ParameterGroup,
  PostgresEngineVersion,
  StorageType,
} from "aws-cdk-lib/aws-rds";
import { Construct } from "constructs";
import { DATA, WORK } from "./network.ts";
import type { Size } from "./sizes.ts";

const PORT = 5433;
/** A proxy listens at its engine's own port, whatever that of the database is. */
export const PROXY_PORT = 5432;
const engine = DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_17_9 });

interface DatabaseProps {
  readonly vpc: Vpc;
  readonly size: Size["database"];
}

/** PostgreSQL behind a proxy that holds its connections: copied to a second zone, backed up, hard to delete. */
export class Database extends Construct {
  readonly instance: DatabaseInstance;
  readonly proxy: DatabaseProxy;
  readonly secret: DatabaseSecret;
  readonly securityGroup: ISecurityGroup;

  constructor(scope: Construct, id: string, { vpc, size }: DatabaseProps) {
    super(scope, id);
    const encryptionKey = new Key(this, "Key", { enableKeyRotation: true });
    this.secret = new DatabaseSecret(this, "Secret", { username: "zpr", dbname: "zpr" });
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", { vpc, allowAllOutbound: false });
    this.instance = new DatabaseInstance(this, "Instance", {
      engine,
      vpc,
      vpcSubnets: { subnetGroupName: DATA },
      securityGroups: [this.securityGroup],
      instanceType: new InstanceType(size.type),
      multiAz: true,
      port: PORT,
      databaseName: "zpr",
      credentials: Credentials.fromSecret(this.secret),
      storageType: StorageType.GP3,
      allocatedStorage: size.storageGigabytes,
      maxAllocatedStorage: size.mostStorageGigabytes,
      storageEncrypted: true,
      storageEncryptionKey: encryptionKey,
      backupRetention: Duration.days(size.backupDays),
      preferredBackupWindow: "01:00-02:00",
      preferredMaintenanceWindow: "sun:02:30-sun:03:30",
      copyTagsToSnapshot: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
      iamAuthentication: true,
      caCertificate: CaCertificate.RDS_CA_RSA2048_G1,
      cloudwatchLogsExports: ["postgresql", "upgrade"],
      databaseInsightsMode: DatabaseInsightsMode.STANDARD,
      monitoringInterval: Duration.minutes(1),
      parameterGroup: new ParameterGroup(this, "Parameters", {
        engine,
        // Without TLS nobody is let in, and what took long is written down.
        parameters: { "rds.force_ssl": "1", log_min_duration_statement: "1000" },
      }),
    });
    this.instance.addRotationSingleUser({
      automaticallyAfter: Duration.days(30),
      excludeCharacters: " %+~`#$&*()|[]{}:;<>?!'/@\"\\",
      vpcSubnets: { subnetGroupName: WORK },
    });
    this.proxy = this.instance.addProxy("Proxy", {
      vpc,
      vpcSubnets: { subnetGroupName: DATA },
      secrets: [this.secret],
      requireTLS: true,
      borrowTimeout: Duration.seconds(10),
      // Those that listen for notices keep theirs.
      idleClientTimeout: Duration.hours(8),
    });
  }

  /** Lets these call the proxy. */
  allowFrom(callers: ISecurityGroup): void {
    this.proxy.connections.allowFrom(callers, Port.tcp(PROXY_PORT), "the cluster's pods");
  }
}
