/** A combobox that finds places and regions by name. It says `choose` with what was chosen, and `found` of every answer. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../api/client';
import type { LonLat, SearchAnswer, SearchHit } from '../api/types';
import { nameIn, words, type Lang, type Words } from '../i18n';
import { PageElement } from './base';
import { roleMarker, sign } from './icons';

const SHOWN = 8;
const Q_MAX = 64;
/** Milliseconds of quiet typing before asking. */
const DEBOUNCE_MS = 150;

function levelName(level: string, w: Words): string {
  return { city: w.levelCity, district: w.levelDistrict, town: w.levelTown, village: w.levelVillage }[level] ?? '';
}

@customElement('yuren-place-search')
export class PlaceSearch extends PageElement {
  @property({ attribute: false }) override lang: Lang = 'zh';
  /** What is near comes first. */
  @property({ attribute: false }) near: LonLat | null = null;
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) placeholder = '';
  /** Those for which this does not hold are not offered. */
  @property({ attribute: false }) offers: (hit: SearchHit) => boolean = () => true;
  /** How many are asked for: more than are shown, where not all are offered. */
  @property({ attribute: false }) asked = SHOWN;
  /** What else stands in the field. */
  @property({ attribute: false }) more: TemplateResult | typeof nothing = nothing;
  @state() private text = '';
  @state() private hits: readonly SearchHit[] = [];
  @state() private open = false;
  @state() private active = -1;
  /** The text that the suggestions answer: while the next answer is on its way they are those of an earlier one. */
  private answered = '';
  @state() private answer: 'none' | 'found' | 'nothing' | 'failed' = 'none';
  private timer: ReturnType<typeof setTimeout> | undefined;

  private onInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.active = -1;
    clearTimeout(this.timer);
    const text = this.text.trim();
    if (!text) {
      this.reset();
      return;
    }
    // An input method's half-typed pinyin is a search too: initials find names.
    this.timer = setTimeout(() => void this.ask(text), DEBOUNCE_MS);
  }

  private async ask(text: string): Promise<void> {
    try {
      const found = await api.search([...text].slice(0, Q_MAX).join(''), this.near, this.asked);
      this.dispatchEvent(new CustomEvent<SearchAnswer>('found', { detail: found }));
      const hits = found.features.filter(this.offers).slice(0, SHOWN);
      // What is highlighted stays so if it is still there; another in its place must not be taken for it.
      const highlighted = this.hits[this.active]?.id;
      this.active = hits.findIndex((hit) => hit.id === highlighted);
      this.hits = hits;
      this.answered = text;
      this.answer = hits.length ? 'found' : 'nothing';
      this.open = true;
    } catch (error) {
      if (error instanceof api.Superseded) return;
      this.hits = [];
      this.answer = 'failed';
      this.open = true;
    }
  }

  private reset(): void {
    clearTimeout(this.timer);
    api.cancelSearch();
    this.hits = [];
    this.open = false;
    this.active = -1;
    this.answer = 'none';
  }

  private choose(hit: SearchHit): void {
    this.reset();
    this.text = '';
    this.dispatchEvent(new CustomEvent<SearchHit>('choose', { detail: hit }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = this.hits.length - 1;
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      event.stopPropagation();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && last >= 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active < 0 ? (step > 0 ? 0 : last) : (this.active + step + last + 1) % (last + 1);
      this.open = true;
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const first = this.answered === this.text.trim() ? this.hits[0] : undefined;
      const hit = this.hits[this.active] ?? first;
      if (this.open && hit) this.choose(hit);
      event.preventDefault();
    }
  }

  private option(hit: SearchHit, index: number) {
    const w = words(this.lang);
    const { properties } = hit;
    const name = nameIn(this.lang, properties);
    const regions = properties.regions.filter((region) => region.level !== 'city' && region.name !== properties.name);
    const where = regions.map((region) => nameIn(this.lang, region)).join(' · ');
    const isPlace = properties.result === 'place';
    const also = isPlace && properties.matched_name !== name ? w.alsoCalled(properties.matched_name) : '';
    const role = isPlace ? properties.roles[0] : undefined;
    return html`<li
      id="suggestion-${index}"
      role="option"
      aria-selected=${index === this.active}
      data-testid="suggestion"
      data-result=${properties.result}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.choose(hit)}
    >
      ${role ? roleMarker(role.kind) : sign('pin')}
      <span class="option-words">
        <span class="option-name">${name}</span>
        <span class="quiet">
          ${isPlace ? [also, where].filter(Boolean).join(' · ') : [w.startFromRegion(levelName(properties.level, w)), where].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>`;
  }

  private message(): string {
    const w = words(this.lang);
    if (this.answer === 'nothing') return w.searchNothing;
    if (this.answer === 'failed') return w.searchFailed;
    return this.open && this.hits.length ? w.searchCount(this.hits.length) : '';
  }

  override render() {
    const w = words(this.lang);
    const shown = this.open && this.hits.length > 0;
    const message = this.message();
    return html`<div class="search" role="search">
      <div class="search-box">
        ${sign('search')}
        <input
          id="search-input"
          data-testid="search"
          type="text"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          role="combobox"
          maxlength=${Q_MAX}
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${shown}
          aria-controls="suggestions"
          aria-activedescendant=${shown && this.active >= 0 ? `suggestion-${this.active}` : nothing}
          placeholder=${this.placeholder}
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @focus=${() => (this.open = this.answer !== 'none')}
          @blur=${() => (this.open = false)}
        />
        ${this.text
          ? html`<button type="button" class="icon-button" aria-label=${w.searchClear} @click=${this.clear}>${sign('close')}</button>`
          : nothing}
        ${this.more}
      </div>
      <ul id="suggestions" class="suggestions" role="listbox" aria-label=${w.suggestions} ?hidden=${!shown}>
        ${this.hits.map((hit, index) => this.option(hit, index))}
      </ul>
      <p class="search-message ${this.answer === 'found' ? 'visually-hidden' : ''}" role="status" ?hidden=${!this.open || !message}>${message}</p>
    </div>`;
  }

  private clear(): void {
    this.text = '';
    this.reset();
    this.querySelector('input')?.focus();
  }
}
