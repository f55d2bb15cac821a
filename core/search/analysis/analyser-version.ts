/**
 * Names the rules that turn text into terms: a number to be raised with any of them, and a checksum of the terms of many test
 * words, which a test compares. An index made under another version is made anew. Written down, and not computed at every
 * start, which would need all the tables of words.
 */
export const ANALYSER_VERSION = '11-d0b35220'
