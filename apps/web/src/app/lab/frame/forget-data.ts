/** Drops the answers of the server that the lab's service worker keeps for when there is no network. */
export async function forgetData(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => /\/lab:.*:data:/.test(name)).map((name) => caches.delete(name)),
  );
}
