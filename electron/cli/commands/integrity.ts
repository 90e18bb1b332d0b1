import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { IntegrityReport } from '../../core/features/integrity/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, withJob, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';

function answer(report: Omit<IntegrityReport, 'running'>): Answer {
  const { damaged, damagedCount, total, checked, oldest } = report;
  return verificationAnswer({
    valid: damagedCount === 0,
    problems: damaged.map(({ number, what }) => ({ item: number, what })),
    total,
    checked,
    oldest,
  } as Parameters<typeof verificationAnswer>[0]);
}

async function sweep(options: Common): Promise<Answer> {
  return answer(
    (await withJob(options, (client) => client.call('integrity.sweep', {}))) as Omit<
      IntegrityReport,
      'running'
    >,
  );
}

async function report(options: Common): Promise<Answer> {
  const { running: _, ...rest } = await withVault(options, (client) => client.call('integrity.report', {}));
  return answer(rest);
}

interface MendOptions extends Common {
  readonly file?: string;
  readonly backup?: string;
}

async function mend(options: MendOptions, given: string): Promise<Answer> {
  const value = await withVault(options, async (client) => {
    const at = await client.call('evidence.find', { given });
    const from =
      options.file === undefined
        ? { backup: (await client.core.offerFolder(resolve(options.backup ?? ''))).handle }
        : { file: (await client.core.offerFile(resolve(options.file))).handle };
    return client.call('integrity.mend', { ...at, ...from });
  });
  return { value, lines: [say('integrity.mended', { count: value.exhibits })] };
}

export function addIntegrity(program: Command): void {
  const integrity = group(program, 'integrity');
  does(leaf(integrity, 'sweep'), sweep);
  does(leaf(integrity, 'report'), report);
  const mended = leaf(integrity, 'mend <id>');
  option(mended, 'file', { value: 'file' }, 'originalFile');
  option(mended, 'backup', { value: 'folder' }, 'backupFolder');
  does(mended, mend);
}
