/**
 * Longest argument of one request in bytes of JSON. The longest text that the contract takes has 20 million characters,
 * two bytes each in Cyrillic.
 */
export const MOST_REQUEST_BYTES = 48_000_000

/** Longest file that a host takes for import, in bytes. */
export const MOST_FILE_BYTES = 200_000_000

/** Longest file name that a host takes with it, in UTF-16 units. */
export const MOST_FILE_NAME = 1_000
