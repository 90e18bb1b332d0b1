import { resolve } from 'node:path';
import type { Command } from 'commander';
import { does, leaf, option } from '../command.ts';
import { type Common, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { language, say } from '../texts.ts';
import { dayOf } from '../times.ts';

interface PrintOptions extends Common {
  readonly template: string;
  readonly out: string;
  readonly docx?: boolean;
  readonly attach?: boolean;
  readonly from?: string;
  readonly until?: string;
}

/** A document of one or several assets of a case, as the register fills it. */
async function print(options: PrintOptions, given: readonly string[]): Promise<Answer> {
  const path = resolve(options.out);
  const day = (text: string | undefined) => (text === undefined ? undefined : dayOf(text));
  const [from, until] = [day(options.from), day(options.until)];
  const made = await withVault(options, async (client) => {
    const found = await Promise.all(given.map((each) => client.call('seizures.find', { given: each })));
    const caseId = found[0]?.case ?? '';
    const templates = await client.call('seizures.templates', { case: caseId });
    if (!templates.some(({ id }) => id === options.template)) {
      const known = templates.map(({ id, name }) => `${id} (${name[language()]})`).join(', ');
      throw new UsageError('choice', { given: options.template, known });
    }
    return client.call('seizures.makePaper', {
      case: caseId,
      template: options.template,
      assets: found.map(({ asset }) => asset),
      from,
      until,
      format: options.docx === true ? 'docx' : 'pdf',
      attach: options.attach === true,
      file: await client.core.offerDestination(path),
    });
  });
  return { value: { path, ...made }, lines: [say('seizure.printed', { gaps: made.gaps }), path] };
}

/** Documents of assets: commands of the group `seizure`. */
export function addSeizurePapers(seizure: Command): void {
  const printed = leaf(seizure, 'print <asset...>');
  option(printed, 'template', { value: 'kind', required: true });
  option(printed, 'out', { value: 'file', required: true }, 'paperOut');
  option(printed, 'docx');
  option(printed, 'attach', {}, 'paperAttach');
  option(printed, 'from', { value: 'day' }, 'paperFrom');
  option(printed, 'until', { value: 'day' }, 'paperUntil');
  does(printed, print);
}
