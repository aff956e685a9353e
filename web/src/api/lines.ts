/** An answer that comes line by line. */

/** The lines of a body as they come, empty ones left out. */
export async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      const parts = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (parts.pop() ?? '');
      for (const part of parts) if (part.trim()) yield part;
      if (done) return;
    }
  } finally {
    reader.releaseLock();
  }
}
