/** How much room a text takes in a drawing, where nothing measures it. */

/** How wide a text is, about, in pixels of a type of `size`: a Chinese character is as wide as high, others half. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0) * size;
}
