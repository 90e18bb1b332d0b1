import { currentValue } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';

/** By which fields a person can be recognised. */
const identifying = ['name', 'document', 'birthDate', 'phone', 'address', 'notes'] as const;
type IdentifyingField = (typeof identifying)[number];

/** What the file knows of a person by which the person can be recognised, also what was amended since. */
export interface IdentifyingFacts {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly role: string;
  readonly birthDate: string;
  /** As it stands: for one whose identity is sealed, a code name. */
  readonly name: string;
  readonly values: readonly {
    readonly field: IdentifyingField;
    readonly value: string;
    readonly current: boolean;
  }[];
  /** Null where nothing is sealed. */
  readonly seal: { readonly mine: boolean } | null;
}

interface Row {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly role: string;
  readonly name: string;
  readonly holders: string | null;
}

/** Everybody of a case, in the order in which they came in. */
export function identifyingFacts(sql: Sql, caseId: string, asking: string): IdentifyingFacts[] {
  const rows = sql.all<Row>(
    `SELECT p.id, p.kind, p.role, p.name, s.holders FROM person p LEFT JOIN seal s ON s.person = p.id
     WHERE p.case_id = ? ORDER BY p.added_at, p.id`,
    [caseId],
  );
  return rows.map(({ holders, ...row }) => ({
    ...row,
    birthDate: String(currentValue(sql, row.id, 'birthDate') ?? ''),
    values: valuesOf(sql, row.id),
    seal: holders === null ? null : { mine: (JSON.parse(holders) as string[]).includes(asking) },
  }));
}

function valuesOf(sql: Sql, person: string): IdentifyingFacts['values'] {
  const rows = sql.all<{ field: IdentifyingField; value: string; current: number }>(
    `SELECT field, value, current FROM field_version
     WHERE subject = ? AND field IN (${identifying.map((field) => `'${field}'`).join(', ')}) ORDER BY at, entry`,
    [person],
  );
  return rows.flatMap(({ field, value, current }) => {
    const said: unknown = JSON.parse(value);
    return typeof said === 'string' && said.trim() !== ''
      ? [{ field, value: said, current: current === 1 }]
      : [];
  });
}
