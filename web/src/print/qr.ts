/** A QR code as one path, so that it prints sharp. */
import { encode } from 'uqr';

/** Modules of quiet ground around the code, as the standard asks for. */
const QUIET = 4;
/** A code of more modules cannot be read from paper by a phone at this size. */
const MOST_MODULES = 117;

export interface Code {
  path: string;
  /** Modules along a side, the quiet ground included. */
  side: number;
}

/** The code of an address; `null` = it is too long for one. */
export function qrOf(address: string): Code | null {
  let code;
  try {
    code = encode(address, { ecc: 'L', boostEcc: true, border: QUIET });
  } catch {
    return null;
  }
  const { data, size: side } = code;
  if (side > MOST_MODULES) return null;
  const runs = data.flatMap((row, y) => {
    const parts: string[] = [];
    for (let x = 0; x < side; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (x + 1 < side && row[x + 1]) x += 1;
      parts.push(`M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`);
    }
    return parts;
  });
  return { path: runs.join(''), side };
}
