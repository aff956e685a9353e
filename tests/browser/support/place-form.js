/** The form of one place in the tests: opening it as somebody, saving, and what of it is too small for a finger. */
import { signIn } from './editor.js';

export const OFFICE = '市文旅局';

/** What the browser itself says of answers that stories of the form provoke. */
export const REFUSED = /status of (401|403|404|412|422|500|503|507)|ERR_FAILED/;

/** Opens the form of a place as somebody. */
export async function openForm(page, go, id, name, more = '') {
  await page.addInitScript((office) => {
    if (location.protocol !== 'about:' && !localStorage.getItem('yuren')) localStorage.setItem('yuren', JSON.stringify({ office }));
  }, OFFICE);
  await go(`edit.html#v=place&id=${id}${more}`);
  await signIn(page, name);
  await page.getByTestId('place-name').waitFor();
}

export async function save(page, why) {
  await page.getByTestId('why').fill(why);
  await page.getByTestId('save').click();
}

export async function saved(page) {
  await page.getByTestId('toast').filter({ hasText: '已保存' }).waitFor();
}

/** What can be touched and is smaller than a finger. */
export function small(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main a[href], main input, main select, main textarea')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => (element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
}
