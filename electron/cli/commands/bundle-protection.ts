import type { Input } from '../../core/api/contract.ts';
import type { Audience } from '../../core/features/bundles/model.ts';
import type { ProtectionSummary } from '../../core/features/bundles/records.ts';
import { type Client, type Common, caseId, passphraseOf, UsageError, withVault } from '../context.ts';
import { type Answer, note } from '../output.ts';
import { printable, say } from '../texts.ts';

/** What may be said of what is kept back. */
export interface ProtectionOptions {
  readonly audience?: string;
  readonly redact?: boolean;
  readonly keepNothingBack?: boolean;
  readonly reason?: string;
  readonly openSeals?: boolean;
}

/** The same for the core; what contradicts itself is wrong usage or refused there. */
export function protectionInput(
  options: ProtectionOptions & Common,
): Pick<Input<'bundles.export'>, 'audience' | 'redact' | 'keepNothingBack' | 'passphrase'> {
  const { keepNothingBack, reason } = options;
  if (keepNothingBack === true && (reason ?? '').trim() === '') throw new UsageError('keepReason');
  return {
    // Any other word is refused by the core, with the field's name.
    audience: options.audience as Audience | undefined,
    redact: options.redact,
    keepNothingBack: keepNothingBack === true ? { reason: reason ?? '' } : undefined,
    passphrase: options.openSeals === true ? passphraseOf(options) : undefined,
  };
}

/** Tells on stderr what does not travel and what nobody could look at; gives the lines of the answer. */
export function protectionLines(summary: ProtectionSummary | null): string[] {
  if (summary === null) return [];
  const { withheld, notChecked, sealed, people, redactions, exhibits, readers, report } = summary;
  for (const { exhibit, why } of withheld)
    note(printable(say('bundle.notHanded', { number: exhibit, why: say(`protectionWhy.${why}`) })));
  for (const { exhibit, why } of notChecked)
    note(printable(say('bundle.notLookedAt', { number: exhibit, why: say(`protectionWhy.${why}`) })));
  for (const mark of sealed) note(printable(say('bundle.sealed', { mark })));
  return [
    say('bundle.protected', { people, redactions, exhibits }),
    ...(readers.length === 0 ? [] : [say('bundle.readBack', { readers: readers.join(', ') })]),
    say('bundle.report', { report }),
  ];
}

interface PreviewOptions {
  readonly case: string;
  readonly audience: string;
  readonly exhibit?: readonly string[];
}

/** What a bundle for somebody would keep back, before anything is exported. */
export function previewProtected(
  chosen: (client: Client, id: string, given: readonly string[] | undefined) => Promise<readonly string[]>,
) {
  return (options: PreviewOptions & Common): Promise<Answer> =>
    withVault(options, async (client) => {
      const id = await caseId(client, options.case);
      const preview = await client.call('bundles.protected', {
        case: id,
        audience: options.audience as Audience,
        exhibits: await chosen(client, id, options.exhibit),
      });
      const { people, terms, exhibits, unread, protects } = preview;
      return {
        value: preview,
        lines: [
          say(protects ? 'bundle.protects' : 'bundle.protectsNot'),
          say('bundle.previewPeople', { people: people.length, terms }),
          ...people.map(({ mark, name, sealed }) => `  ${mark}: ${name} (${say(`sealedAs.${sealed}`)})`),
          ...exhibits.map(({ number, name, places, withheld }) => {
            const why = withheld === null ? '' : ` · ${say(`protectionWhy.${withheld}`)}`;
            return `  ${number} ${name} · ${say('bundle.places', { count: places })}${why}`;
          }),
          ...(unread === 0 ? [] : [say('bundle.previewUnread', { count: unread })]),
        ],
      };
    });
}
