/** The two questions of this page. The token is sent in the body, so that it stands in no address and no log. */
import type * as schema from '../api/schema';
import { BASE, request } from '../api/request';

export type Opened = schema.ConfirmationAnswer;
export type Fact = schema.ConfirmableFact;
export type Confirmed = schema.Confirmed;

/** What the link opens; nothing is confirmed by asking. */
export function read(token: string): Promise<Opened> {
  return request(`${BASE}/confirmations/read`, { method: 'POST', lane: 'confirmation', body: { token } });
}

/** These facts are still right. */
export function confirm(token: string, facts: readonly string[]): Promise<Confirmed> {
  return request(`${BASE}/confirmations`, { method: 'POST', body: { token, facts } });
}
