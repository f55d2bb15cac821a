import type { MessageKey, MessageValues } from '../core/translate/create-translator.ts'

/** The command line was not written as it must be; told in the user's language, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly key: MessageKey
  readonly values: MessageValues

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}
