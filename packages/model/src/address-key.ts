/** An address as one household or machine has it: of IPv6 the network half. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  const all = [
    ...groups,
    ...Array<string>(Math.max(0, missing)).fill("0"),
    ...(tail?.split(":") ?? []),
  ];
  return all.slice(0, 4).join(":");
}
