import type { Parcel } from "@zpr/ports";

/** How many of these parcels, from the first, have so many messages in all; one in any case. */
export function countWithin(limit: number, all: readonly { readonly parcel: Parcel }[]): number {
  let messages = 0;
  const end = all.findIndex(({ parcel }) => {
    messages += parcel.messages.length;
    return messages > limit;
  });
  return end === -1 ? all.length : Math.max(1, end);
}
