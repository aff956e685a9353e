/** The map's text is drawn from the bundled slices of Noto Sans SC; a slice is fetched when one of its characters is met. */
import ranges from '@fontsource/noto-sans-sc/unicode.json';

const FILES = import.meta.glob<string>('/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-400-normal.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The family's name in `text-font`. */
export const FONT = 'Noto Sans SC';

/** The style's `font-faces`. Slices are keyed `[4]` or `latin` in the package's table of ranges. */
export function fontFaces(): Record<string, { url: string; 'unicode-range': string[] }[]> {
  const faces = Object.entries(ranges as Record<string, string>).flatMap(([key, range]) => {
    const slice = key.replace(/[[\]]/g, '');
    const file = FILES[`/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-${slice}-400-normal.woff2`];
    return file ? [{ url: new URL(file, location.href).href, 'unicode-range': range.split(',') }] : [];
  });
  return { [FONT]: faces };
}
