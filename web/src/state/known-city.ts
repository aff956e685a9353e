/** The city, also for who asks something of its time before it is there. */
import { Offline } from '../api/client';
import type { City } from '../api/types';
import { store, type State } from './store';

/** The city as soon as it is known; fails like the question about it where that has failed. */
export function knownCity(): Promise<City> {
  return new Promise((resolve, reject) => {
    const decided = ({ city, cityFailure }: State): boolean => {
      if (city) resolve(city);
      else if (cityFailure) reject(new Offline('the city is not known'));
      return Boolean(city ?? cityFailure);
    };
    if (decided(store.state)) return;
    const stop = store.subscribe((state) => {
      if (decided(state)) stop();
    });
  });
}
