/** Facts of a role that say who gets in: admission, booking, audience. Each is one fact with several fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { ruleWords } from '../../i18n/edit/rules';
import { fieldId } from '../desk/field';
import type { Booking } from '../fact-values';
import { fact, wrongLines } from './fact';
import { line } from './field';
import { choice, choicePart, numberPart, type Whole } from './part-field';
import { BOOKINGS, slotsOf, slotsText, wayOf, withPart, withWay, type BookingWay, type Parts } from './parts';
import { labelOf, pairAt, type Sheet } from './sheet';

/** The fields of a fact, under its name; what the server says of the whole stands below them. */
function group(sheet: Sheet, path: string, fields: () => TemplateResult): TemplateResult {
  const id = fieldId(path);
  return fact(
    sheet,
    path,
    () => html`<fieldset id=${id} tabindex="-1" aria-describedby="${id}-wrong">
      <legend>${labelOf(path, sheet.lang)}</legend>
      <div class="parts">${fields()}</div>
      ${wrongLines(sheet, path)}
    </fieldset>`,
  );
}

function wholeAt(sheet: Sheet, path: string): Whole {
  return { sheet, path, parts: (pairAt(sheet, path).now?.value ?? {}) as Parts, write: (parts) => sheet.desk.setValue(path, parts) };
}

export function admissionFact(sheet: Sheet, path: string): TemplateResult {
  const r = said(ruleWords, sheet.lang);
  const { write, ...rest } = wholeAt(sheet, path);
  // Rules of which nothing is said are no rules.
  const whole: Whole = { ...rest, write: (parts) => sheet.desk.setValue(path, Object.keys(parts).length ? parts : undefined) };
  return group(
    sheet,
    path,
    () => html`${numberPart(whole, 'last_admission_minutes', r.lastHint)} ${choicePart(whole, 'follows', ['workdays', 'school_days', 'weekends'])}
      ${choicePart(whole, 'makeup_workdays', ['as_workday', 'as_weekend', 'closed'])} ${choicePart(whole, 'holidays', ['off_day', 'statutory'])}`,
  );
}

export function bookingFact(sheet: Sheet, path: string): TemplateResult {
  const { w, desk, lang } = sheet;
  const r = said(ruleWords, lang);
  const whole = wholeAt(sheet, path);
  const { parts, write } = whole;
  const isKnown = pairAt(sheet, path).now?.value !== undefined;
  const names: Record<BookingWay, string> = { none: w.bookingNone, required: w.bookingRequired, walk_in: w.bookingWalkIn };
  const ways = [['', said(factWords, lang).unknown] as const, ...BOOKINGS.map((way) => [way, names[way]] as const)];
  const way = isKnown ? wayOf(parts as unknown as Booking) : '';
  const release = line(sheet, {
    key: `${path}:release_time`,
    label: r.release_time,
    text: String(parts['release_time'] ?? ''),
    type: 'time',
    testid: 'release_time',
    write: (text) => write(withPart(parts, 'release_time', text || undefined)),
  });
  const slots = line(sheet, {
    key: `${path}:slots`,
    label: r.slots,
    text: slotsText(parts['slots'] as Booking['slots']),
    lines: true,
    hint: r.slotsHint,
    testid: 'slots',
    write: (text, isDone) => write(withPart(parts, 'slots', slotsOf(text, isDone))),
  });
  const more = html`${numberPart(whole, 'days_ahead')} ${numberPart(whole, 'lead_days')} ${release} ${slots} ${numberPart(whole, 'group_min')}
    ${numberPart(whole, 'group_max')} ${numberPart(whole, 'group_notice_days')}`;
  return group(
    sheet,
    path,
    () => html`${choice(sheet, `${path}:booking_way`, r.bookingWay, ways, way, (chosen) => desk.setValue(path, chosen ? withWay(parts, chosen as BookingWay) : undefined))}
      ${isKnown ? more : nothing}`,
  );
}

export function audienceFact(sheet: Sheet, path: string): TemplateResult {
  const { desk, lang } = sheet;
  const r = said(ruleWords, lang);
  const whole = wholeAt(sheet, path);
  const { parts, write } = whole;
  const isKnown = pairAt(sheet, path).now?.value !== undefined;
  const more = html`<label class="check">
      <input type="checkbox" data-testid="adult_required" .checked=${parts['adult_required'] === true} @change=${(event: Event) => write(withPart(parts, 'adult_required', (event.target as HTMLInputElement).checked || undefined))} />
      <span>${r.adult_required}</span>
    </label>
    ${numberPart(whole, 'min_age', r.ageHint)} ${numberPart(whole, 'max_age', r.ageHint)} ${numberPart(whole, 'alone_from_age', r.ageHint)}`;
  const known = [['', said(factWords, lang).unknown], ['known', r.audienceSaid]] as const;
  return group(
    sheet,
    path,
    () => html`${choice(sheet, `${path}:audience_known`, r.audienceKnown, known, isKnown ? 'known' : '', (chosen) => desk.setValue(path, chosen ? parts : undefined))}
      ${isKnown ? more : nothing}`,
  );
}
