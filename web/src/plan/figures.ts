/** Numbers as the page writes them. */

/** `3` or `3.5`. */
export function short(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/** A length of street in whole tens of metres: it is measured along a drawn line. */
export function streetLength(metres: number): string {
  return whole(Math.max(10, Math.round(metres / 10) * 10));
}

/** A share with one decimal; none where it is everything or nothing. What is not quite everything is never said to be. */
export function percent(share: number): string {
  if (share <= 0) return '0%';
  if (share >= 1) return '100%';
  return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)}%`;
}

/** Percentage points with their sign. */
export function points(difference: number): string {
  const value = (difference * 100).toFixed(1);
  return difference > 0 ? `+${value}` : value.replace('-', '−');
}
