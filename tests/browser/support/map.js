/** The map in the tests: where it can be seen. */

/** The middle of the part of the map that nothing covers. */
export function middleOfMap(page) {
  return page.getByTestId('map').evaluate((map) => {
    const box = map.getBoundingClientRect();
    const panel = document.querySelector('[data-testid=panel]').getBoundingClientRect();
    const isSheet = panel.width > box.width - 2;
    const tools = document.querySelector('.tools').getBoundingClientRect();
    const top = isSheet ? Math.max(box.top, tools.bottom) : box.top;
    const bottom = isSheet ? Math.min(box.bottom, panel.top) : box.bottom;
    return { x: (box.left + box.right) / 2, y: (top + bottom) / 2 };
  });
}
