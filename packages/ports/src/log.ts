/** Where rooms say what operators should know: a line with facts, never with personal data. */
export interface Log {
  info(facts: object, line: string): void;
  warn(facts: object, line: string): void;
  error(facts: object, line: string): void;
}
