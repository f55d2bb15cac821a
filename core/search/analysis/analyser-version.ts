/**
 * Names the rules that turn text into terms. To be raised with every change of a stemmer, stop word, exception or of the
 * normalisation: an index made under another version is rebuilt.
 */
export const ANALYSER_VERSION = 10
