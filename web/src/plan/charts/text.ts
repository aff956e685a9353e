/** How texts fit into a drawing, and how weights and minutes are written there. */
import { textWidth } from '../../format/text-width';

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

/** The text, or its beginning with `…`, so that it is no wider than `width`. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = [...text];
  while (end.length > 1 && textWidth(`${end.join('')}…`, size) > width) end = end.slice(0, -1);
  return `${end.join('')}…`;
}
