import { execFileSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '../electron/core/client.ts';
import { verifyBundle } from '../electron/core/features/bundles/index.ts';
import type { BundleJobResult } from '../electron/core/features/bundles/records.ts';
import { buildPages, root } from './build-all.ts';
import { type DemoVault, demoUsers, makeDemoVault } from './demo/make-vault.ts';
import { hasDisplay, withoutDisplay } from './display.ts';
import { installByHand, obtainShell } from './obtain.ts';
import { openWindow } from './open-window.ts';

/** `npm run demo`: a vault with a fictional case, its bundle exported and verified, and the window on it. */

const folder = join(root, 'out', 'demo');
const vault = join(folder, 'vault');
const tell = (line: string): void => console.log(line);

async function make(): Promise<{ made: DemoVault; bundle: BundleJobResult }> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'bundles'), { recursive: true });
  const client = createClient(vault, undefined, join(folder, 'bundles'));
  try {
    const made = await makeDemoVault(client, join(folder, 'scratch'), tell);
    const job = await client.call('bundles.export', {
      case: made.case,
      title: 'Legajo de pruebas',
      exhibits: made.exhibits,
      unreadable: 'native',
    });
    const ended = await client.core.services.jobs.ended(job.id);
    if (ended.state !== 'done')
      throw new Error(`the export ended as ${ended.state}: ${ended.error?.code ?? ''}`);
    return { made, bundle: ended.result as BundleJobResult };
  } finally {
    await client.core.stop();
  }
}

/** Checks the bundle as a court would: with our program, and without it where the tools are here. */
async function check(bundle: BundleJobResult): Promise<void> {
  const { valid, problems } = await verifyBundle(bundle.path);
  if (!valid) throw new Error(`the bundle is not valid: ${JSON.stringify(problems)}`);
  tell(`Verified by custodia bundle verify: valid, fingerprint ${bundle.fingerprint}`);
  const foreign: readonly (readonly [string, string])[] = [
    ['sha256sum', 'sha256sum --quiet -c manifest-sha256.txt && sha256sum --quiet -c tagmanifest-sha256.txt'],
    [
      'ssh-keygen',
      'ssh-keygen -Y verify -f allowed_signers -I "$(cut -d" " -f1 allowed_signers)" -n custodia-bundle -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt',
    ],
  ];
  for (const [tool, command] of foreign) {
    try {
      execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    } catch {
      tell(`Not run: ${tool} is not installed here`);
      continue;
    }
    execFileSync('sh', ['-c', command], { cwd: bundle.path, stdio: ['ignore', 'ignore', 'inherit'] });
    tell(`Verified by ${tool}: valid`);
  }
}

function summarise(made: DemoVault, bundle: BundleJobResult): void {
  tell('');
  tell(`Vault    ${vault}`);
  tell(`Bundle   ${bundle.path}`);
  tell(
    `PDF      ${bundle.pdf}  (${bundle.pages} fojas, ${bundle.exhibits} exhibits, ${bundle.natives.length} as native files)`,
  );
  tell('Users    name / passphrase');
  for (const { name, passphrase, roles } of demoUsers)
    tell(`         ${name} / ${passphrase}   (${roles.join(', ')})`);
  tell(`Recovery key of this demonstration: ${made.recoveryKey}`);
  tell('');
}

async function demo(): Promise<number> {
  const { made, bundle } = await make();
  tell(`Bundle: ${bundle.pages} fojas, ${bundle.exhibits} exhibits`);
  await check(bundle);
  summarise(made, bundle);
  await buildPages();
  if (!hasDisplay()) {
    tell(withoutDisplay(`npm start -- --vault ${vault}`));
    return 0;
  }
  const program = obtainShell(tell);
  if (program === null) {
    tell(installByHand);
    return 0;
  }
  tell(`Window: ${program.path}. Close it to end.`);
  return openWindow(program, vault);
}

process.exitCode = await demo();
