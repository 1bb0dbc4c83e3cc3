/** A span of time: milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span as the API and addresses have it. */
export function instantsOf({ from, to }: Span): { readonly from: string; readonly to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
