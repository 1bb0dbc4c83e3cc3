const PART = 200;

/** Reads something of many trackers, so many at once that no query is a long one. */
export async function inParts<Found>(
  trackers: readonly { readonly id: number }[],
  read: (ids: readonly number[]) => Promise<ReadonlyMap<number, Found>>,
): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>();
  for (let from = 0; from < trackers.length; from += PART) {
    const part = trackers.slice(from, from + PART);
    for (const [id, one] of await read(part.map(({ id }) => id))) found.set(id, one);
  }
  return found;
}
