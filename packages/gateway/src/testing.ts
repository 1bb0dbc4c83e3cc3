import type { CommandBox } from "@zpr/ports";

/** A command box in which nothing ever waits, for tests of all the rest. */
export const emptyCommandBox: CommandBox = {
  mayHave: () => false,
  take: async () => undefined,
  answered: async () => undefined,
  expects: async () => {},
  handedOver: async () => {},
  unanswered: async () => {},
  whenQueued: () => () => {},
  whenAnyQueued: () => () => {},
};
