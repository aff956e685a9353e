/** The teacher's page in a language: what has a name in it is called by that. */
import { describe, expect, it } from 'vitest';
import { inLanguage, stateInLanguage } from '../src/study/in-language';
import { study } from '../src/study/state';

const ANSWER = { school: { name: '东关小学', name_en: null }, plan: { groups: [{ stops: [{ name: '何园', name_en: 'Heyuan Garden', n: 1 }] }] }, left_out: [{ name: '个园', name_en: 'Geyuan Garden' }] };

describe('in English', () => {
  it('a thing is called by its English name wherever it stands, and by its own where it has none', () => {
    const said = inLanguage(ANSWER, 'en');
    expect(said.plan.groups[0]?.stops[0]).toEqual({ name: 'Heyuan Garden', name_en: 'Heyuan Garden', n: 1 });
    expect([said.left_out[0]?.name, said.school.name]).toEqual(['Geyuan Garden', '东关小学']);
    expect(ANSWER.plan.groups[0]?.stops[0]?.name, 'the answer stays as it came').toBe('何园');
  });

  it('the same answer gives the same objects each time, so that nothing is drawn again', () => {
    expect(inLanguage(ANSWER, 'en')).toBe(inLanguage(ANSWER, 'en'));
  });

  it('the state has its names of places and of the school so', () => {
    const state = { ...study.state, display: { ...study.state.display, lang: 'en' as const }, names: { 'p-1': { name: '何园', name_en: 'Heyuan Garden' } }, schoolName: { name: '点' } };
    expect(stateInLanguage(state)).toMatchObject({ names: { 'p-1': { name: 'Heyuan Garden' } }, schoolName: { name: '点' } });
  });
});

describe('in Chinese', () => {
  it('all is as it came', () => {
    expect(inLanguage(ANSWER, 'zh')).toBe(ANSWER);
    expect(stateInLanguage(study.state)).toBe(study.state);
  });
});
