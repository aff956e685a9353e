/** The filters over the table of places; each is a parameter of the fragment. */
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { nameIn } from '../../i18n';
import { factWords } from '../../i18n/edit/facts';
import { placesWords } from '../../i18n/edit/places';
import { roleName } from '../../i18n/roles';
import { ROLE_KINDS } from '../../roles';
import { EditElement } from '../base';
import { STANDINGS } from '../checking';
import { filterOf, NO_FILTER, STATUSES } from './filter';

/** Milliseconds without a key after which a name counts as written. */
const PAUSE_MS = 350;

/** What of the fragment is to change. */
export class Filtered extends CustomEvent<Record<string, string>> {
  constructor(parameters: Record<string, string>) {
    super('filtered', { detail: { ...parameters, p: '' } });
  }
}

@customElement('yuren-places-filters')
export class PlacesFilters extends EditElement {
  @property({ attribute: false }) parameters: Readonly<Record<string, string>> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private tell(parameters: Record<string, string>): void {
    clearTimeout(this.timer);
    this.dispatchEvent(new Filtered(parameters));
  }

  private onName(event: InputEvent): void {
    clearTimeout(this.timer);
    if (event.isComposing) return;
    const q = (event.target as HTMLInputElement).value;
    this.timer = setTimeout(() => this.tell({ q }), PAUSE_MS);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.tell({ q: this.querySelector<HTMLInputElement>('[name=q]')?.value ?? '' });
  }

  private choice(name: string, label: string, value: string, options: readonly (readonly [value: string, text: string])[]) {
    return html`<label class="field">
      <span>${label}</span>
      <select name=${name} data-testid="filter-${name}" @change=${(event: Event) => this.tell({ [name]: (event.target as HTMLSelectElement).value })}>
        ${options.map(([option, text]) => html`<option value=${option} .selected=${option === value}>${text}</option>`)}
      </select>
    </label>`;
  }

  override render() {
    const [e, f] = [this.words(placesWords), this.words(factWords)];
    const { region, kind, check, status } = filterOf(this.parameters);
    const districts = (this.state.city?.regions ?? []).map((district) => [district.code, nameIn(this.language, district)] as const);
    // A link may name a town.
    const others = region && !districts.some(([code]) => code === region) && region !== this.state.city?.adcode ? [[region, region] as const] : [];
    const isFiltered = Object.keys(NO_FILTER).some((key) => key !== 'p' && this.parameters[key]);
    return html`<form class="filters-row" role="search" aria-label=${e.filters} @submit=${this.onSubmit}>
      ${this.choice('g', e.district, region, [['', e.wholeCity], ...districts, ...others])}
      ${this.choice('r', e.kind, kind ?? '', [['', e.anyKind], ...ROLE_KINDS.map((one) => [one, roleName(one, this.language)] as const)])}
      ${this.choice('check', e.check, check ?? '', [['', e.any], ...STANDINGS.map((one) => [one, e[one]] as const)])}
      ${this.choice('status', f.status, status ?? '', [['', e.any], ...STATUSES.map((one) => [one, f[one]] as const)])}
      <label class="field">
        <span>${e.nameLike}</span>
        <input type="search" name="q" maxlength="64" autocomplete="off" placeholder=${e.nameHint} data-testid="filter-q" .value=${this.parameters['q'] ?? ''} @input=${this.onName} @compositionend=${this.onName} />
      </label>
      ${isFiltered ? html`<button type="button" class="button plain" data-testid="clear-filters" @click=${() => this.dispatchEvent(new Event('cleared'))}>${e.clear}</button>` : nothing}
    </form>`;
  }
}
