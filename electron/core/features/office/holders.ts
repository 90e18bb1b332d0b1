import { CustodiaError } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { type ClosedSeal, openSeal } from '../../vault/seals.ts';
import { confirmPassphrase } from './unlock.ts';

/** The age recipients of the users named as a seal's holders; each must be there and active. */
export function recipientsOf(sql: Sql, holders: readonly string[]): string[] {
  return holders.map((holder) => {
    const row = sql.get<{ recipient: string }>('SELECT recipient FROM user WHERE id = ? AND active = 1', [
      holder,
    ]);
    if (row === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
    return row.recipient;
  });
}

/**
 * Opens a seal for a holder who gives the passphrase again: one way for every register that seals. `record` writes the
 * opening down before the content is out; whoever is no holder is refused, and nothing is recorded as an opening.
 */
export async function openForHolder<C extends ClosedSeal>(
  services: Services,
  passphrase: string,
  { read, record }: { read(): Promise<C>; record(closed: C): Promise<unknown> },
): Promise<unknown> {
  const { user } = services.session();
  await confirmPassphrase(services, passphrase);
  const closed = await read();
  const content = await openSeal(services.layout, closed, user.identity);
  await record(closed);
  return content;
}
