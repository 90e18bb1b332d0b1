import { readStep } from '../../../api/procedure.ts';
import { placesOf } from '../../../redaction/terms.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { showExhibit } from '../../evidence/index.ts';
import { redactionsOfContent } from '../../marking/index.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import { readingOf, textPagesOf } from '../../reading/index.ts';
import { currentTranscript } from '../../testimony/index.ts';
import { protectionOf } from './collect.ts';
import type { Protection, WithheldWhy } from './model.ts';
import type { PreviewInput, ProtectedPreview } from './preview-model.ts';

/** On a thread of its own: the texts of a whole case are looked through. */
export const previewProtection = readStep(
  'bundles.previewProtection',
  ({ sql, actor }, input: PreviewInput): ProtectedPreview => {
    const protection = protectionOf(sql, { ...input, opened: {} }, actor.user);
    const { protectionAudiences } = loadJurisdiction(readSettings(sql).jurisdiction);
    const looked = [...new Set(input.exhibits)].map((exhibit) =>
      lookAt(sql, input.case, exhibit, protection),
    );
    const names = new Map(
      sql
        .all<{ id: string; name: string }>('SELECT id, name FROM person WHERE case_id = ?', [input.case])
        .map(({ id, name }) => [id, name]),
    );
    return {
      audience: input.audience,
      protects: protectionAudiences.some(({ id, protects }) => id === input.audience && protects),
      people: protection.people.map(({ id, mark, kinds, sealed }) => {
        return { id, name: names.get(id) ?? '', mark, kinds, sealed };
      }),
      terms: protection.terms.length,
      exhibits: looked
        .filter(({ places, withheld }) => places > 0 || withheld !== null)
        .map(({ unread, ...row }) => row),
      unread: looked.filter(({ unread }) => unread).length,
    };
  },
);

function lookAt(sql: Sql, caseId: string, exhibit: string, { terms, shown }: Protection) {
  const { number, type, fields, item } = showExhibit(sql, caseId, exhibit);
  const name = String(fields.name.value ?? '');
  const marked = redactionsOfContent(sql, caseId, exhibit);
  const areas = marked.filter(({ area }) => area !== null).length;
  const { state, metadata } = readingOf(sql, exhibit);
  const texts = [
    name,
    String(fields.description.value ?? ''),
    ...textPagesOf(sql, exhibit).map(({ text }) => text),
    ...metadata.items.map(({ value }) => value),
    ...currentTranscript(sql, exhibit).map(({ speaker, text }) => `${speaker} ${text}`),
  ];
  const chars = [...texts.join('\n')];
  const starts = new Set(placesOf(chars, terms).map(({ from }) => from));
  const isRecording = /^(audio|video)\//.test(type);
  const seen = shown[exhibit] ?? [];
  let withheld: WithheldWhy | null = null;
  if (seen.length > 0 && isRecording) withheld = 'recording';
  else if (seen.some(({ what }) => what === 'face') && areas === 0 && item === null) withheld = 'face';
  return {
    ...{ id: exhibit, number, name, withheld },
    places: starts.size + areas,
    unread: item === null && (state === 'waiting' || state === 'failed' || state === 'scanned'),
  };
}
