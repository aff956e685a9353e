import { describe, expect, it } from 'vitest';
import type { Change, FieldStudyDay } from '../src/study/answer';
import { isLunch, LUNCH } from '../src/study/order';
import { mustStill, restThatFits } from '../src/study/rest';
import { answerOf, groupOf, planOf } from './study-answers';

const dayOf = (stops: readonly string[]) =>
  planOf(groupOf(stops.map((stop) => (isLunch(stop) ? { place: stop.replace(/^lunch:?/, '') || 'p-lunch', travel: 5, stay: 40, what: 'lunch' as const } : { place: stop, travel: 5, stay: 30 }))));
const late = { group: 0, place: null, fault: 'back_late' as const, numbers: {} };

/** A server for which just these sequences fit; `better` is what it makes of a sequence, and `changes` what it says where it makes nothing. */
function server(fitting: readonly string[][], { better = null, changes = [] }: { better?: string[] | null; changes?: Change[] } = {}) {
  const asked: { stops: readonly string[]; improve: boolean }[] = [];
  const ask = async (stops: readonly string[], improve: boolean): Promise<FieldStudyDay> => {
    asked.push({ stops, improve });
    if (improve) return better ? answerOf(dayOf(better)) : answerOf(null, { changes });
    const fits = fitting.some((one) => JSON.stringify(one) === JSON.stringify(stops));
    return answerOf(dayOf(stops), { outcome: 'arranged', faults: fits ? [] : [late] });
  };
  return { asked, ask };
}

const drop = (score: number, ...places: string[]): Change => ({ change: 'drop_must', score, places: places.map((place) => ({ place, name: place, name_en: null })) });

describe('the rest of a day that is late', () => {
  it('stays as it is where it fits, and nothing else is asked', async () => {
    const { ask, asked } = server([['p-1', 'p-2']]);
    expect(await restThatFits(['p-1', 'p-2'], [], ask)).toEqual(['p-1', 'p-2']);
    expect(asked).toHaveLength(1);
  });

  it('has its places in another order where that fits, and no place more', async () => {
    const { ask } = server([['p-2', 'lunch:p-9', 'p-1']], { better: ['p-2', 'lunch:p-9', 'p-9', 'p-1'] });
    expect(await restThatFits(['p-1', LUNCH, 'p-2'], [], ask)).toEqual(['p-2', 'lunch:p-9', 'p-1']);
  });

  it('loses as few places as may be, and of equals those that are worth least', async () => {
    const changes: Change[] = [drop(900, 'p-1', 'p-2'), drop(100, 'p-1'), drop(500, 'p-3'), { change: 'come_back_later', back_by: '17:00', minutes: 30, score: 990 }];
    const fitting = [['p-3'], ['p-2', 'p-3'], ['p-1', 'p-2']];
    expect(await restThatFits(['p-1', 'p-2', 'p-3'], [], server(fitting, { changes }).ask)).toEqual(['p-1', 'p-2']);
    expect(await restThatFits(['p-1', 'p-2', 'p-3'], [], server(fitting.slice(0, 2), { changes }).ask)).toEqual(['p-2', 'p-3']);
    expect(await restThatFits(['p-1', 'p-2', 'p-3'], [], server(fitting.slice(0, 1), { changes }).ask)).toEqual(['p-3']);
  });

  it('keeps what must be seen as long as it can', async () => {
    const changes = [drop(900, 'p-1'), drop(100, 'p-2', 'p-3')];
    expect(await restThatFits(['p-1', 'p-2', 'p-3'], ['p-1'], server([['p-2', 'p-3'], ['p-1']], { changes }).ask)).toEqual(['p-1']);
    expect(await restThatFits(['p-1', 'p-2', 'p-3'], ['p-1'], server([['p-2', 'p-3']], { changes }).ask)).toEqual(['p-2', 'p-3']);
    expect(mustStill(['p-1', 'p-9'], ['p-1', 'p-2', 'p-3'], ['p-2', 'p-3'])).toEqual(['p-9']);
  });

  it('has lunch elsewhere where its place is dropped', async () => {
    const { ask } = server([[LUNCH, 'p-2']], { changes: [drop(1, 'p-1')] });
    expect(await restThatFits(['p-1', 'lunch:p-1', 'p-2'], [], ask)).toEqual([LUNCH, 'p-2']);
  });

  it('is nothing where none of it fits, and never a lunch alone', async () => {
    expect(await restThatFits(['p-1'], [], server([[LUNCH]], { changes: [drop(1, 'p-1')] }).ask)).toBeNull();
    expect(await restThatFits(['p-1', LUNCH], [], server([[LUNCH]], { changes: [drop(1, 'p-1')] }).ask)).toBeNull();
  });

  it('is the way home where everything is done, and nobody is asked', async () => {
    const { ask, asked } = server([]);
    expect([await restThatFits([], [], ask), asked]).toEqual([[], []]);
  });
});
