import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';
import type { Look, MailPart } from '../model.ts';
import { type Content, contentIn } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, type Tell, tellInParts } from './reader.ts';
import { htmlText } from './text.ts';
import { Unreadable } from './unreadable.ts';

const mostBytes = 150 * 1024 * 1024;

/** Reads what is attached to a message; given by who knows all kinds. */
export type ReadAttached = (content: Content, tell: Tell) => Promise<void>;

const parse = (bytes: Uint8Array): Promise<Email> =>
  PostalMime.parse(bytes, { maxNestingDepth: 60, maxRfc822NestingDepth: 4 });

/** One message: its headers, its text, and the text of what is attached to it. */
export async function readMessage(content: Content, tell: Tell, attached: ReadAttached): Promise<Ending> {
  const email = await parse(await content.all(mostBytes)).catch((cause: unknown) => {
    throw new Unreadable('damaged', { cause });
  });
  await tellMessage(email, 0, tell, attached);
  return ending({ items: items('mail', headersOf(email)), summary: { ...takenAt(email) } });
}

/** A mailbox (RFC 4155): message after message. */
export async function readMailbox(content: Content, tell: Tell, attached: ReadAttached): Promise<Ending> {
  const messages = split(await content.all(mostBytes));
  let page = 0;
  let damaged = false;
  for (const message of messages) {
    try {
      page = await tellMessage(await parse(message), page, tell, attached);
    } catch {
      damaged = true; // said of the mailbox as a whole; the other messages are read
    }
  }
  const metadata = { items: items('mail', { Messages: messages.length }), summary: {} };
  return ending(metadata, damaged ? { reason: 'damaged' } : {});
}

async function tellMessage(email: Email, from: number, tell: Tell, attached: ReadAttached): Promise<number> {
  const head = [email.subject, ...Object.values(headersOf(email))].filter(Boolean).join('\n');
  const names = email.attachments.map(({ filename }) => filename ?? '').join('\n');
  let page = tellInParts(`${head}\n\n${textOf(email)}\n${names}`, tell, from, email.subject);
  for (const { filename, mimeType, content } of email.attachments) {
    if (typeof content === 'string') continue;
    const name = filename ?? mimeType;
    await attached(contentIn(new Uint8Array(content), name, mimeType), ({ text }) => {
      tell({ page, label: name, text });
      page += 1;
    });
  }
  return page;
}

export async function lookAtMail(content: Content, message: number): Promise<Look> {
  const { email, messages } = await open(content, message);
  return {
    kind: 'mail',
    message,
    messages,
    mail: {
      headers: email.headers.map(({ originalKey, value }) => ({
        name: originalKey,
        value: decodeWords(value),
      })),
      subject: email.subject ?? '',
      from: people(email.from === undefined ? [] : [email.from]),
      to: people(email.to ?? []),
      date: email.date ?? '',
      text: textOf(email),
      attachments: email.attachments.map(
        ({ filename, mimeType, content: bytes }, index): MailPart => ({
          index,
          name: filename ?? mimeType,
          type: mimeType,
          size: typeof bytes === 'string' ? bytes.length : bytes.byteLength,
        }),
      ),
    },
  };
}

async function open(content: Content, message: number): Promise<{ email: Email; messages: number }> {
  const bytes = await content.all(mostBytes);
  const messages = content.type === 'application/mbox' ? split(bytes) : [bytes];
  const chosen = messages[message];
  if (chosen === undefined) throw new Unreadable('damaged');
  return { email: await parse(chosen), messages: messages.length };
}

/** The bytes of what is attached to a message, as they were before they were wrapped for the journey. */
export async function attachmentOf(content: Content, message: number, index: number): Promise<Uint8Array> {
  const bytes = (await open(content, message)).email.attachments[index]?.content;
  if (bytes === undefined || typeof bytes === 'string') throw new Unreadable('missing');
  return new Uint8Array(bytes);
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text;
  return html === undefined ? '' : htmlText(html);
}

function people(all: readonly Address[]): string {
  return all
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');
}

function headersOf(email: Email): Record<string, string> {
  return {
    From: people(email.from === undefined ? [] : [email.from]),
    To: people(email.to ?? []),
    Cc: people(email.cc ?? []),
    Bcc: people(email.bcc ?? []),
    Date: email.date ?? '',
    Subject: email.subject ?? '',
    'Message-ID': email.messageId ?? '',
    'In-Reply-To': email.inReplyTo ?? '',
    Received: email.headers
      .filter(({ key }) => key === 'received')
      .map(({ value }) => value)
      .join('\n'),
  };
}

function takenAt({ date }: Email): { takenAt?: string } {
  return date === undefined ? {} : { takenAt: date };
}

/** At each line that begins with `From ` after an empty line. */
function split(bytes: Uint8Array): Uint8Array[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = whole.subarray(0, 5).toString('latin1') === 'From ' ? [0] : [];
  for (
    let at = whole.indexOf('\nFrom ', 0, 'latin1');
    at >= 0;
    at = whole.indexOf('\nFrom ', at + 1, 'latin1')
  ) {
    const before = whole[at - 1] === 0x0d ? whole[at - 2] : whole[at - 1];
    if (before === 0x0a) starts.push(at + 1);
  }
  return starts.map((start, index) => {
    const body = whole.indexOf('\n', start) + 1;
    return whole.subarray(body, starts[index + 1] ?? whole.length);
  });
}
