/** What is heard in place of an item when the bell was rung. */
export const RUNG = Symbol("rung");

/** Wakes whoever waits for something else. */
export interface Bell {
  ring(): void;
  /** The items, and between them `RUNG` for each time the bell was rung since last heard. */
  among<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item | typeof RUNG>;
}

/** A bell for one listener. */
export function newBell(): Bell {
  let isRung = false;
  let wake = () => {};

  async function either<Value>(coming: Promise<Value>): Promise<Value | typeof RUNG> {
    const heard = isRung
      ? RUNG
      : await new Promise<Value | typeof RUNG>((resolve, reject) => {
          wake = () => resolve(RUNG);
          coming.then(resolve, reject);
        });
    if (heard === RUNG) isRung = false;
    return heard;
  }

  return {
    ring() {
      isRung = true;
      wake();
    },

    async *among<Item>(items: AsyncIterable<Item>) {
      const iterator = items[Symbol.asyncIterator]();
      let coming = iterator.next();
      try {
        for (let heard = await either(coming); !isEnd(heard); heard = await either(coming)) {
          yield heard === RUNG ? RUNG : heard.value;
          if (heard !== RUNG) coming = iterator.next();
        }
      } finally {
        // What is still coming when nobody listens any more may fail without anybody minding.
        coming.catch(() => undefined);
        void iterator.return?.().catch(() => undefined);
      }
    },
  };
}

function isEnd<Item>(
  heard: IteratorResult<Item> | typeof RUNG,
): heard is IteratorReturnResult<undefined> {
  return heard !== RUNG && heard.done === true;
}
