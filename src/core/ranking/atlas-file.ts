/**
 * The baked atlas as one file: a length, a JSON head, then the numbers, little-endian, each array on an even
 * four-byte border.
 */
import type { Atlas } from './atlas.ts'

const arrays = [
  ['patchAreaMm2', Float32Array],
  ['patchMirror', Uint16Array],
  ['placeMirror', Uint16Array],
  ['rowStart', Uint32Array],
  ['patchOf', Uint16Array],
  ['hazard', Float32Array],
  ['pieceOf', Uint8Array],
  ['patchStart', Uint32Array],
  ['rowOf', Uint16Array],
  ['placeStart', Uint32Array],
  ['placeOf', Uint16Array],
  ['placeAreaMm2', Float32Array],
] as const

type Head = Pick<Atlas, 'edition' | 'bodyEdition' | 'places' | 'patchCount' | 'rows'> & { readonly lengths: number[] }

export function encodeAtlas(atlas: Atlas): Uint8Array {
  const { edition, bodyEdition, places, patchCount, rows } = atlas
  const head: Head = {
    edition,
    bodyEdition,
    places,
    patchCount,
    rows,
    lengths: arrays.map(([name]) => atlas[name].length),
  }
  const text = utf8(JSON.stringify(head))
  const parts = arrays.map(([name]) => {
    const array = atlas[name]
    return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  })
  const bytes = new Uint8Array(4 + padded(text.length) + parts.reduce((sum, part) => sum + padded(part.length), 0))
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  let offset = 4 + padded(text.length)
  for (const part of parts) {
    bytes.set(part, offset)
    offset += padded(part.length)
  }
  return bytes
}

/** @throws if the bytes are no atlas: a build mixed up its files */
export function decodeAtlas(bytes: Uint8Array): Atlas {
  const copy = bytes.slice() // on a border of its own, so that the arrays may lie over it
  const length = new DataView(copy.buffer).getUint32(0, true)
  if (length > copy.length) throw new Error('this file is no atlas: build again')
  const { lengths, ...head } = JSON.parse(fromUtf8(copy.subarray(4, 4 + length))) as Head
  let offset = 4 + padded(length)
  const numbers: Record<string, unknown> = {}
  for (const [index, [name, Type]] of arrays.entries()) {
    const array = new Type(copy.buffer, offset, lengths[index]!)
    numbers[name] = array
    offset += padded(array.byteLength)
  }
  return { ...head, ...numbers } as Atlas
}

function padded(length: number): number {
  return (length + 3) & ~3
}

/** The head is written in ASCII: JSON escapes the rest. */
function utf8(text: string): Uint8Array {
  const escaped = text.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return Uint8Array.from(escaped, (letter) => letter.charCodeAt(0))
}

function fromUtf8(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}
