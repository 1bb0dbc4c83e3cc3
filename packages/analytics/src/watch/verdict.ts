/**
 * Whether something is amiss, by what is known: it is, it is not, or nothing says that what was so
 * before has changed. An alarm begins with the first, ends with the second, and outlasts the third.
 */
export type Verdict<Evidence> =
  | { readonly amiss: true; readonly since: Date; readonly evidence: Evidence }
  | { readonly amiss: false }
  | { readonly amiss: "unchanged" };

export const FINE = { amiss: false } as const;
export const UNCHANGED = { amiss: "unchanged" } as const;
