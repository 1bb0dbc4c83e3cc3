const BAR_CELLS = 30;
const LINES_EVERY_MILLISECONDS = 5_000;
const BAR_EVERY_MILLISECONDS = 100;

/** Shows how far something has come: a bar with rate and time left on a terminal, a line now and then elsewhere. */
export interface Progress {
  update(done: number, total: number): void;
  /** Leaves the last state standing. */
  end(): void;
}

/** Starts to show how far `label` has come, on standard error. */
export function startProgress(label: string): Progress {
  const began = Date.now();
  const terminal = process.stderr.isTTY;
  const every = terminal ? BAR_EVERY_MILLISECONDS : LINES_EVERY_MILLISECONDS;
  let shownAt = 0;
  let last = "";

  function show(): void {
    shownAt = Date.now();
    process.stderr.write(terminal ? `\r${last}\u001b[K` : `${last}\n`);
  }

  return {
    update(done, total) {
      last = describe(label, { done, total, seconds: (Date.now() - began) / 1000 });
      if (Date.now() - shownAt >= every) show();
    },
    end() {
      if (last) show();
      if (terminal) process.stderr.write("\n");
    },
  };
}

interface State {
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

function describe(label: string, { done, total, seconds }: State): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * BAR_CELLS);
  const bar = "█".repeat(filled) + "░".repeat(BAR_CELLS - filled);
  const rate = Math.round(done / Math.max(seconds, 0.001));
  const left = done === 0 ? "?" : Math.ceil((seconds / done) * (total - done));
  return `${label} ${bar} ${Math.floor(share * 100)} %, ${done} of ${total}, ${rate}/s, ${left} s left`;
}
