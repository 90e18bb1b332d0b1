import { CustodiaError } from '../../api/errors.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { bare } from './identifiers.ts';
import type { AssetField, AssetKind, Warning } from './model.ts';

type Texts = Readonly<Partial<Record<AssetField, string | readonly string[]>>>;

interface Identifier {
  readonly field: AssetField;
  readonly value: string;
}

/** By what an asset of a kind is told from every other. `unique`: two things can't have the same. */
const identifying: Readonly<
  Partial<Record<AssetKind, readonly { readonly field: AssetField; readonly unique: boolean }[]>>
> = {
  bankAccount: [{ field: 'accountNumber', unique: true }],
  vehicle: [
    { field: 'chassis', unique: true },
    { field: 'plate', unique: false },
  ],
  realEstate: [{ field: 'registryNumber', unique: true }],
  electronics: [
    { field: 'imei', unique: true },
    { field: 'serial', unique: false },
  ],
  weapon: [{ field: 'serial', unique: false }],
  cryptocurrency: [{ field: 'address', unique: false }],
};

/** Numbers of an asset as they are compared: of an account with its bank, of an address with its chain. */
export function identifiersOf(kind: AssetKind, texts: Texts): Identifier[] {
  const text = (field: AssetField): string => {
    const found = texts[field];
    return typeof found === 'string' ? found : '';
  };
  return (identifying[kind] ?? []).flatMap(({ field }) => {
    if (field === 'address') return one(field, `${text('chain')} ${text('address')}`, text('address'));
    if (field === 'accountNumber')
      return one(field, `${bare(text('bank'))} ${bare(text(field))}`, bare(text(field)));
    return one(field, bare(text(field)), bare(text(field)));
  });
}

function one(field: AssetField, value: string, needed: string): Identifier[] {
  return needed === '' ? [] : [{ field, value }];
}

/**
 * Other assets of the case with the same number. Two things can't have one chassis, folio, account or IMEI: that is
 * refused unless the reason is given. A plate is moved from car to car, a serial number is used by several makers, an
 * address holds several tokens: these are told.
 *
 * @throws `seizure.duplicate`
 */
export function requireDistinct(
  sql: Sql,
  caseId: string,
  asset: { readonly id: string; readonly kind: AssetKind; readonly family: readonly string[] },
  texts: Texts,
  reason: string,
): Warning[] {
  const warnings: Warning[] = [];
  for (const { field, value } of identifiersOf(asset.kind, texts)) {
    const other = sql.get<{ number: string }>(
      `SELECT a.number FROM asset_identifier i JOIN asset a ON a.id = i.asset
       WHERE i.case_id = :case AND i.field = :field AND i.value = :value AND a.kind = :kind AND a.void = 0
         AND a.id <> :id AND a.id NOT IN (SELECT value FROM json_each(:family)) ORDER BY a.number LIMIT 1`,
      {
        case: caseId,
        field,
        value,
        kind: asset.kind,
        id: asset.id,
        family: JSON.stringify(asset.family),
      },
    );
    if (other === undefined) continue;
    const unique = identifying[asset.kind]?.some((each) => each.field === field && each.unique) === true;
    const shown = String(texts[field] ?? '');
    if (unique && reason.trim() === '')
      throw new CustodiaError('seizure.duplicate', { field, value: shown, other: other.number });
    warnings.push({ code: 'duplicate', field, value: shown, other: other.number });
  }
  return warnings;
}
