/** Lists of one's own points, kept in this browser alone (IndexedDB: a list may be larger than local storage takes). */
import { isList, type OwnList } from './list';

const NAME = 'yuren-own-points';
const STORE = 'lists';
/** Kept at most; the oldest goes first. */
export const MOST_KEPT = 12;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the storage refused'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await done(opening);
  try {
    return await work(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

/** All that are kept, the newest first; none where storage is closed, and what is spoilt is left out. */
export async function allKept(): Promise<OwnList[]> {
  try {
    const kept: unknown[] = await inStore('readonly', (store) => done(store.getAll()));
    return kept.filter(isList).sort((one, other) => other.day.localeCompare(one.day) || one.name.localeCompare(other.name));
  } catch {
    return [];
  }
}

/** Keeps a list; `false` where the browser keeps nothing, as a private window may. */
export async function keep(list: OwnList): Promise<boolean> {
  try {
    const older = (await allKept()).filter(({ id }) => id !== list.id).slice(MOST_KEPT - 1);
    await inStore('readwrite', async (store) => {
      for (const { id } of older) store.delete(id);
      await done(store.put(list));
    });
    return true;
  } catch {
    return false;
  }
}

export async function forget(id: string): Promise<void> {
  try {
    await inStore('readwrite', (store) => done(store.delete(id)));
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}
