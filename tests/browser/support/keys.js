/** The keyboard in the tests: what has the focus, and going there by Tab. */
import assert from 'node:assert/strict';

/** What has the focus: its test id, else its tag and id. */
export function focused(page) {
  return page.evaluate(() => {
    const { dataset, tagName, id } = document.activeElement;
    return dataset.testid ?? `${tagName.toLowerCase()}#${id}`;
  });
}

/** Presses Tab until that has the focus. */
export async function tabTo(page, wanted) {
  const seen = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (seen.at(-1) === wanted) return;
  }
  assert.fail(`Tab never reaches ${wanted}: ${seen.join(' ')}`);
}

/** Whether the focus can be seen: an outline, a ring or a border that was not there before. */
export function focusIsSeen(page) {
  return page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
  });
}
