import type lunr from 'lunr'
import { stemKazakh } from './stem-kazakh.ts'
import { KAZAKH_STOP_WORDS } from './stop-words.ts'

/** What the plugin needs of lunr, so that any build of lunr 2 can be given. */
export type LunrForKazakh = {
  readonly Pipeline: { registerFunction(step: lunr.PipelineFunction, label: string): void }
}

/** The plugin to be given to `builder.use`, with its three steps for those who compose a pipeline themselves. */
export type LunrKazakh = {
  (this: lunr.Builder): void
  readonly trimmer: lunr.PipelineFunction
  readonly stopWordFilter: lunr.PipelineFunction
  readonly stemmer: lunr.PipelineFunction
}

const NOT_WORD_START = /^[^\p{L}\p{N}]+/u
const NOT_WORD_END = /[^\p{L}\p{N}]+$/u

/**
 * Registers the Kazakh pipeline steps with the given lunr and returns the plugin for `builder.use`. Indexes that were built with it
 * load only after this was called.
 */
export function registerLunrKk(instance: LunrForKazakh): LunrKazakh {
  instance.Pipeline.registerFunction(trimmer, 'trimmer-kk')
  instance.Pipeline.registerFunction(stopWordFilter, 'stopWordFilter-kk')
  instance.Pipeline.registerFunction(stemmer, 'stemmer-kk')
  return Object.assign(useKazakh, { trimmer, stopWordFilter, stemmer })
}

function useKazakh(this: lunr.Builder): void {
  this.pipeline.reset()
  this.pipeline.add(trimmer, stopWordFilter, stemmer)
  // Trimmed on both sides, or a word typed in quotation marks would find nothing.
  this.searchPipeline.reset()
  this.searchPipeline.add(trimmer, stemmer)
}

function trimmer(token: lunr.Token): lunr.Token | null {
  const trimmed = token.update((text) => text.replace(NOT_WORD_START, '').replace(NOT_WORD_END, ''))
  return trimmed.toString() === '' ? null : trimmed
}

function stopWordFilter(token: lunr.Token): lunr.Token | null {
  return KAZAKH_STOP_WORDS.has(token.toString()) ? null : token
}

function stemmer(token: lunr.Token): lunr.Token {
  return token.update(stemKazakh)
}
