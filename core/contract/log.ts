/** Where the program writes down what happened, for whoever has to find a fault. Never holds text of articles or secrets. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** `error` is written with its stack and its causes. */
  error(message: string, error?: unknown): void
}
