/** What a command prints. With `--json` standard output holds one JSON value and nothing else. */
export interface Printer {
  readonly isJson: boolean
  /** The result: as JSON, or as the lines for a person. */
  result(json: unknown, lines: () => readonly string[]): void
  /** A remark on standard error. */
  note(line: string): void
  /** Progress on standard error, where that is a terminal. */
  progress(line: string): void
}

export interface PrinterStreams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly isTerminal: boolean
}

/** Makes the printer of one call. */
export function createPrinter(isJson: boolean, { out, err, isTerminal }: PrinterStreams): Printer {
  let shown = 0
  const clearProgress = (): void => {
    if (shown > 0) err(`\r${' '.repeat(shown)}\r`)
    shown = 0
  }
  return {
    isJson,
    result: (json, lines) => {
      clearProgress()
      out(
        isJson
          ? `${JSON.stringify(json, null, 2)}\n`
          : lines()
              .map((line) => `${plain(line)}\n`)
              .join(''),
      )
    },
    note: (line) => {
      clearProgress()
      err(`${plain(line)}\n`)
    },
    progress: (line) => {
      if (!isTerminal) return
      clearProgress()
      const short = plain(line).slice(0, 78)
      err(short)
      shown = short.length
    },
  }
}

/** Control characters of a title or file name must not steer the terminal. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
}
