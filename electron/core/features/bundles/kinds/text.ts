import type { Words } from '../../../paper/words.ts';
import type { RandomAccess } from '../../../vault/blob-store.ts';
import type { ReaderProcess } from '../../reading/index.ts';
import type { Mail } from '../../reading/model.ts';
import type { Segment } from '../../testimony/model.ts';

/** More messages of a mailbox than this are no reading matter: the file travels as it is. */
const mostMessages = 500;

interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: RandomAccess;
}

/**
 * A message, or every message of a mailbox, as it is read on paper: headers, text, what is attached by name, type and size. Null where the
 * reader cannot make it out, or where there are too many.
 */
export async function mailText(
  reader: ReaderProcess,
  { name, type, content }: MailFile,
  words: Words,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const texts: string[] = [];
  for (let message = 0, messages = 1; message < messages; message += 1) {
    const outcome = await reader.run(
      { what: { do: 'look', message }, name, type, content },
      () => undefined,
      signal,
    );
    if (outcome.kind !== 'look' || outcome.look.kind !== 'mail') return null;
    messages = outcome.look.messages;
    if (messages > mostMessages) return null;
    texts.push(messageText(outcome.look.mail, words));
  }
  return Buffer.from(texts.join(`\n\n${'─'.repeat(60)}\n\n`));
}

function messageText({ headers, text, attachments }: Mail, words: Words): string {
  const said = headers.map((header) => `${header.name}: ${header.value}`);
  const attached = attachments.map((each) =>
    words('mail.attachment', { name: each.name, type: each.type, size: words.size(each.size) }),
  );
  const list =
    attached.length === 0 ? [] : ['', words('mail.attachments', { count: attached.length }), ...attached];
  return [...said, '', text.trim(), ...list].join('\n');
}

/** What was said, with its second and who said it. */
export function transcriptText(segments: readonly Segment[]): Uint8Array {
  return Buffer.from(
    segments
      .map(({ start, speaker, text }) => `[${clock(start)}] ${speaker === '' ? '' : `${speaker}: `}${text}`)
      .join('\n'),
  );
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
