/** The ways from one demand point to the sites about it, worked out from straight lines. */
import type { LonLat } from '../api/types';
import type { CoverageSite } from './answer';
import { minutesOf, type Needs, type Pace } from './question';

/** Mean radius of the earth, metres (IUGG). */
const EARTH_M = 6_371_008.8;
const RADIAN = Math.PI / 180;

/** Metres in a straight line, on a sphere (haversine): 0.5 % near enough to order sites by. */
export function straightMetres([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const a = Math.sin(((lat2 - lat1) * RADIAN) / 2) ** 2 + Math.cos(lat1 * RADIAN) * Math.cos(lat2 * RADIAN) * Math.sin(((lon2 - lon1) * RADIAN) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(Math.min(1, a)));
}

export interface Way {
  site: CoverageSite;
  metres: number;
  /** Estimated from the straight line. */
  minutes: number;
}

/** Whether a site counts for certain. */
export function counts({ open, removed }: CoverageSite): boolean {
  return open === 'yes' && !removed;
}

/**
 * For each need its `most` nearest sites, the nearest first, whether they count or not; where none of them does, the nearest
 * that counts comes after them.
 */
export function waysOf(from: LonLat, sites: readonly CoverageSite[], needs: Needs, pace: Pace, most: number): Way[][] {
  return needs.map((need) => {
    const ways = sites
      .filter(({ roles }) => roles.some((role) => need.includes(role)))
      .map((site): Way => {
        const metres = straightMetres(from, [site.lon, site.lat]);
        return { site, metres, minutes: minutesOf(metres, pace) };
      });
    ways.sort((one, other) => one.metres - other.metres);
    const shown = ways.slice(0, most);
    const first = shown.some((way) => counts(way.site)) ? undefined : ways.find((way) => counts(way.site));
    return first ? [...shown, first] : shown;
  });
}
