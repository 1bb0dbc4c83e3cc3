/** Processor time of one call, in which the codec is read as well. Time in which a busy machine lets others run does not count. */
export const MOST_MILLISECONDS = 50;
/** Why a call failed that took longer. */
export const OUT_OF_TIME = `the codec ran for longer than ${MOST_MILLISECONDS} ms`;
/** After so long, whoever used the processor, a call that does not even heed the limit above is ended with its thread. */
export const PATIENCE_MILLISECONDS = 2000;
/** Pages of 64 KiB: QuickJS itself begins with 16 MB, of which it needs the smaller part; a codec gets some 16 MB. */
export const MEMORY_PAGES = { initial: 256, maximum: 344 };
export const MOST_STACK_BYTES = 256 * 1024;
/** Characters of JSON that a codec may answer, its console included. */
export const MOST_ANSWER = 64 * 1024;
export const MOST_DEPTH = 16;
/** Values in an answer, at any depth. */
export const MOST_VALUES = 5000;
