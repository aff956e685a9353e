/** Wishes beyond the usual, folded away. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { nameIn } from '../../i18n';
import { roleShortName } from '../../i18n/roles';
import { formWords } from '../../i18n/study/form';
import { wishWords } from '../../i18n/study/wishes';
import { ROLE_KINDS, type RoleKind } from '../../roles';
import type { TravelKind } from '../answer';
import { StudyElement } from '../base';
import { LONGEST_STAY, LONGEST_WALK, MOST_ADULTS, MOST_GROUPS, toggledRoles, type Lunch } from '../question';
import { decideNot, setQuestion } from '../steps';
import { choiceField, numberField, timeField } from './fields';
import './pairs';

/** Parts of the question that are refused beside a field in here. */
const TOLD_HERE: readonly (string | null)[] = ['before'];

@customElement('yuren-study-more')
export class MoreWishes extends StudyElement {
  private get isRefused(): boolean {
    return TOLD_HERE.includes(this.state.failure?.part ?? null);
  }

  private places(title: string, ids: readonly string[], list: 'must' | 'not'): TemplateResult | typeof nothing {
    const f = this.words(formWords);
    if (!ids.length) return nothing;
    const name = (id: string): string => this.state.names[id]?.name ?? f.unnamed;
    return html`<div class="field" data-testid="list-${list}">
      <span>${title}</span>
      <ul class="plain-list listed-places">
        ${ids.map((id) => html`<li>${name(id)}<button type="button" class="icon-button" aria-label=${f.forgetPlace(name(id))} title=${f.forgetPlace(name(id))} @click=${() => decideNot(id)}>${sign('close')}</button></li>`)}
      </ul>
    </div>`;
  }

  private roles(): TemplateResult {
    const { question } = this.state.view;
    const chip = (kind: RoleKind): TemplateResult => {
      const isOn = question.roles.includes(kind);
      return html`<button type="button" class="chip plain ${isOn ? 'on' : ''}" data-testid="role-${kind}" aria-pressed=${isOn} @click=${() => setQuestion({ roles: toggledRoles(question, kind) })}>${roleShortName(kind, this.language)}</button>`;
    };
    return html`<fieldset class="field wide">
      <legend>${this.words(wishWords).roles}</legend>
      <div class="theme-chips">${ROLE_KINDS.map(chip)}</div>
    </fieldset>`;
  }

  override render() {
    const f = this.words(formWords);
    const v = this.words(wishWords);
    const lang = this.language;
    const { question } = this.state.view;
    const districts = this.state.city?.regions.filter(({ level }) => level === 'district') ?? [];
    const lunch: readonly (readonly [Lunch | '', string])[] = [
      ['', f.lunchAnywhere],
      ['stops', f.lunchStops],
      ['none', f.lunchNone],
    ];
    const kinds: readonly (readonly [TravelKind | '', string])[] = [
      ['', this.state.streets ? v.usualKind : f.usual],
      ['network', v.network],
      ['estimate', v.estimate],
    ];
    const regions = [['', f.wholeCity] as const, ...districts.map((district) => [district.code, nameIn(lang, district)] as const)];
    return html`<details class="more-wishes" data-testid="more" ?open=${this.isRefused}>
      <summary>${f.more}</summary>
      <div class="form-grid">
        ${timeField({ name: 'leave_from', label: f.leaveFrom, lang }, question.leaveFrom, (leaveFrom) => setQuestion({ leaveFrom }))}
        ${numberField({ name: 'adults', label: f.adults, lang }, question.adults, MOST_ADULTS, true, (adults) => setQuestion({ adults }))}
        ${numberField({ name: 'groups', label: f.groups, lang }, question.groups, MOST_GROUPS, true, (groups) => setQuestion({ groups }))}
        ${choiceField({ name: 'lunch', label: f.lunch }, question.lunch ?? '', lunch, (chosen) => setQuestion({ lunch: chosen || null }))}
        ${choiceField({ name: 'region', label: f.region }, question.region ?? '', regions, (region) => setQuestion({ region: region || null }))}
        ${numberField({ name: 'max_leg_minutes', label: f.maxLeg, lang }, question.maxLeg, LONGEST_STAY, true, (maxLeg) => setQuestion({ maxLeg }))}
        ${question.travel === 'walk' ? numberField({ name: 'max_walk_m', label: f.maxWalk, lang }, question.maxWalk, LONGEST_WALK, true, (maxWalk) => setQuestion({ maxWalk })) : nothing}
        ${numberField({ name: 'max_without_toilet_minutes', label: v.toilet, lang, usual: v.any }, question.maxWithoutToilet, LONGEST_STAY, true, (maxWithoutToilet) => setQuestion({ maxWithoutToilet }))}
        ${this.state.streets || question.travelKind ? choiceField({ name: 'kind', label: v.kind }, question.travelKind ?? '', kinds, (kind) => setQuestion({ travelKind: kind || null })) : nothing}
        ${this.roles()}
        <yuren-study-pairs class="wide"></yuren-study-pairs>
        <label class="check wide"><input type="checkbox" data-testid="rain" .checked=${question.rain} @change=${() => setQuestion({ rain: !question.rain })} /><span>${v.rain}</span></label>
        <label class="check wide"><input type="checkbox" data-testid="ask-first" .checked=${question.askFirst} @change=${() => setQuestion({ askFirst: !question.askFirst })} /><span>${f.askFirst}</span></label>
        ${this.places(f.mustList, question.must, 'must')} ${this.places(f.notList, question.not, 'not')}
      </div>
    </details>`;
  }
}
