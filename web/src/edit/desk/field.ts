/** A field's id in the page, and bringing it into sight. */

/** The id of a field: that of its fact, and of the part of it. */
export function fieldId(key: string): string {
  return `f-${key.replace(/[^\w-]/g, '_')}`;
}

/** Brings a field into sight and gives it the focus; of a fact without a field of its own the first in it; where there is none, the sentence about the whole. */
export function focusField(key: string): void {
  requestAnimationFrame(() => {
    const id = fieldId(key);
    const field = document.getElementById(id) ?? document.getElementById(`${id}-fact`)?.querySelector<HTMLElement>('input, select, textarea') ?? document.getElementById('saving-title');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  });
}
