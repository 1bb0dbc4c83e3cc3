/** Resolves at the first signal to stop; further ones change nothing, as the draining takes seconds only. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));
  });
}
