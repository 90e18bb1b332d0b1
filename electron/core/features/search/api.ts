import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { folded } from '../cases/index.ts';
import type { Hit } from './model.ts';

/** Only the teams' cases are looked at, so nothing else can appear or be counted. */
const found = `
  WITH mine AS (
    SELECT c.id, c.number, c.search_key, c.title FROM case_file c
    JOIN team_member t ON t.case_id = c.id AND t.user = :user)
  SELECT 'case' AS kind, id AS "case", number AS caseNumber, id, number, title AS label
    FROM mine WHERE instr(search_key, :text) > 0
  UNION ALL
  SELECT 'person', mine.id, mine.number, p.id, p.role, p.name FROM person p JOIN mine ON mine.id = p.case_id
    WHERE instr(p.search_key, :text) > 0
  UNION ALL
  SELECT 'exhibit', mine.id, mine.number, e.id, e.number, e.name FROM exhibit e JOIN mine ON mine.id = e.case_id
    WHERE instr(e.search_key, :text) > 0
  LIMIT :limit`;

export const searchProcedures = {
  'search.find': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({
      text: z.string().trim().min(1).max(200),
      limit: z.number().int().min(1).max(500),
    }),
    run: ({ sql, actor }, { text, limit }) => ({
      hits: sql.all<Hit>(found, { user: actor.user, text: folded(text), limit }),
    }),
  },
} satisfies Procedures;
