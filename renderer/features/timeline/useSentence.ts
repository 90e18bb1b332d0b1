import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import { formatBytes, formatDate, formatDecimal } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { useValues } from './useValues.ts';
import { text, wordsFor } from './words.ts';

/** Fields whose names are texts of another page's namespace, and where in it. */
const namespaces: Readonly<Record<string, string>> = {
  'case.amended': 'cases:',
  'person.amended': 'people:',
  'evidence.amended': 'evidence:',
  // What refusals call the fields, in whatever window they are told.
  'seizure.amended': 'errors:seizure.word.',
};

interface AmendedField {
  readonly field: string;
  readonly value: Json;
  readonly reason: string;
}

function amendmentsIn(details: TimelineEntry['details']): AmendedField[] {
  const { amendments } = details;
  if (!Array.isArray(amendments)) return [];
  return (amendments as readonly Json[]).flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
    const one = each as Readonly<Record<string, Json>>;
    return [{ field: text(one.field), value: one.value ?? null, reason: text(one.reason) }];
  });
}

/** `FETP-2026-0001/E-003` → `E-003`. */
function short(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}

/** An entry in words: what was done, to what, and why. Unknown kinds are shown by their name. */
export function useSentence(): (entry: TimelineEntry) => {
  readonly main: string;
  readonly more: readonly string[];
} {
  const { t, i18n } = useTranslation('timeline');
  const terms = useOfficeTerms();
  const shownValue = useValues();

  function amended(entry: TimelineEntry): string[] {
    return amendmentsIn(entry.details).map(({ field, value, reason }) => {
      const label = t(`${namespaces[entry.kind] ?? 'cases:'}field.${field}`);
      const said = t('amended', { field: label, value: shownValue(entry.kind, field, value) });
      return reason === '' ? said : `${said} ${t('because', { reason })}`;
    });
  }

  function origin(list: Json | undefined): string {
    if (typeof list !== 'object' || list === null || Array.isArray(list)) return '';
    const { name, row } = list as Readonly<Record<string, Json>>;
    return t('custody.list', { name: text(name), row: text(row) });
  }

  function moved(details: TimelineEntry['details']): string[] {
    const parts = [
      text(details.when) === '' ? '' : t('custody.when', { when: formatDate(text(details.when)) }),
      text(details.from) === '' ? '' : t('custody.from', { name: text(details.from) }),
      text(details.to) === '' ? '' : t('custody.to', { name: text(details.to) }),
      text(details.place),
      text(details.seal) === '' ? '' : t('custody.seal', { seal: text(details.seal) }),
      text(details.reason),
      text(details.note),
      origin(details.list),
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [parts.join(' · ')];
  }

  return (entry) => {
    const { kind, details } = entry;
    const words = wordsFor(kind, details, (key) => i18n.exists(key, { ns: 'timeline' }));
    const params = {
      subject: short(entry.subject),
      name:
        text(details.name) ||
        text(details.title) ||
        text(details.label) ||
        text(details.user) ||
        entry.subject,
      from: text(details.from),
      to: text(details.to),
      person: text(details.person),
      value: formatDecimal(text(details.value)),
      target: text(details.to) || text(details.toText),
      type: terms.relation(text(details.type)),
      event: terms.event(text(details.event)),
      role: t(`office:role.${text(details.role)}`, { defaultValue: text(details.role) }),
      size: typeof details.size === 'number' ? formatBytes(details.size) : '',
      files: Array.isArray(details.files) ? details.files.length : 0,
      pages: text(details.pages),
      version: text(details.version),
      outcome: text(details.outcome),
      exhibits: Array.isArray(details.exhibits) ? details.exhibits.length : 0,
    };
    const main = words === null ? kind : t(words, params);
    const reason =
      kind !== 'custody.recorded' && text(details.reason) !== ''
        ? [t('because', { reason: text(details.reason) })]
        : [];
    const extra = kind === 'custody.recorded' ? moved(details) : [...amended(entry), ...reason];
    return { main, more: extra };
  };
}
