import type { Sql } from '../../../vault/database/sql.ts';
import { listExhibits } from '../../evidence/index.ts';
import type { ExhibitListInput, ExhibitRow } from '../../evidence/model.ts';
import { exhibitsIn, requireCollection } from '../../marking/index.ts';
import type { Rule } from './model.ts';

type Filter = Pick<ExhibitListInput, 'kind' | 'viewer' | 'person' | 'tag' | 'collection'>;

function filterOf(rule: Rule): Filter {
  switch (rule.by) {
    case 'all':
      return {};
    case 'kind':
      return { kind: rule.kind };
    case 'type':
      return { viewer: rule.type };
    case 'category':
      return { kind: 'item' };
    case 'person':
      return { person: rule.person };
    case 'tag':
      return { tag: rule.tag };
    case 'collection':
      return { collection: rule.collection };
  }
}

/** The exhibits of a case by a rule, by number; those of a collection in its own order. */
export function exhibitsByRule(sql: Sql, caseId: string, rule: Rule): ExhibitRow[] {
  const { rows } = listExhibits(sql, {
    case: caseId,
    ...filterOf(rule),
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 100_000,
  });
  if (rule.by === 'category') return rows.filter(({ category }) => category === rule.category);
  if (rule.by !== 'collection') return rows;
  requireCollection(sql, caseId, rule.collection);
  const place = new Map(exhibitsIn(sql, rule.collection).map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
