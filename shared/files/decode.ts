/** A file's text with line ends as `\n`, and what was out of the ordinary about its bytes. */
export interface Decoded {
  readonly text: string;
  /** The encoding, where it is not UTF-8. */
  readonly encoding: string | null;
  /** Whether lines ended as Windows or old Macs end them. */
  readonly foreignLineEnds: boolean;
}

/**
 * Reads the bytes of a file that a spreadsheet saved: UTF-8, UTF-16 with or without its mark, and what is neither as
 * Windows-1252, in which every byte is a letter. Text that is decoded already only loses its mark and odd line ends.
 */
export function decode(input: string | Uint8Array): Decoded {
  const { text, encoding } = typeof input === 'string' ? { text: input, encoding: null } : decodeBytes(input);
  const plain = text.replace(/^\uFEFF/, '');
  const foreignLineEnds = plain.includes('\r');
  return { text: foreignLineEnds ? plain.replace(/\r\n?/g, '\n') : plain, encoding, foreignLineEnds };
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: string | null } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** By its mark, or by the empty half of each of the first two letters. */
function wideEncoding([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
}
