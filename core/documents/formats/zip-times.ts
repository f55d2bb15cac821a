const END = 0x06054b50
const ENTRY = 0x02014b50
/** Length of the record at the end of a zip without a comment. */
const END_LENGTH = 22
/** 1 January 1980, midnight, as zip files write days and times: the first moment that they know. */
const FIRST_MOMENT = 0x00210000

/**
 * Gives all entries of a zip one time, in place: the library that wrote it takes the time of day, and then the same table
 * would never be the same file twice.
 *
 * @throws Error for bytes that are no zip without a comment
 */
export function settleZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('The spreadsheet is not the zip that was expected.')
  let at = view.getUint32(end + 16, true)
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('The spreadsheet has an entry that cannot be read.')
    view.setUint32(at + 12, FIRST_MOMENT, true)
    // The same again at the head of the entry itself.
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_MOMENT, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
