const WORKER = "/lab-app/lab-worker.js";
const ASKED = /^\/(api\/v1\/|auth\/me$)/;

/**
 * Starts the lab's service worker, apart from the finder's. What the page asked before the worker
 * was there is asked once more, so that one visit is enough to open the lab without a network.
 */
export async function startLabWorker(): Promise<void> {
  const container = navigator.serviceWorker;
  if (!container) return;
  if (!container.controller?.scriptURL.endsWith(WORKER))
    container.addEventListener("controllerchange", () => void askAgain(), { once: true });
  await container.register(WORKER, { scope: "/lab" });
}

async function askAgain(): Promise<void> {
  const asked = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ pathname }) => ASKED.test(pathname) && pathname !== "/api/v1/events");
  // What cannot be kept now is kept when it is asked for the next time.
  await Promise.allSettled([...new Set(asked.map(({ href }) => href))].map((href) => fetch(href)));
}
