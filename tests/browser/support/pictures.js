/** Where pictures of the pages go, and what of them a program can see. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const FOLDER = fileURLToPath(new URL('../../artefacts/', import.meta.url));
await mkdir(FOLDER, { recursive: true });

/** Words on buttons, chips and headings that do not fit where they stand. */
export function cut(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a.button, .chip, h1, h2, h3, .badge')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.textContent.trim().slice(0, 60)}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
}
