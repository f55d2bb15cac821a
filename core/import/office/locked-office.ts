const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/** True for a document of Word or Excel with a password: the whole lies unreadable in a container of its own. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.subarray(0, COMPOUND.length).equals(COMPOUND) && buffer.includes(PACKAGE)
}
