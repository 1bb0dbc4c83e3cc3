/** What TypeScript's own types do not know (WICG, Chromium only). */
interface ThriftyNavigator extends Navigator {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
}

/**
 * Fetches what scanning needs before anybody scans, so that it works without a network after the
 * first visit. When the page has nothing else to do, and not where data are dear or the line is thin.
 */
export async function fetchScannerAhead(): Promise<void> {
  const { serviceWorker, connection } = navigator as ThriftyNavigator;
  if (!serviceWorker || connection?.saveData || connection?.effectiveType?.includes("2g")) return;
  await serviceWorker.ready;
  // What a page asks for that the worker does not look after, it does not keep.
  if (!serviceWorker.controller)
    await new Promise((resolve) => {
      serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  await new Promise<unknown>((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve, 3000);
  });
  // Without it, the form and typed codes work as ever; the next visit tries again.
  await import("../../kit/scan/code-reader.ts")
    .then((reader) => reader.keepCodeReader(["qr_code"]))
    .catch(() => undefined);
}
