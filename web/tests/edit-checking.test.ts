import { beforeAll, describe, expect, it, vi } from 'vitest';
import { agingFacts, calendarOf, isOverdue, overdueFacts, standingOf } from '../src/edit/checking';
import { aRole, CALENDAR, says } from './edit-samples';

describe('what was checked', () => {
  it('keeps to the last of its days, and is overdue on the next', () => {
    expect(isOverdue('hours', '2026-01-02', CALENDAR)).toBe(false);
    expect(isOverdue('hours', '2026-01-01', CALENDAR)).toBe(true);
    expect(isOverdue('position', '2026-01-01', CALENDAR)).toBe(false);
  });

  it('is not overdue where nobody ever checked it', () => {
    expect(isOverdue('hours', null, CALENDAR)).toBe(false);
    expect(isOverdue('hours', undefined, CALENDAR)).toBe(false);
  });

  it('counts a day to come as fresh', () => {
    expect(isOverdue('fee', '2026-08-01', CALENDAR)).toBe(false);
  });
});

describe('a role', () => {
  const hours = { value: 'Mo-Su 09:00-17:00', source: says('osm', '2025-12-01') };

  it('lists the facts that are known of it, its claim first', () => {
    const wheelchair = { value: 'limited' as const, source: says('osm') };
    const admission = { value: { follows: null, makeup_workdays: null, holidays: null, last_admission_minutes: 30 }, source: says('osm') };
    const role = aRole({ hours, admission, fee: 'free', fee_source: says('osm'), wheelchair });
    expect(agingFacts(role).map(([fact]) => fact)).toEqual(['claim', 'hours', 'admission', 'fee', 'wheelchair']);
  });

  it('names what of it is overdue', () => {
    expect(overdueFacts(aRole({ claim: says('osm', '2026-06-01'), hours }), CALENDAR)).toEqual(['hours']);
  });

  it.each([
    ['synthetic', aRole({ claim: says('synthetic', '2026-06-01') })],
    ['unchecked', aRole({ hours })],
    ['stale', aRole({ claim: says('osm', '2025-01-01') })],
    ['stale', aRole({ claim: says('osm', '2026-06-01'), hours })],
    ['verified', aRole({ claim: says('osm', '2026-06-01') })],
  ] as const)('is counted by the ledger as %s', (standing, role) => {
    expect(standingOf(role, CALENDAR)).toBe(standing);
  });
});

describe('an editor', () => {
  beforeAll(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text) });
  });

  it('checks on the city’s day, for an office that is remembered', async () => {
    const { editorsProvenance, office, setOffice } = await import('../src/edit/checking');
    calendarOf({ day: CALENDAR.day, keeps_for_days: CALENDAR.keeps, roles: [], facts: [], revision: 1 });
    expect(editorsProvenance()).toEqual({ source: 'editors', checked_on: '2026-07-01' });
    setOffice(' 市教育局 ');
    expect(office()).toBe('市教育局');
    expect(editorsProvenance()).toEqual({ source: 'editors', checked_on: '2026-07-01', checked_by: '市教育局' });
    expect(JSON.parse(localStorage.getItem('yuren') ?? '')).toEqual({ office: '市教育局' });
  });
});
