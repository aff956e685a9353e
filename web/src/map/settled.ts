/** When something may be brought into sight: a card that comes with it takes room from the map, which takes its new size a frame later. */
export function onceSettled(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}
