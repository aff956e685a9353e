/** How texts fit into a drawing, and how weights and minutes are written there. */

/** A weight, a count or minutes, to one decimal where it has one: `1,430`, `12.5`. */
export function amount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

/** A share that is a whole number of percent, as an axis names it. */
export function wholePercent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** A number with its sign: `+12`, `−3`, `0`. */
export function signed(value: number): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${amount(Math.abs(value))}`;
}

/** How wide a text is, about, in pixels of a type of `size`: a Chinese character is as wide as high, others half. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0) * size;
}

/** The text, or its beginning with `…`, so that it is no wider than `width`. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = [...text];
  while (end.length > 1 && textWidth(`${end.join('')}…`, size) > width) end = end.slice(0, -1);
  return `${end.join('')}…`;
}
