/** A fact as its place's staff read it: what it is called, and what is known. */
import type { Fact } from './api';
import { admissionInWords } from '../format/admission';
import { hoursInWords } from '../format/hours';
import { audienceInWords, bookingInWords, feeInWords, wheelchairInWords } from '../format/visit';
import type { Lang, Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { confirmWords } from '../i18n/confirm';
import { openWords } from '../i18n/open';
import { roleName } from '../i18n/roles';

export function titleOf({ known }: Fact, lang: Lang, w: Words): string {
  const c = said(confirmWords, lang);
  return {
    name: c.name,
    position: c.position,
    claim: c.claim,
    hours: w.hours,
    admission: said(openWords, lang).admission,
    fee: w.feeTitle,
    audience: w.audience,
    booking: w.booking,
    capacity: w.capacity,
    visit_minutes: w.visit,
    wheelchair: w.wheelchair,
    contact: c.contact,
  }[known.what];
}

export function textOf({ known }: Fact, lang: Lang, w: Words): string {
  const c = said(confirmWords, lang);
  switch (known.what) {
    case 'name':
      return known.value;
    case 'position':
      return known.value.precision === 'approximate' ? c.roughly : c.asOnMap;
    case 'claim':
      return roleName(known.value, lang);
    case 'hours':
      return hoursInWords(known.value, w) ?? known.value;
    case 'admission':
      return admissionInWords(known.value, w, said(openWords, lang));
    case 'fee':
      return feeInWords(known.value, w);
    case 'audience':
      return audienceInWords(known.value, w);
    case 'booking':
      return bookingInWords(known.value, w);
    case 'capacity':
      return w.persons(known.value);
    case 'visit_minutes':
      return w.minutes(known.value);
    case 'wheelchair':
      return wheelchairInWords(known.value, w);
    case 'contact':
      return [known.value.phone, known.value.website].filter(Boolean).join(' · ');
  }
}
