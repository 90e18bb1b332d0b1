import { resolve } from 'node:path';
import type { Command } from 'commander';
import { does, group, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, withVault } from '../context.ts';
import { makeFolder } from '../folders.ts';
import type { Answer } from '../output.ts';
import { say } from '../texts.ts';

interface CaseUcoOptions extends Common {
  readonly case: string;
  readonly exhibit?: readonly string[];
  readonly out: string;
}

async function caseUco(options: CaseUcoOptions): Promise<Answer> {
  const folder = resolve(options.out);
  const value = await withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    await makeFolder(folder);
    return client.call('exchange.caseUco', {
      case: id,
      exhibits: await exhibitsOf(client, id, options.exhibit),
      folder: (await client.core.offerFolder(folder)).handle,
    });
  });
  return { value, lines: [value.path, say('exchange.nodes', { count: value.nodes })] };
}

/** Those named, or all of the case. */
async function exhibitsOf(
  client: Client,
  id: string,
  named: readonly string[] | undefined,
): Promise<string[]> {
  if (named !== undefined)
    return Promise.all(named.map(async (given) => (await client.call('evidence.find', { given })).exhibit));
  const found: string[] = [];
  for (;;) {
    const page = await client.call('evidence.list', {
      case: id,
      sort: 'number',
      descending: false,
      offset: found.length,
      limit: 500,
    });
    found.push(...page.rows.map((row) => row.id));
    if (page.rows.length === 0 || found.length >= page.total) return found;
  }
}

export function addExchange(program: Command): void {
  const exchange = group(program, 'exchange');
  const exported = leaf(exchange, 'case-uco');
  option(exported, 'case', { value: 'case', required: true });
  option(exported, 'exhibit', { value: 'id', repeat: true }, 'exchangeExhibit');
  option(exported, 'out', { value: 'folder', required: true }, 'exchangeOut');
  does(exported, caseUco);
}
