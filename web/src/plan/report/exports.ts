/** Files to keep: the server answers the same question as CSV, GeoJSON or a workbook. */
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answered, BASE, Problem } from '../../api/request';
import { PageElement } from '../../components/base';
import { sign } from '../../components/icons';
import { saveFile } from '../../components/save-file';
import type { Lang } from '../../i18n';
import type { CoverageQuestion } from '../answer';
import { sent } from '../own/lists';
import { reportWordsOf } from './content';

export const FORMATS = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type Format = keyof typeof FORMATS;

/** A workbook of a whole city may take a while. */
const PATIENCE_MS = 60_000;

/** `覆盖-2026-11-28.csv`. */
export function fileName(format: Format, day: string, lang: Lang): string {
  return `${reportWordsOf(lang).fileName}-${day}.${format}`;
}

@customElement('plan-exports')
export class Exports extends PageElement {
  @property({ attribute: false }) question: CoverageQuestion | null = null;
  @property({ attribute: false }) override lang: Lang = 'zh';
  /** The day that the file is named by. */
  @property({ attribute: false }) day = '';
  @state() private busy = false;
  @state() private told: { text: string; isTrouble: boolean } | null = null;

  private async save(format: Format): Promise<void> {
    if (this.busy || !this.question) return;
    const r = reportWordsOf(this.lang);
    this.busy = true;
    this.told = { text: r.exporting, isTrouble: false };
    try {
      const response = await answered(`${BASE}/coverage`, { method: 'POST', body: sent(this.question), headers: { accept: FORMATS[format] }, patienceMs: PATIENCE_MS });
      const type = response.headers.get('content-type');
      if (!type?.startsWith(FORMATS[format])) throw new Error(`asked for ${FORMATS[format]}, got ${type}`);
      const name = fileName(format, this.day, this.lang);
      saveFile(await response.blob(), name);
      this.told = { text: r.exported(name), isTrouble: false };
    } catch (error) {
      this.told = { text: error instanceof Problem ? r.exportRefused(error.detail) : r.exportFailed, isTrouble: true };
    } finally {
      this.busy = false;
    }
  }

  override render() {
    const r = reportWordsOf(this.lang);
    if (!this.question) return nothing;
    const names: Record<Format, string> = { csv: r.csv, geojson: r.geojson, xlsx: r.xlsx };
    return html`<div class="exports" role="group" aria-label=${r.exports}>
      ${(Object.keys(FORMATS) as Format[]).map(
        (format) =>
          html`<button class="button" data-testid="export-${format}" aria-disabled=${this.busy} @click=${() => void this.save(format)}>
            ${sign('download')}${names[format]}
          </button>`,
      )}
      <p class="exports-told" role=${this.told?.isTrouble ? 'alert' : 'status'} data-testid="export-told">${this.told?.text ?? ''}</p>
    </div>`;
  }
}
