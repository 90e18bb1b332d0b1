import type { Sql } from '../../../vault/database/sql.ts';
import { listAssets } from '../list.ts';
import type { AssetField, AssetFilter, AssetRow, EventFacts } from '../model.ts';
import { assetFields } from '../model.ts';
import { amountText } from './cells.ts';
import type { ListColumn, ListRow } from './model.ts';

/** An asset as a row of a list. */
export interface ListedAsset {
  readonly asset: AssetRow;
  readonly row: ListRow;
}

/** More than any office has. */
const all = 1_000_000;

/** The assets that a filter leaves, by number, with every field. */
export function listedAssets(sql: Sql, user: string, filter: AssetFilter): ListedAsset[] {
  const { rows } = listAssets(sql, user, {
    ...filter,
    sort: 'number',
    descending: false,
    offset: 0,
    limit: all,
  });
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const texts = textsByAsset(sql, ids);
  const valuations = valuationsByAsset(sql, ids);
  const organisations = new Map(
    sql
      .all<{ id: string; name: string }>(
        `SELECT id, name FROM person WHERE kind = 'organisation' AND case_id IN (
           SELECT case_id FROM asset WHERE id IN (SELECT value FROM json_each(?)))`,
        [ids],
      )
      .map(({ id, name }) => [id, name] as const),
  );
  return rows.map((asset) => {
    const own: Partial<Record<AssetField, string>> = { ...texts.get(asset.id) };
    if (own.organisation !== undefined)
      own.organisation = organisations.get(own.organisation) ?? own.organisation;
    return { asset, row: toRow(asset, own, valuations.get(asset.id)) };
  });
}

function textsByAsset(sql: Sql, ids: string): Map<string, Partial<Record<AssetField, string>>> {
  const found = new Map<string, Partial<Record<AssetField, string>>>();
  for (const { subject, field, value } of sql.all<{ subject: string; field: AssetField; value: string }>(
    `SELECT v.subject, v.field, v.value FROM json_each(?) i JOIN field_version v ON v.subject = i.value
     WHERE v.current = 1 ORDER BY v.at DESC, v.entry DESC`,
    [ids],
  )) {
    const texts = found.get(subject) ?? {};
    const parsed = JSON.parse(value) as string | string[] | null;
    if (parsed !== null) texts[field] ??= Array.isArray(parsed) ? parsed.join('; ') : parsed;
    found.set(subject, texts);
  }
  return found;
}

type Valuation = EventFacts['value'];

/** The last valuation of each that counts. */
function valuationsByAsset(sql: Sql, ids: string): Map<string, Valuation> {
  const rows = sql.all<{ asset: string; facts: string }>(
    `SELECT e.asset, e.facts FROM json_each(?) i JOIN asset_event e ON e.asset = i.value
     WHERE e.type = 'value' AND NOT EXISTS (SELECT 1 FROM asset_annulment n WHERE n.event = e.id)
     ORDER BY e.on_day, e.at, e.entry`,
    [ids],
  );
  return new Map(rows.map(({ asset, facts }) => [asset, JSON.parse(facts) as Valuation] as const));
}

function toRow(
  asset: AssetRow,
  texts: Readonly<Partial<Record<AssetField, string>>>,
  valuation: Valuation | undefined,
): ListRow {
  const { value } = asset;
  // A sale or a split has its own value: the last valuation does not tell where that came from.
  const told =
    value !== null && valuation?.value.minor === value.minor && valuation.value.currency === value.currency
      ? valuation
      : undefined;
  const row: Partial<Record<ListColumn, string>> = {
    ...texts,
    number: asset.number,
    caseNumber: asset.caseNumber,
    kind: asset.kind,
    name: asset.name,
    stage: asset.stage,
    stageOn: asset.stageOn,
    value: value === null ? '' : amountText(value),
    valueCurrency: value?.currency ?? '',
    valuedOn: asset.valuedOn,
    valueBasis: told?.basis ?? '',
    valueSource: told?.source ?? '',
    valuedBy: told?.by ?? '',
    identifiedOn: asset.identifiedOn,
    custodian: asset.custodian,
    owners: asset.owners.join('; '),
    exhibits: String(asset.exhibits),
  };
  for (const field of assetFields) row[field] ??= '';
  return row;
}
