import type { Command } from 'commander';
import { does, leaf } from '../command.ts';
import { type Common, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';

const atMost = 500;

async function search(options: Common, words: readonly string[]): Promise<Answer> {
  return withVault(options, async (client) => {
    const { hits } = await client.call('search.find', { text: words.join(' '), limit: atMost });
    const terms: Vocabulary = await vocabularyOf(client);
    const rows = hits.map((hit) => [
      hit.caseNumber,
      say(`hit.${hit.kind}`),
      hit.kind === 'person' ? terms.nameOf('personRoles', hit.number) : hit.number,
      hit.label,
    ]);
    return { value: { hits }, lines: rows.length === 0 ? [say('hit.none')] : table(rows) };
  });
}

export function addSearch(program: Command): void {
  does(leaf(program, 'search <query...>'), search);
}
