/** Whether something failed because a server we lean on is away just now, so that the same may succeed later. */
export type IsAway = (error: unknown) => boolean;
