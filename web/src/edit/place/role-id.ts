/** Ids of new roles. */

/** 0 to 9 and a to z without those that are taken for others: as the catalog writes its own. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** `r-` and twelve characters by chance: 60 bits, which never meet. */
export function newRoleId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `r-${[...bytes].map((byte) => DIGITS[byte % DIGITS.length]).join('')}`;
}
