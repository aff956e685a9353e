/** The notice to parents, with a slip to cut off. Names are written by hand. */
import { html, type TemplateResult } from 'lit';
import { clock } from '../../format/clock';
import { words } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import { wholeDateInWords } from '../words/day';
import { handbookWordsOf, venuesOf, type Handbook } from './content';
import type { Leaf } from './leaf';

export function noticeLeaf(handbook: Handbook): Leaf {
  const { lang, answer, plan, question } = handbook;
  const h = handbookWordsOf(lang);
  const f = said(formWords, lang);
  const w = words(lang);
  const venues = venuesOf(plan);
  const leave = plan.groups.map((group) => group.leave).toSorted()[0] ?? '';
  const back = plan.groups.map((group) => group.back).toSorted().at(-1) ?? '';
  const fees = new Set(venues.map(({ stop }) => stop.fee));
  const cost = fees.has('paid') ? h.noticePaid : fees.has('unknown') ? h.noticeUnknownFees : h.noticeFree;
  const hasLunch = plan.groups.some(({ stops }) => stops.some(({ what }) => what === 'lunch'));
  const lunch = !hasLunch ? h.noticeNoLunch : question.lunch === 'stops' ? h.noticeLunchIn : h.noticeLunch;
  const field = (name: string): TemplateResult => html`<div class="slip-field"><span>${name}</span><span class="blank"></span></div>`;
  const body = html`<div class="notice">
      <p>${h.noticeDear}</p>
      <p>${h.noticeBody(wholeDateInWords(answer.date, lang), clock(leave), clock(back), f[answer.mode].toLowerCase())}</p>
      <p>${h.noticePlaces(venues.map(({ stop }) => stop.name).join(w.listComma))}</p>
      <p>${lunch} ${h.noticeBring}</p>
      <p>${h.noticeFees}${lang === 'en' ? ' ' : ''}${cost}</p>
      <p>${h.noticeHealth}</p>
      <div class="notice-sign">${field(h.noticeSign)}${field(h.noticeDate)}</div>
    </div>
    <div class="slip" data-testid="reply">
      <h2>${h.reply}</h2>
      <p>${h.replyAgree}</p>
      ${field(h.replyPupil)} ${field(h.replyHealth)} ${field(h.replyPhone)} ${field(h.replyParent)}
      <p class="quiet">${h.replyBack}</p>
    </div>`;
  return { kind: 'notice', title: h.notice, body };
}
