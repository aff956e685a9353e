/** Wishes beyond the usual, folded away. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { nameIn } from '../../i18n';
import { formWords } from '../../i18n/study/form';
import { decideNot, setQuestion } from '../asking';
import { StudyElement } from '../base';
import { LONGEST_STAY, LONGEST_WALK, MOST_ADULTS, MOST_GROUPS, type Lunch } from '../question';
import { choiceField, numberField, timeField } from './fields';

@customElement('yuren-study-more')
export class MoreWishes extends StudyElement {
  private places(title: string, ids: readonly string[], list: 'must' | 'not'): TemplateResult | typeof nothing {
    const f = this.words(formWords);
    if (!ids.length) return nothing;
    const name = (id: string): string => this.state.names[id] ?? f.unnamed;
    return html`<div class="field" data-testid="list-${list}">
      <span>${title}</span>
      <ul class="plain-list listed-places">
        ${ids.map((id) => html`<li>${name(id)}<button type="button" class="icon-button" aria-label=${f.forgetPlace(name(id))} title=${f.forgetPlace(name(id))} @click=${() => decideNot(id)}>${sign('close')}</button></li>`)}
      </ul>
    </div>`;
  }

  override render() {
    const f = this.words(formWords);
    const lang = this.language;
    const { question } = this.state.view;
    const districts = this.state.city?.regions.filter(({ level }) => level === 'district') ?? [];
    const lunch: readonly (readonly [Lunch | '', string])[] = [
      ['', f.lunchAnywhere],
      ['stops', f.lunchStops],
      ['none', f.lunchNone],
    ];
    const regions = [['', f.wholeCity] as const, ...districts.map((district) => [district.code, nameIn(lang, district)] as const)];
    return html`<details class="more-wishes" data-testid="more">
      <summary>${f.more}</summary>
      <div class="form-grid">
        ${timeField({ name: 'leave_from', label: f.leaveFrom, lang }, question.leaveFrom, (leaveFrom) => setQuestion({ leaveFrom }))}
        ${numberField({ name: 'adults', label: f.adults, lang }, question.adults, MOST_ADULTS, true, (adults) => setQuestion({ adults }))}
        ${numberField({ name: 'groups', label: f.groups, lang }, question.groups, MOST_GROUPS, true, (groups) => setQuestion({ groups }))}
        ${choiceField({ name: 'lunch', label: f.lunch }, question.lunch ?? '', lunch, (chosen) => setQuestion({ lunch: chosen || null }))}
        ${choiceField({ name: 'region', label: f.region }, question.region ?? '', regions, (region) => setQuestion({ region: region || null }))}
        ${numberField({ name: 'max_leg_minutes', label: f.maxLeg, lang }, question.maxLeg, LONGEST_STAY, true, (maxLeg) => setQuestion({ maxLeg }))}
        ${question.travel === 'walk' ? numberField({ name: 'max_walk_m', label: f.maxWalk, lang }, question.maxWalk, LONGEST_WALK, true, (maxWalk) => setQuestion({ maxWalk })) : nothing}
        <label class="check wide"><input type="checkbox" data-testid="ask-first" .checked=${question.askFirst} @change=${() => setQuestion({ askFirst: !question.askFirst })} /><span>${f.askFirst}</span></label>
        ${this.places(f.mustList, question.must, 'must')} ${this.places(f.notList, question.not, 'not')}
      </div>
    </details>`;
  }
}
