/** A file of the reader's own: chosen, or dropped. */
import { html, type TemplateResult } from 'lit';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { fileWords } from '../i18n/files';
import { sign } from './icons';

function sizeOf(bytes: number, lang: Lang): string {
  const f = said(fileWords, lang);
  return bytes < 1e6 ? f.kilobytes(Math.ceil(bytes / 1e3)) : f.megabytes(Math.round(bytes / 1e5) / 10);
}

/** `accept` are the endings of names that are offered; `take` is told of the file. */
export function fileChooser(file: File | null, accept: string, lang: Lang, take: (file: File) => void): TemplateResult {
  const f = said(fileWords, lang);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) take(dropped);
  };
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) take(chosen);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return html`<div class="chooser" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
    <label class="button ${file ? '' : 'primary'}">
      ${sign('upload')}${file ? f.another : f.choose}
      <input class="visually-hidden" type="file" data-testid="file" accept=${accept} @change=${choose} />
    </label>
    ${file ? html`<strong>${f.fileNamed(file.name, sizeOf(file.size, lang))}</strong>` : html`<span class="quiet">${f.drop}</span>`}
  </div>`;
}
