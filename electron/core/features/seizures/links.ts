import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import { requireExhibit } from '../evidence/index.ts';
import { requirePerson } from '../people/index.ts';
import { exhibitLinked, personLinked, unlinked } from './entries.ts';
import { assetRow } from './list.ts';
import type { ExhibitRole, HoldingInput } from './model.ts';
import { holdingsOf } from './record.ts';
import { requireShares, shareOf } from './shares.ts';

interface OfAsset {
  readonly case: string;
  readonly asset: string;
}

/** Says what a person or organisation is to an asset. Shares of one role never come to more than the whole. */
export function linkPerson({ sql, append }: WriteContext, input: OfAsset & HoldingInput): { id: string } {
  const { case: caseId, asset, person, role } = input;
  assetRow(sql, caseId, asset);
  requirePerson(sql, caseId, person);
  const typed = input.share?.trim() ?? '';
  const share = typed === '' ? null : shareOf(typed);
  if (share === null && typed !== '') throw new CustodiaError('call.invalid', { field: 'share' });
  const [from, until] = [input.from ?? '', input.until ?? ''];
  if (from !== '' && until !== '' && until < from)
    throw new CustodiaError('seizure.dayBefore', { field: 'until', day: until, first: from });
  const alike = holdingsOf(sql, asset).filter((each) => each.role === role);
  requireShares([...alike, { share, from, until }]);
  const link = randomUUID();
  append(personLinked, caseId, {
    case: caseId,
    asset,
    link,
    person,
    role,
    share,
    from,
    until,
    source: input.source?.trim() ?? '',
  });
  return { id: link };
}

export function linkExhibit(
  { sql, append }: WriteContext,
  input: OfAsset & { readonly exhibit: string; readonly role: ExhibitRole },
): { id: string } {
  const { case: caseId, asset, exhibit, role } = input;
  assetRow(sql, caseId, asset);
  requireExhibit(sql, caseId, exhibit);
  const there = sql.get('SELECT 1 FROM asset_exhibit WHERE asset = ? AND exhibit = ? AND role = ?', [
    asset,
    exhibit,
    role,
  ]);
  if (there !== undefined) throw new CustodiaError('call.conflict', { what: 'link' });
  const link = randomUUID();
  append(exhibitLinked, caseId, { case: caseId, asset, link, exhibit, role });
  return { id: link };
}

export function unlink(
  { sql, append }: WriteContext,
  input: OfAsset & { readonly link: string; readonly reason: string },
): void {
  const { case: caseId, asset, link, reason } = input;
  assetRow(sql, caseId, asset);
  const there = sql.get(
    `SELECT 1 FROM asset_holding WHERE id = :link AND asset = :asset
     UNION ALL SELECT 1 FROM asset_exhibit WHERE id = :link AND asset = :asset`,
    { link, asset },
  );
  if (there === undefined) throw new CustodiaError('call.notFound', { what: 'link' });
  append(unlinked, caseId, { case: caseId, asset, link, reason: reason.trim() });
}
