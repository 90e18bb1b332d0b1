import type { Look } from '../model.ts';
import { lookAtArchive, readArchive } from './archive.ts';
import type { Content } from './content.ts';
import { lookAtMail, readMailbox, readMessage } from './mail.ts';
import { readMedia } from './media.ts';
import { readOffice } from './office.ts';
import { readPaged } from './pdf.ts';
import { readPicture } from './picture.ts';
import type { Ending } from './protocol.ts';
import { ending, noMetadata, type Reader, type Tell } from './reader.ts';
import { lookAtSheets, readSheets } from './sheets.ts';
import { readHtml, readText, readXml } from './text.ts';
import { Unreadable } from './unreadable.ts';

/** A message in a message in a message: deeper than this, what is attached is named but not read. */
const deepest = 3;

/** Which reader takes which type. The first that matches. */
const readersAt = (depth: number): readonly (readonly [RegExp, Reader])[] => [
  [/^application\/(pdf|epub\+zip|oxps|vnd\.ms-xpsdocument)$/, readPaged],
  [/spreadsheet|ms-excel/, readSheets],
  [
    /wordprocessingml|presentationml|opendocument\.(text|presentation)|ms-word\.document\.macro|ms-powerpoint\.presentation\.macro/,
    readOffice,
  ],
  [/^message\/rfc822$/, (content, tell) => readMessage(content, tell, attachedAt(depth))],
  [/^application\/mbox$/, (content, tell) => readMailbox(content, tell, attachedAt(depth))],
  [/^text\/html$|xhtml/, readHtml],
  [/^image\/svg\+xml$|^(application|text)\/xml$|\+xml$/, readXml],
  [/^image\//, readPicture],
  [/^(audio|video)\//, readMedia],
  [/^application\/(zip|x-tar|gzip|java-archive|vnd\.android\.package-archive)$/, readArchive],
  [/^text\/|^application\/(json|javascript|x-sh|sql|rtf)$/, readText],
];

/** Text, metadata and what is left to OCR; for a type that nobody reads: that it has no text. */
export function readContent(content: Content, tell: Tell, depth = 0): Promise<Ending> {
  const reader = readersAt(depth).find(([type]) => type.test(content.type))?.[1];
  if (reader === undefined || content.size === 0)
    return Promise.resolve(ending(noMetadata, { hasText: false }));
  return reader(content, tell);
}

/** What is attached to a message is read like other files; what cannot be is passed over, the message stays. */
const attachedAt =
  (depth: number) =>
  async (content: Content, tell: Tell): Promise<void> => {
    if (depth >= deepest) return;
    try {
      await readContent(content, tell, depth + 1);
    } catch (error) {
      tell({ page: 0, text: `${content.name} (${error instanceof Unreadable ? error.reason : 'damaged'})` });
    }
  };

/** An exhibit as rows, parts or a message, for viewers. */
export async function lookAt(content: Content, message: number): Promise<Look> {
  if (/^message\/rfc822$|^application\/mbox$/.test(content.type)) return lookAtMail(content, message);
  if (/spreadsheet|ms-excel/.test(content.type)) return lookAtSheets(content);
  if (/^application\/(zip|x-tar|gzip|java-archive|vnd\.android\.package-archive)$/.test(content.type))
    return lookAtArchive(content);
  const pages: { page: number; text: string }[] = [];
  await readContent(content, (page) => pages.push(page));
  return { kind: 'text', pages };
}
