/** What researchers set for a tracker: a payload layout, a password, a time zone; by the protocol's own names. */
export type Settings = Readonly<Record<string, unknown>>;
