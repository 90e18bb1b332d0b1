import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import type { Json } from '../../journal/canonical.ts';
import { parseAmount } from '../../money/index.ts';
import type { Money } from '../../money/model.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { requireExhibit } from '../evidence/index.ts';
import { loadJurisdiction, readSettings } from '../office/index.ts';
import { requirePerson } from '../people/index.ts';
import { cashTotal, detailsOf, detailTexts, type Forms, tidyDetails } from './details.ts';
import { detailsShape } from './details-shape.ts';
import { requireDistinct } from './duplicates.ts';
import { assetAdded, assetAmended } from './entries.ts';
import type {
  AddedAsset,
  AssetDetails,
  AssetField,
  AssetInput,
  AssetKind,
  Details,
  ValuationInput,
  Warning,
} from './model.ts';
import { fieldsOfKind } from './model.ts';
import { textsOf } from './refresh.ts';
import { requireNotBefore, requirePast } from './rules.ts';
import { knownAsset, newFact, requireSpendable, todayAt, writeEvent } from './write.ts';

/** An asset that was looked at and can be written. */
export interface Examined {
  readonly details: AssetDetails;
  readonly warnings: readonly Warning[];
  readonly value: Money | null;
}

/** The forms that numbers have in the office's jurisdiction. */
function formsOf(sql: Sql): Forms {
  const { assetKinds } = loadJurisdiction(readSettings(sql).jurisdiction);
  const pattern = (kind: AssetKind, field: AssetField): string | undefined =>
    assetKinds.find(({ id }) => id === kind)?.forms?.find((each) => each.field === field)?.form;
  return {
    plate: pattern('vehicle', 'plate'),
    registryNumber: pattern('realEstate', 'registryNumber'),
  };
}

/**
 * Looks at an asset as it was typed, without writing anything.
 *
 * @throws `seizure.detail`, `seizure.countsDisagree`, `seizure.duplicate`, `seizure.dayInFuture`, `call.invalid`,
 *   `call.notFound`, `money.*`
 */
export function examineAsset(sql: Sql, caseId: string, input: AssetInput, today: string): Examined {
  if (input.name.trim() === '') throw new CustodiaError('call.invalid', { field: 'name' });
  requirePast('identifiedOn', input.identifiedOn, today);
  requireDepartment(sql, input.department);
  const { details, warnings } = tidyDetails(input.details, formsOf(sql));
  requireOrganisation(sql, caseId, details);
  const duplicates = requireDistinct(
    sql,
    caseId,
    { id: '', kind: details.kind, family: [] },
    detailTexts(details),
    input.duplicateReason ?? '',
  );
  return {
    details,
    warnings: [...warnings, ...duplicates],
    value: firstValue(sql, caseId, input, details, today),
  };
}

function requireDepartment(sql: Sql, department: string | undefined): void {
  if (department === undefined || department === '') return;
  const { departments } = loadJurisdiction(readSettings(sql).jurisdiction);
  if (!departments.some(({ id }) => id === department))
    throw new CustodiaError('call.invalid', { field: 'department' });
}

function requireOrganisation(sql: Sql, caseId: string, details: AssetDetails): void {
  if (details.kind === 'companyShare' && details.organisation !== undefined)
    requirePerson(sql, caseId, details.organisation);
}

function firstValue(
  sql: Sql,
  caseId: string,
  input: AssetInput,
  details: AssetDetails,
  today: string,
): Money | null {
  const { value } = input;
  if (details.kind === 'cash') {
    if (value !== undefined) throw new CustodiaError('call.invalid', { field: 'value' });
    return cashTotal(details);
  }
  if (value === undefined) return null;
  if (value.document !== undefined) requireExhibit(sql, caseId, value.document);
  requirePast('valuedOn', value.on, today);
  requireNotBefore('valuedOn', value.on, input.identifiedOn);
  return parseAmount(value);
}

/** The next free number of the case: `FETP-2026-0001/B-001`; of a part `FETP-2026-0001/B-001.1`. */
export function nextNumber(sql: Sql, caseId: string): string {
  const row = sql.get<{ number: string }>('SELECT number FROM case_file WHERE id = ?', [caseId]);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'case' });
  const taken =
    sql.get<{ n: number }>("SELECT count(*) AS n FROM asset WHERE part_of = '' AND case_id = ?", [caseId])
      ?.n ?? 0;
  // Counting alone could meet a number that another workstation gave.
  for (let next = taken + 1; ; next += 1) {
    const number = `${row.number}/B-${String(next).padStart(3, '0')}`;
    if (sql.get('SELECT 1 FROM asset WHERE number = ?', [number]) === undefined) return number;
  }
}

/** Writes an asset with its first value. */
export function addAsset(context: WriteContext, caseId: string, input: AssetInput): AddedAsset {
  const { sql, append, now } = context;
  const { details, warnings, value } = examineAsset(sql, caseId, input, todayAt(now));
  const asset = randomUUID();
  const number = nextNumber(sql, caseId);
  append(assetAdded, caseId, {
    case: caseId,
    asset,
    number,
    name: input.name.trim(),
    details,
    identifiedOn: input.identifiedOn,
    ...said(input, ['description', 'place', 'department', 'office', 'notes', 'duplicateReason']),
    warnings,
  });
  if (value !== null) writeFirstValue(context, caseId, asset, input, value);
  return { id: asset, number, warnings };
}

function writeFirstValue(
  context: WriteContext,
  caseId: string,
  asset: string,
  input: AssetInput,
  value: Money,
): void {
  const given: Partial<ValuationInput> = input.value ?? {};
  const { on = input.identifiedOn, basis = 'count', source = '', by = '', document } = given;
  writeEvent(context, 'value', { case: caseId, asset, on, document }, { value, basis, source, by });
}

/** The texts that say something. */
function said<K extends string>(
  input: Readonly<Partial<Record<K, string | undefined>>>,
  fields: readonly K[],
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const field of fields) {
    const text = input[field]?.trim() ?? '';
    if (text !== '') found[field] = text;
  }
  return found;
}

interface AnyAmendment {
  readonly field: AssetField;
  readonly value: string | readonly string[] | null;
  readonly saw: readonly string[];
  readonly reason?: string | undefined;
}

/**
 * Writes amendments of an asset's fields, each in the form in which it is kept. Cash that is counted anew is valued anew
 * today.
 */
export function amendAsset(
  context: WriteContext,
  input: {
    readonly case: string;
    readonly asset: string;
    readonly amendments: readonly AnyAmendment[];
    readonly duplicateReason?: string | undefined;
  },
): { warnings: readonly Warning[] } {
  const { sql, append, now } = context;
  const { case: caseId, asset } = input;
  const known = knownAsset(sql, caseId, asset);
  const { kind } = known.row;
  const before = textsOf(sql, asset);
  const wanted = {
    ...before,
    ...Object.fromEntries(input.amendments.map(({ field, value }) => [field, value])),
  };
  for (const { field, value } of input.amendments) requireAmendable(sql, kind, field, value);
  const { details, warnings } = tidyDetails(parsedDetails(kind, wanted), formsOf(sql));
  requireOrganisation(sql, caseId, details);
  const texts = detailTexts(details);
  const duplicates = requireDistinct(
    sql,
    caseId,
    { id: asset, kind, family: familyOf(sql, asset) },
    texts,
    input.duplicateReason ?? '',
  );
  const told = [...warnings, ...duplicates];
  append(assetAmended, caseId, {
    case: caseId,
    asset,
    amendments: input.amendments.map((each) => ({
      ...each,
      value: isDetail(kind, each.field) ? (texts[each.field] ?? null) : tidyText(each.value),
    })),
    ...said(input, ['duplicateReason']),
    warnings: told,
  });
  if (details.kind === 'cash') recount(context, known, details, todayAt(now));
  return { warnings: told };
}

function tidyText(value: Json): string | null {
  return typeof value === 'string' ? value.trim() : null;
}

function isDetail(kind: AssetKind, field: AssetField): boolean {
  return (fieldsOfKind[kind] as readonly AssetField[]).includes(field);
}

const common: readonly AssetField[] = ['name', 'description', 'place', 'department', 'office', 'notes'];

function requireAmendable(
  sql: Sql,
  kind: AssetKind,
  field: AssetField,
  value: string | readonly string[] | null,
): void {
  const invalid = (): never => {
    throw new CustodiaError('call.invalid', { field });
  };
  if (!common.includes(field) && !isDetail(kind, field)) invalid();
  if ((field === 'counts') !== Array.isArray(value)) if (value !== null) invalid();
  if (field === 'name' && (typeof value !== 'string' || value.trim() === '' || value.length > 300)) invalid();
  if (field === 'department' && typeof value === 'string') requireDepartment(sql, value);
}

function parsedDetails(kind: AssetKind, texts: Readonly<Partial<Record<AssetField, unknown>>>): AssetDetails {
  const parsed = detailsShape.safeParse(detailsOf(kind, texts));
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'kind');
  throw new CustodiaError('call.invalid', { field }, { cause: parsed.error });
}

/** The whole and its parts, which have the same numbers rightly. */
function familyOf(sql: Sql, asset: string): string[] {
  return sql
    .all<{ id: string }>(
      `WITH RECURSIVE up (id, part_of) AS (
         SELECT id, part_of FROM asset WHERE id = ?
         UNION SELECT w.id, w.part_of FROM up JOIN asset w ON w.id = up.part_of),
       family (id) AS (SELECT id FROM up UNION SELECT p.id FROM family JOIN asset p ON p.part_of = family.id)
       SELECT id FROM family ORDER BY id`,
      [asset],
    )
    .map(({ id }) => id);
}

function recount(
  context: WriteContext,
  known: ReturnType<typeof knownAsset>,
  details: Details<'cash'>,
  today: string,
): void {
  const value = cashTotal(details);
  const { row } = known;
  const counted = known.own.findLast(({ type, annulled }) => type === 'value' && !annulled);
  const before = counted?.type === 'value' ? counted.facts.value : null;
  if (before?.minor === value.minor && before.currency === value.currency) return;
  if (row.stage === 'split')
    throw new CustodiaError('seizure.hasLeft', { number: row.number, stage: row.stage });
  requireSpendable(row.number, [...known.facts, newFact(row.id, today, { type: 'valued', value })]);
  writeEvent(
    context,
    'value',
    { case: row.case, asset: row.id, on: today },
    { value, basis: 'count', source: '', by: '' },
  );
}
