import { formatISO } from 'date-fns/formatISO';
import { CustodiaError } from '../../../api/errors.ts';
import { type ReadContext, readStep } from '../../../api/procedure.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { showCase } from '../../cases/index.ts';
import { loadJurisdiction, readSettings, userById } from '../../office/index.ts';
import { loadAssetWords } from '../asset-words.ts';
import { showAsset } from '../record.ts';
import { factsOf, type Material } from './facts.ts';
import { fillTemplate } from './fill.ts';
import type { PaperDraft, PaperInput } from './model.ts';
import { infoOf, loadTemplates, templateOf } from './template-file.ts';

/** A draft with what is drawn around it. */
export interface FilledPaper {
  readonly draft: PaperDraft;
  readonly label: string;
  readonly office: string;
  readonly caseNumber: string;
  readonly subject: string;
  readonly code: string;
  readonly printed: string;
  readonly page: string;
  readonly printedBy: string;
}

/** Fills a document from the register. It is printed in Spanish, whatever language the office reads. */
export function fillPaper({ sql, actor }: ReadContext, input: PaperInput): FilledPaper {
  const office = readSettings(sql);
  const pack = loadJurisdiction(office.jurisdiction);
  const templates = loadTemplates(office.jurisdiction);
  const template = templateOf(templates, input.template);
  if (template.period) requirePeriod(input);
  const detail = showCase(sql, input.case);
  const text = (field: 'title' | 'court' | 'courtNumber'): string => String(detail.fields[field].value ?? '');
  const assets = input.assets.map((asset) => showAsset(sql, input.case, asset));
  const offences = detail.fields.offences.value;
  const fill = (language: 'es' | 'en') => {
    const material: Material = {
      office: office.name,
      caseNumber: detail.number,
      caseTitle: text('title'),
      offences: (Array.isArray(offences) ? offences : []).map(
        (id) => pack.offences.find((each) => each.id === id)?.name[language] ?? String(id),
      ),
      court: text('court'),
      courtNumber: text('courtNumber'),
      prosecutor: onlyProsecutor(sql, input.case),
      today: formatISO(new Date(), { representation: 'date' }),
      from: input.from ?? '',
      until: input.until ?? '',
      assets,
    };
    const facts = factsOf(material, loadAssetWords(pack, language));
    return fillTemplate(template, facts, language, templates.labels);
  };
  const { blocks, gaps } = fill('es');
  const [first, second] = assets;
  const about = first !== undefined && second === undefined ? first.number : detail.number;
  const words = loadAssetWords(pack, 'es');
  const printedBy = userById(sql, actor.user).name;
  return {
    draft: {
      template: infoOf(template),
      blocks,
      reading: fill('en').blocks,
      gaps,
      name: `${about} ${template.file}`,
    },
    label: template.name[office.language],
    office: office.name,
    caseNumber: detail.number,
    subject: `${detail.number} · ${text('title')}`,
    code: about,
    printed: words('printed', { when: words.moment(new Date().toISOString()), name: printedBy }),
    page: words('page', { page: '{{page}}', pages: '{{pages}}' }),
    printedBy,
  };
}

export const readPaper = readStep('seizures.readPaper', fillPaper);

function requirePeriod({ from, until }: PaperInput): void {
  if (from !== undefined && until !== undefined && until < from)
    throw new CustodiaError('seizure.dayBefore', { field: 'until', day: until, first: from });
}

/** The team's prosecutor where it has one; of several nobody says who signs. */
function onlyProsecutor(sql: Sql, caseId: string): string {
  const found = sql.all<{ name: string }>(
    `SELECT u.name FROM team_member t JOIN user u ON u.id = t.user
     JOIN user_role r ON r.user = u.id AND r.role = 'prosecutor'
     WHERE t.case_id = ? AND u.active = 1`,
    [caseId],
  );
  return found.length === 1 ? (found[0]?.name ?? '') : '';
}
