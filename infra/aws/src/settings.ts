import type { Node } from "constructs";
import { SIZES, type Size, type SizeName } from "./sizes.ts";

/** What an operator decides, by context: cdk.json, or `-c NAME=VALUE`. */
export interface Settings {
  readonly sizeName: SizeName;
  readonly size: Size;
  readonly account: string;
  readonly region: string;
  /** Host under which people reach it. */
  readonly domain: string;
  /** The Route 53 zone that holds it, which exists already. */
  readonly zoneName: string;
  readonly zoneId: string;
  /** Who is told of alarms and of the budget. */
  readonly alarmMail: string;
  /** Networks from which the cluster's API may be called; without any, only from within. */
  readonly operatorNetworks: readonly string[];
  /** A secret that exists already and whose text is an smtps:// address. */
  readonly smtpSecretName: string;
}

/** Reads the settings from an app's context. A size that does not exist is an error that names those that do. */
export function readSettings(node: Node): Settings {
  const sizeName: string = node.getContext("size");
  if (!isSize(sizeName))
    throw new Error(`there is no size ${sizeName}; there are ${Object.keys(SIZES).join(", ")}`);
  return {
    sizeName,
    size: SIZES[sizeName],
    account: node.getContext("account"),
    region: node.getContext("region"),
    domain: node.getContext("domain"),
    zoneName: node.getContext("zoneName"),
    zoneId: node.getContext("zoneId"),
    alarmMail: node.getContext("alarmMail"),
    operatorNetworks: node.getContext("operatorNetworks"),
    smtpSecretName: node.getContext("smtpSecretName"),
  };
}

function isSize(name: string): name is SizeName {
  return name in SIZES;
}
