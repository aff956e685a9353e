/** The question: a school, a day, how many, how they travel, and what they want to see. The rest is assumed and told. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { activityWords } from '../../i18n/activities';
import { formWords } from '../../i18n/study/form';
import { studyWords } from '../../i18n/study/frame';
import { StudyElement } from '../base';
import '../library/cards';
import { GRADES, MOST_PUPILS, MOST_WORDS, studyBody, THEMES, TRAVELS, type Theme } from '../question';
import { study } from '../state';
import { planDay, setQuestion } from '../steps';
import { kindOfDay } from '../words/day';
import { choiceField, numberField, timeField } from './fields';
import './more';
import './school-field';

@customElement('yuren-study-form')
export class StudyForm extends StudyElement {
  private date(): TemplateResult {
    const f = this.words(formWords);
    const { view, days } = this.state;
    const { date, grade } = view.question;
    const day = days.find((one) => one.date === date);
    const [today] = days;
    const beside = date && today ? (date < today.date ? f.pastDay : f.unknownDay) : '';
    const told = day ? kindOfDay(day, grade, this.language).join(' · ') : beside;
    const set = (event: Event): void => {
      const { value } = event.target as HTMLInputElement;
      if (value) setQuestion({ date: value });
    };
    return html`<label class="field">
      <span>${f.date}</span>
      <input type="date" data-testid="date" data-field="date" min=${today?.date ?? nothing} .value=${date ?? ''} @change=${set} />
      <span class="quiet day-kind" data-testid="day-kind">${told}</span>
    </label>`;
  }

  private travel(): TemplateResult {
    const f = this.words(formWords);
    return html`<fieldset class="field">
      <legend>${f.travel}</legend>
      <div class="modes">
        ${TRAVELS.map(
          (travel) =>
            html`<label class="mode" data-testid="travel-${travel}"><input class="visually-hidden" type="radio" name="travel" .checked=${travel === this.state.view.question.travel} @change=${() => setQuestion({ travel })} /><span>${f[travel]}</span></label>`,
        )}
      </div>
    </fieldset>`;
  }

  private themes(): TemplateResult {
    const f = this.words(formWords);
    const { themes, words } = this.state.view.question;
    const toggle = (theme: Theme): void => setQuestion({ themes: themes.includes(theme) ? themes.filter((other) => other !== theme) : [...themes, theme] });
    return html`<fieldset class="field">
        <legend>${f.themes}</legend>
        <div class="theme-chips">
          ${THEMES.map((theme) => html`<button type="button" class="chip plain ${themes.includes(theme) ? 'on' : ''}" data-testid="theme-${theme}" aria-pressed=${themes.includes(theme)} @click=${() => toggle(theme)}>${f[theme]}</button>`)}
        </div>
      </fieldset>
      <label class="field"><span>${f.words}</span><input type="text" data-testid="words" maxlength=${MOST_WORDS} placeholder=${f.wordsPlaceholder} .value=${words} @change=${(event: Event) => setQuestion({ words: (event.target as HTMLInputElement).value.trim() })} /></label>`;
  }

  private send(event: Event): void {
    event.preventDefault();
    const sound = !this.querySelector('[aria-invalid=true]');
    if (sound && studyBody(study.state.view.question)) planDay();
    else this.querySelector<HTMLElement>('[aria-invalid=true], [data-testid=search]')?.focus();
  }

  override render() {
    const f = this.words(formWords);
    const a = this.words(activityWords);
    const lang = this.language;
    const { view, answer, slow, status } = this.state;
    const { question } = view;
    const isSlow = status === 'asking' && slow;
    const looking = this.words(studyWords).looking;
    const grades: readonly (readonly [string, string])[] = [['', f.anyGrade], ...Array.from({ length: GRADES }, (_, index) => [String(index + 1), a.grade(index + 1)] as const)];
    return html`<form class="study-form form" data-testid="form" novalidate @submit=${this.send}>
      <h2 tabindex="-1">${f.title}</h2>
      <yuren-study-school></yuren-study-school>
      ${this.date()}
      <div class="form-grid">
        ${numberField({ name: 'pupils', label: f.pupils, lang }, question.pupils, MOST_PUPILS, false, (pupils) => pupils && setQuestion({ pupils }))}
        ${choiceField({ name: 'grade', label: f.grade }, question.grade === null ? '' : String(question.grade), grades, (grade) => setQuestion({ grade: grade ? Number(grade) : null }))}
      </div>
      ${this.travel()} ${timeField({ name: 'back_by', label: f.backBy, lang }, question.backBy, (backBy) => setQuestion({ backBy }))} ${this.themes()}
      <yuren-study-library></yuren-study-library>
      <yuren-study-more></yuren-study-more>
      <div class="form-foot">
        ${question.school ? nothing : html`<p class="quiet small">${f.schoolNeeded}</p>`}
        <button class="button primary wide" type="submit" data-testid="plan-day" aria-disabled=${studyBody(question) === null || status === 'asking'}>${isSlow ? looking : answer ? f.planAnew : f.plan}</button>
        <p class="visually-hidden" role="status">${isSlow ? looking : ''}</p>
        ${answer ? html`<button class="button wide" type="button" data-testid="keep-question" @click=${() => study.set({ editing: false, pointing: false })}>${f.cancel}</button>` : nothing}
      </div>
    </form>`;
  }
}
