import { describe, expect, it } from 'vitest';
import { counted, unitOf } from '../src/plan/counted';
import { finestLevel, gainAt, regionsAt, tallyAt } from '../src/plan/counting';
import { differences } from '../src/plan/compare/difference';
import { regionsOf } from '../src/plan/map/features';
import type { CoverageAnswer } from '../src/plan/answer';
import { questionInWords, titleInWords, type ReportContent } from '../src/plan/report/content';
import { methodLines } from '../src/plan/report/method';
import { answerOf } from './plan-answers';

/** Three points of one's own: their towns are not known, and one lies in no district. */
function own(isPopulation: boolean, minutes: readonly [number, number, number] = [5, 40, 40], weights: readonly [number, number, number] = [1000, 200.5, 30]): CoverageAnswer {
  const answer = answerOf([['A1', minutes[0], { weight: weights[0] }], ['B1', minutes[1], { weight: weights[1] }], ['B1', minutes[2], { weight: weights[2] }]]);
  const { points } = answer;
  return {
    ...answer,
    method: { ...answer.method, demand: '各小区', is_population: isPopulation },
    points: { ...points, town: [null, null, null], district: ['A', 'B', null], precision: [null, null, null] },
    regions: answer.regions.filter(({ level }) => level === 'district'),
  };
}

function report(answer: CoverageAnswer, lang: 'zh' | 'en' = 'zh'): ReportContent {
  return { lang, city: null, planning: null, answer, before: null, threshold: 15, metres: null, needs: [['venue']], region: null, scenario: null, placement: null, link: '' };
}

describe('what an answer counts', () => {
  it('is village units, people, a weight of its own kind, or points that count 1', () => {
    expect([answerOf([['A1', 5]]), own(true), own(false), own(false, [5, 40, 40], [1, 1, 1])].map(unitOf)).toEqual(['village', 'people', 'weight', 'point']);
  });

  it('is said beside every number', () => {
    const said = (answer: CoverageAnswer, lang: 'zh' | 'en') => counted(answer, lang).atPoints('2', '230.5');
    expect([said(own(true), 'zh'), said(own(false), 'zh'), said(answerOf([['A1', 5]]), 'zh')]).toEqual(['2 个点、230.5 人', '2 个点、权重 230.5', '2 个村居']);
    expect(said(own(true), 'en')).toBe('2 points, 230.5 people');
    expect(counted(own(true), 'zh').sentence).toBe('按这些点的人口算。');
    expect(counted(own(false), 'en').sentence).toBe('Counted by the weights of these points; this is not population.');
  });

  it('is weight wherever it is summed: who is left, who is gained, and where', () => {
    const [before, after] = [own(true), own(true, [40, 5, 40])];
    expect(tallyAt(before, 15)).toMatchObject({ points: 3, weight: 1230.5, served: 1000, unserved: 230.5 });
    const gain = gainAt(before, after, 15);
    expect([gain.gainedWeight, gain.lostWeight]).toEqual([200.5, 1000]);
    expect(differences(before, after, 15, 'district').map(({ region, gained, lost }) => [region.code, gained, lost])).toEqual([['B', 200.5, 0], ['A', 0, 1000]]);
  });
});

describe('points whose towns are not known', () => {
  it('are counted by district, and those in no district by none', () => {
    const answer = own(true);
    expect(finestLevel(answer)).toBe('district');
    expect(regionsAt(answer, 15).map(({ region, weight }) => [region.code, weight])).toEqual([['A', 1000], ['B', 200.5]]);
    expect(gainAt(answer, own(true, [40, 5, 40]), 15).towns.map(({ code, weight }) => [code, weight])).toEqual([['B', 200.5], ['A', -1000]]);
  });

  it('are drawn by the finest region that is known', () => {
    expect(regionsOf(own(true).points)).toEqual(['A', 'B', '']);
    expect(regionsOf(answerOf([['A1', 5]]).points)).toEqual(['A1']);
  });
});

describe('the report of own points', () => {
  it('is about people where the weights are people, and about points where they are not', () => {
    expect(titleInWords(report(own(true)))).toBe('全市 81.3% 的人，步行 15 分钟内有免费场馆');
    expect(titleInWords(report(own(false)))).toBe('全市 81.3% 的权重，步行 15 分钟内有免费场馆');
    expect(questionInWords(report(own(false)))).toBe('问题：全市哪些点步行 15 分钟内没有免费场馆？不论什么时候开放。');
    expect(titleInWords(report(own(true), 'en'))).toBe('In the whole city, 81.3% of the people are within 15 minutes on foot of free venues');
  });

  it('says whose points they are, and how much they count', () => {
    const demand = (answer: CoverageAnswer) => methodLines(report(answer)).find(({ term }) => term === '需求点')?.text;
    expect(demand(own(true))).toBe('自己的点“各小区”，3 个点、1,230.5 人。按这些点的人口算。');
    expect(demand(own(false, [5, 40, 40], [1, 1, 1]))).toBe('自己的点“各小区”，3 个点。每个点算 1，不是人口。');
  });
});
