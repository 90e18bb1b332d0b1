import { useTranslation } from 'react-i18next';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import { formatBytes, formatDate, formatDay, formatMoney } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { factsOf, isMoney } from './facts.ts';
import { text } from './words.ts';

const days = /^(openedOn|birthDate|collectedOn|identifiedOn|on|date|due|warnFrom|until)$/;
const moments = /^(when|modifiedAt)$/;

/** A value of an entry's body as a person reads it: terms by the jurisdiction's names, days and sizes as they are written. */
export function useValues(): (kind: string, field: string, value: Json) => string {
  const { t } = useTranslation('timeline');
  const terms = useOfficeTerms();
  const named: Readonly<Record<string, (id: string) => string>> = {
    stage: terms.stage,
    status: terms.status,
    source: terms.source,
    department: terms.department,
    event: terms.event,
    offences: terms.offence,
    purpose: (id) => t(`bundles:purpose.${id}`, { defaultValue: id }),
  };

  function one(kind: string, field: string, id: string): string {
    if (field === 'role' && kind.startsWith('role.')) return t(`office:role.${id}`, { defaultValue: id });
    if (field === 'role') return terms.role(id);
    if (field === 'outcome') return t(`outcome.${id}`, { defaultValue: id });
    if (field === 'type' && kind === 'person.related') return terms.relation(id);
    if (days.test(field)) return formatDay(id);
    if (moments.test(field)) return formatDate(id);
    return named[field]?.(id) ?? id;
  }

  /** A line of a list: a witness, a row of an inventory, a part with its value. */
  function line(kind: string, field: string, value: Json): string {
    if (isMoney(value)) return formatMoney(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return one(kind, field, text(value));
    return factsOf(value as Readonly<Record<string, Json>>)
      .map((fact) => line(kind, fact.field, fact.value))
      .filter((each) => each !== '')
      .join(' · ');
  }

  return (kind, field, value) => {
    if (isMoney(value)) return formatMoney(value);
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (Array.isArray(value))
      return (value as readonly Json[]).map((each) => line(kind, field, each)).join('; ');
    if (field === 'size' && typeof value === 'number') return formatBytes(value);
    // Files of an intake and pages are counted from nought in the journal, from one by people.
    if ((field === 'file' || field === 'page') && typeof value === 'number') return String(value + 1);
    return text(value) === '' ? t('empty') : one(kind, field, text(value));
  };
}
