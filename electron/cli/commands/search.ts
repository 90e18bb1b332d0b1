import type { Command } from 'commander';
import type { HitKind } from '../../core/features/search/model.ts';
import { does, leaf, option } from '../command.ts';
import { type Common, caseId, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';

const atMost = 500;

interface SearchOptions extends Common {
  readonly wait: boolean;
  readonly scans?: boolean;
  readonly kind?: HitKind;
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
}

async function search(options: SearchOptions, words: readonly string[]): Promise<Answer> {
  return withVault(options, async (client) => {
    // A script that has just attached something expects to find what is inside it.
    if (options.wait) await client.call('reading.settle', { scans: options.scans === true });
    const { hits, counts, more } = await client.call('search.find', {
      text: words.join(' '),
      limit: atMost,
      ...(options.kind === undefined ? {} : { kinds: [options.kind] }),
      ...(options.case === undefined ? {} : { case: await caseId(client, options.case) }),
      ...(options.from === undefined ? {} : { from: options.from }),
      ...(options.to === undefined ? {} : { to: options.to }),
    });
    const terms: Vocabulary = await vocabularyOf(client);
    const rows = hits.map((hit) => [
      hit.caseNumber,
      say(`hit.${hit.kind}`),
      hit.kind === 'person' ? terms.nameOf('personRoles', hit.number) : hit.number,
      hit.page === null ? hit.label : `${hit.label} · ${say('hit.at', { page: hit.page + 1 })}`,
      hit.context
        .map((piece) => piece.text)
        .join('')
        .replace(/\s+/g, ' ')
        .slice(0, 100),
    ]);
    return { value: { hits, counts, more }, lines: rows.length === 0 ? [say('hit.none')] : table(rows) };
  });
}

export function addSearch(program: Command): void {
  const found = leaf(program, 'search <query...>');
  option(found, 'case', { value: 'case' });
  option(found, 'kind', { value: 'kind' });
  option(found, 'from', { value: 'day' });
  option(found, 'to', { value: 'day' });
  option(found, 'scans');
  option(found, 'no-wait');
  does(found, search);
}
