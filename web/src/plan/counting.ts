/** Who is served at a threshold, counted from the answer's minutes: a threshold can be dragged without asking the server. */
import type { CoverageAnswer, CoveragePoints, CoverageRegion, PointStatus } from './answer';

/** Minutes are whole tenths; a threshold worked out from metres may lie a rounding error beside one. */
const TOLERANCE = 1e-6;

function within(minutes: number | null | undefined, threshold: number): boolean {
  return minutes != null && minutes <= threshold + TOLERANCE;
}

/** What a demand point is at a threshold. */
export function statusAt(points: CoveragePoints, index: number, threshold: number): PointStatus {
  if (within(points.minutes[index], threshold)) return 'served';
  if (within(points.perhaps_minutes[index], threshold)) return 'perhaps';
  return points.status[index] === 'across_water' ? 'across_water' : 'unserved';
}

export function statuses(points: CoveragePoints, threshold: number): PointStatus[] {
  return points.id.map((_, index) => statusAt(points, index, threshold));
}

export interface Tally {
  points: number;
  weight: number;
  served: number;
  perhaps: number;
  /** Weight that is neither. */
  unserved: number;
  acrossWater: number;
}

const NOTHING: Tally = { points: 0, weight: 0, served: 0, perhaps: 0, unserved: 0, acrossWater: 0 };

function counted(tally: Tally, status: PointStatus, weight: number): void {
  tally.points += 1;
  tally.weight += weight;
  if (status === 'served') tally.served += weight;
  else if (status === 'perhaps') tally.perhaps += weight;
  else tally.unserved += weight;
  if (status === 'across_water') tally.acrossWater += 1;
}

/** Share of the weight that is served; 0 where there is none. */
export function shareOf({ served, weight }: Pick<Tally, 'served' | 'weight'>): number {
  return weight > 0 ? served / weight : 0;
}

/** The whole of what was asked about. */
export function tallyAt({ points }: CoverageAnswer, threshold: number): Tally {
  const tally = { ...NOTHING };
  points.id.forEach((_, index) => counted(tally, statusAt(points, index, threshold), points.weight[index] ?? 0));
  return tally;
}

/** The finest regions that the answer tells of: of points of one's own no town is known. */
export function finestLevel({ regions }: CoverageAnswer): CoverageRegion['level'] {
  return regions.some(({ level }) => level === 'town') ? 'town' : 'district';
}

export interface RegionTally extends Tally {
  region: CoverageRegion;
  share: number;
}

/** Every district and town at a threshold, in the answer's order. */
export function regionsAt({ points, regions }: CoverageAnswer, threshold: number): RegionTally[] {
  const tallies = new Map(regions.map(({ code }) => [code, { ...NOTHING }]));
  points.id.forEach((_, index) => {
    const status = statusAt(points, index, threshold);
    for (const code of new Set([points.district[index], points.town[index]])) {
      const tally = tallies.get(code ?? '');
      if (tally) counted(tally, status, points.weight[index] ?? 0);
    }
  });
  return regions.flatMap((region) => {
    const tally = tallies.get(region.code);
    return tally && tally.points > 0 ? [{ ...tally, region, share: shareOf(tally) }] : [];
  });
}

/** Indices of the points that are not served (nor perhaps served), the farthest from a site first. */
export function unservedAt({ points }: CoverageAnswer, threshold: number): number[] {
  const left = points.id.flatMap((_, index) => (['served', 'perhaps'].includes(statusAt(points, index, threshold)) ? [] : [index]));
  const far = (index: number): number => points.minutes[index] ?? points.perhaps_minutes[index] ?? Infinity;
  return left.sort((one, other) => {
    const [a, b] = [far(one), far(other)];
    return a === b ? one - other : b - a;
  });
}

/** The least minutes within which at least the share `q` of the weight is; `null` where so much is not reached. */
export function quantile(points: CoveragePoints, q: number): number | null {
  const known = points.minutes.flatMap((minutes, index) => (minutes === null ? [] : [{ minutes, weight: points.weight[index] ?? 0 }]));
  known.sort((one, other) => one.minutes - other.minutes);
  const wanted = q * points.weight.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const { minutes, weight } of known) {
    sum += weight;
    if (sum >= wanted - TOLERANCE) return minutes;
  }
  return null;
}

export interface TownGain {
  code: string;
  name: string;
  name_en?: string | null;
  before: number;
  after: number;
  /** Weight newly served less what is no longer served. */
  weight: number;
}

export interface Gain {
  shareBefore: number;
  shareAfter: number;
  /** Indices of points that are served only after, and only before. */
  gained: number[];
  lost: number[];
  /** What those weigh. */
  gainedWeight: number;
  lostWeight: number;
  /** Towns that something changes for, the greatest gain first; districts where no town is known. */
  towns: TownGain[];
}

/** What some of the points weigh, by their indices. */
export function weightOfPoints({ points }: CoverageAnswer, indices: readonly number[]): number {
  return indices.reduce((sum, index) => sum + (points.weight[index] ?? 0), 0);
}

/** What a scenario changes at a threshold: two answers to the same question, without it and with it. */
export function gainAt(before: CoverageAnswer, after: CoverageAnswer, threshold: number): Gain {
  const gained: number[] = [];
  const lost: number[] = [];
  const was = new Map(before.points.id.map((id, index) => [id, statusAt(before.points, index, threshold) === 'served']));
  const net = new Map<string, number>();
  const level = finestLevel(after);
  after.points.id.forEach((id, index) => {
    const isServed = statusAt(after.points, index, threshold) === 'served';
    if (isServed === (was.get(id) ?? false)) return;
    (isServed ? gained : lost).push(index);
    const region = after.points[level][index] ?? '';
    net.set(region, (net.get(region) ?? 0) + (isServed ? 1 : -1) * (after.points.weight[index] ?? 0));
  });
  const sharesBefore = new Map(regionsAt(before, threshold).map(({ region, share }) => [region.code, share]));
  const towns = regionsAt(after, threshold).flatMap(({ region, share }): TownGain[] => {
    const weight = net.get(region.code);
    if (region.level !== level || weight === undefined) return [];
    const { code, name, name_en } = region;
    return [{ code, name, ...(name_en === undefined ? {} : { name_en }), before: sharesBefore.get(code) ?? 0, after: share, weight }];
  });
  towns.sort((one, other) => other.weight - one.weight || other.after - other.before - (one.after - one.before));
  return { shareBefore: shareOf(tallyAt(before, threshold)), shareAfter: shareOf(tallyAt(after, threshold)), gained, lost, gainedWeight: weightOfPoints(after, gained), lostWeight: weightOfPoints(after, lost), towns };
}
