/** Fee, audience, booking and whether a wheelchair gets in, in words. */
import type { Audience, Booking, Fee, Role, Wheelchair } from '../api/types';
import type { Words } from '../i18n';
import { clock } from './clock';

export function feeInWords(fee: Fee, w: Words): string {
  return { free: w.feeFree, paid: w.feePaid, unknown: w.feeUnknown }[fee];
}

export function audienceInWords(audience: Audience, w: Words): string {
  const { min_age: min, max_age: max, alone_from_age: alone, adult_required: adult } = audience;
  const ages =
    min && max ? w.ageBetween(min, max) : min ? w.ageFrom(min) : max ? w.ageTo(max) : w.audienceAll;
  if (adult) return ages + w.comma + w.adultRequired;
  return alone && alone > (min ?? 0) ? ages + w.comma + w.aloneFrom(alone) : ages;
}

export function bookingInWords(booking: Booking, w: Words): string {
  const parts = [!booking.required ? w.bookingNone : booking.walk_in ? w.bookingWalkIn : w.bookingRequired];
  if (booking.required && booking.days_ahead) parts.push(w.bookingAhead(booking.days_ahead));
  if (booking.release_time) parts.push(w.bookingRelease(clock(booking.release_time)));
  if (booking.lead_days) parts.push(w.bookingLead(booking.lead_days));
  // An editor's record may say nothing of slots.
  if (booking.slots?.length) parts.push(w.bookingSlots(booking.slots.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(w.listComma)));
  const { group_min: from, group_max: to, group_notice_days: notice } = booking;
  if (from && to) parts.push(w.groupSize(from, to));
  else if (from) parts.push(w.groupFrom(from));
  else if (to) parts.push(w.groupTo(to));
  if (notice) parts.push(w.groupNotice(notice));
  return parts.join(w.comma);
}

export function wheelchairInWords(wheelchair: Wheelchair, w: Words): string {
  return { yes: w.wheelchairYes, limited: w.wheelchairLimited, no: w.wheelchairNo }[wheelchair];
}

/** One line for a list: fee, and the two things that keep a family out. */
export function briefly(role: Role, w: Words): string[] {
  const parts = [feeInWords(role.fee, w)];
  if (role.booking) parts.push(!role.booking.value.required ? w.bookingNone : role.booking.value.walk_in ? w.bookingWalkIn : w.bookingRequired);
  const { alone_from_age: alone, adult_required: adult } = role.audience?.value ?? {};
  if (adult) parts.push(w.adultRequired);
  else if (alone) parts.push(w.aloneFrom(alone));
  return parts;
}
