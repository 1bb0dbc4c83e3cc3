const LONGEST_WHOLE = 16;
const END = 5;

/** A name for a tracker that nobody has named: by what its protocol knows it by, none that is taken. */
export function proposedName(
  { protocol, uniqueId }: { readonly protocol: string; readonly uniqueId: string },
  taken: readonly string[],
): string {
  // Of an IMEI or a DevEUI only the end tells one from another.
  const isNumber = /^[0-9a-f]{15,}$/i.test(uniqueId);
  const short = isNumber || uniqueId.length > LONGEST_WHOLE ? uniqueId.slice(-END) : uniqueId;
  const name = `${protocol.charAt(0).toUpperCase()}${protocol.slice(1)} ${short}`;
  return taken.includes(name) ? uniqueId : name;
}
