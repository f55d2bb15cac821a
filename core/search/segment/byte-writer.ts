/** A growing run of bytes that numbers are written to in LEB128 (seven bits a byte, low bits first). */
export class ByteWriter {
  bytes: Uint8Array
  length = 0

  constructor(capacity = 1 << 12) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  /** Writes a whole number from 0 to 2^32 - 1 in one to five bytes. */
  number(value: number): void {
    this.reserve(5)
    const { bytes } = this
    let rest = value
    while (rest > 127) {
      bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[this.length++] = rest
  }

  append(source: Uint8Array, from = 0, to = source.length): void {
    this.reserve(to - from)
    this.bytes.set(source.subarray(from, to), this.length)
    this.length += to - from
  }

  /** A copy of what was written so far. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** A growing run of UTF-16 units. */
export class UnitWriter {
  units: Uint16Array
  length = 0

  constructor(capacity = 1 << 12) {
    this.units = new Uint16Array(capacity)
  }

  private reserve(count: number): void {
    if (this.length + count <= this.units.length) return
    const grown = new Uint16Array(Math.max(this.units.length * 2, this.length + count))
    grown.set(this.units.subarray(0, this.length))
    this.units = grown
  }

  text(text: string): void {
    this.reserve(text.length)
    for (let place = 0; place < text.length; place += 1) this.units[this.length++] = text.charCodeAt(place)
  }

  append(source: Uint16Array, from: number, to: number): void {
    this.reserve(to - from)
    this.units.set(source.subarray(from, to), this.length)
    this.length += to - from
  }

  finish(): Uint16Array {
    return this.units.slice(0, this.length)
  }
}
