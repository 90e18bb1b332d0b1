import { CustodiaError } from '../../api/errors.ts';
import { readStep, writeStep } from '../../api/procedure.ts';
import { showCase } from '../cases/index.ts';
import { showExhibit } from '../evidence/index.ts';
import { readSettings } from '../office/index.ts';
import type { CaseUcoMaterial } from './case-uco.ts';
import { exchanged } from './entries.ts';

export const exchangeMaterial = readStep(
  'exchange.material',
  (
    { sql, actor },
    input: { case: string; exhibits: readonly string[] },
  ): Omit<CaseUcoMaterial, 'exportedAt' | 'version'> => {
    if (input.exhibits.length === 0) throw new CustodiaError('bundle.empty');
    const detail = showCase(sql, input.case);
    const user = sql.get<{ name: string }>('SELECT name FROM user WHERE id = ?', [actor.user]);
    return {
      caseId: input.case,
      caseNumber: detail.number,
      title: String(detail.fields.title.value ?? ''),
      office: readSettings(sql).name,
      exhibits: input.exhibits.map((exhibit) => showExhibit(sql, input.case, exhibit)),
      exportedBy: user?.name ?? actor.user,
    };
  },
);

export const recordExchange = writeStep(
  'exchange.record',
  ({ append }, done: { case: string; exhibits: readonly string[]; name: string; sha256: string }): null => {
    append(exchanged, done.case, { ...done, format: 'case-uco' });
    return null;
  },
);

export const exchangeSteps = [exchangeMaterial, recordExchange];
