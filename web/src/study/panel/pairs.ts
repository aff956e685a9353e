/** What comes first (先后): the pairs that are asked for, and the two places of a new one. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import { wishWords } from '../../i18n/study/wishes';
import type { Names } from '../answer';
import { StudyElement } from '../base';
import { failureInWords } from '../failure';
import { withoutPair, withPair } from '../pairs';
import type { Pair } from '../question';
import { shownPlan } from '../shown-plan';
import type { StudyState } from '../state';
import { setQuestion } from '../steps';
import { choiceField } from './fields';

/** A pair a row, each with a way to drop it. */
export function pairRows(pairs: readonly Pair[], names: Names, lang: Lang, drop: (pair: Pair) => void): TemplateResult | typeof nothing {
  const v = said(wishWords, lang);
  const name = (id: string): string => names[id]?.name ?? said(formWords, lang).unnamed;
  const row = (pair: Pair): TemplateResult => {
    const [first, second] = [name(pair[0]), name(pair[1])];
    return html`<li data-testid="pair" data-first=${pair[0]} data-second=${pair[1]}>${v.pair(first, second)}<button type="button" class="icon-button" data-testid="drop-pair" aria-label=${v.dropPair(first, second)} title=${v.dropPair(first, second)} @click=${() => drop(pair)}>${sign('close')}</button></li>`;
  };
  return pairs.length ? html`<ul class="plain-list listed-places">${pairs.map(row)}</ul>` : nothing;
}

/** The places of which one may come first: those of the plan, and those that must be seen. */
export function mayComeFirst(state: StudyState): string[] {
  const visits = shownPlan(state)?.groups.flatMap(({ stops }) => stops.filter(({ what }) => what === 'visit')) ?? [];
  return [...new Set([...visits.map(({ place }) => place), ...state.view.question.must])];
}

@customElement('yuren-study-pairs')
export class Pairs extends StudyElement {
  @state() private first = '';
  @state() private second = '';
  /** The two were no pair. */
  @state() private wrong = false;

  private add(places: readonly string[]): void {
    const { before } = this.state.view.question;
    this.wrong = this.first === this.second || ![this.first, this.second].every((id) => places.includes(id));
    if (this.wrong) return;
    setQuestion({ before: withPair(before, [this.first, this.second]) });
    [this.first, this.second] = ['', ''];
  }

  private adding(places: readonly string[]): TemplateResult {
    const v = this.words(wishWords);
    if (places.length < 2) return html`<p class="quiet small">${v.noPlaces}</p>`;
    const choices = [['', v.choose] as const, ...places.map((id) => [id, this.state.names[id]?.name ?? this.words(formWords).unnamed] as const)];
    return html`<div class="pair-choice">
        ${choiceField({ name: 'pair-first', label: v.first }, this.first, choices, (id) => (this.first = id))} ${choiceField({ name: 'pair-second', label: v.second }, this.second, choices, (id) => (this.second = id))}
      </div>
      <button type="button" class="button" data-testid="add-pair" @click=${() => this.add(places)}>${sign('plus')}${v.addPair}</button>
      <span class="field-trouble" role="alert">${this.wrong ? v.twoPlaces : ''}</span>`;
  }

  override render() {
    const v = this.words(wishWords);
    const { view, names, failure } = this.state;
    const { before } = view.question;
    return html`<fieldset class="field" data-testid="pairs" data-field="before" tabindex="-1">
      <legend>${v.pairs}</legend>
      ${failure?.part === 'before' ? html`<span class="field-trouble" role="alert" data-testid="pairs-trouble">${failureInWords(failure, this.language)}</span>` : nothing}
      ${pairRows(before, names, this.language, (pair) => setQuestion({ before: withoutPair(before, pair) }))} ${this.adding(mayComeFirst(this.state))}
    </fieldset>`;
  }
}
