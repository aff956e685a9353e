/** Gives the reader bytes as a file of this name. */
export function saveFile(bytes: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The download has begun by then, and has its own hold on the bytes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
