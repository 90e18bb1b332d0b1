import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../../../electron/core/features/bundles/index.ts';
import type { Audience } from '../../../../../electron/core/features/bundles/model.ts';
import {
  checkJournal,
  type JournalFault,
  type JournalInput,
} from '../../../../../electron/core/features/bundles/proof/check-journal.ts';
import {
  type JournalFile,
  journalFileShape,
} from '../../../../../electron/core/features/bundles/proof/journal-file.ts';
import type { BundleJobResult } from '../../../../../electron/core/features/bundles/records.ts';
import { parseAllowedSigner } from '../../../../../electron/core/vault/sshsig.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { has } from '../../../../support/tools.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';
import { type Certificates, makeCertificates, password } from './certificates.ts';

let vault: TestVault;
let caseId: string;
let certificates: Certificates;
const ids: string[] = [];

beforeAll(async () => {
  certificates = makeCertificates();
  vault = await makeVault();
  const { client } = vault;
  const pack = await client.call('office.jurisdiction', {});
  const made = await client.call('cases.open', {
    title: 'Hotel <script>Mirador</script>',
    offences: [pack.offences[0]?.id ?? ''],
    stage: pack.stages[0]?.id ?? '',
    status: pack.statuses[0]?.id ?? '',
    openedOn: '2026-05-03',
  });
  caseId = made.id;
  ids.push(await vault.attach(caseId, 'acta.pdf', onePagePdf('Acta')));
  ids.push(await vault.attach(caseId, 'datos.bin', Buffer.from([1, 2, 3, 0, 255])));
  ids.push(await vault.attach(caseId, 'carta de Julia.txt', 'Querida Julia:\nte esperan.\n'));
  for (const exhibit of ids)
    await client.call('custody.record', {
      case: caseId,
      exhibit,
      event: 'received',
      when: new Date().toISOString(),
      from: 'Sgto. Ayaviri',
      to: 'Secretaría',
      place: 'El Alto',
      ...(exhibit === ids[0] ? { note: 'La trajo Julia Choque' } : {}),
    });
  await client.call('marking.redact', {
    case: caseId,
    exhibit: ids[2] ?? '',
    term: { text: 'Julia', wholeWord: true },
    ground: 'protectedIdentity',
  });
});
afterAll(async () => {
  certificates.remove();
  await vault.remove();
});

interface More {
  readonly audience?: Audience;
  readonly redact?: boolean;
  readonly p12?: string;
}

async function start({ audience = 'court', redact, p12 }: More) {
  const { client } = vault;
  const file = p12 === undefined ? null : await client.core.offerFile(certificates.path(p12));
  const folder = await client.core.offerFolder(mkdtempSync(join(vault.root, 'out-')));
  return client.call('bundles.export', {
    case: caseId,
    title: 'Juicio',
    exhibits: ids,
    unreadable: 'stop',
    audience,
    redact,
    folder: folder.handle,
    ...(file === null ? {} : { sign: { file: file.handle, password, visible: true } }),
  });
}

async function exported(more: More = {}): Promise<BundleJobResult> {
  const ended = await vault.client.core.services.jobs.ended((await start(more)).id);
  expect(ended.error).toBeUndefined();
  return ended.result as BundleJobResult;
}

const text = ({ path }: BundleJobResult, file: string): string => readFileSync(join(path, file), 'utf8');
const proofOf = (bundle: BundleJobResult): JournalFile =>
  journalFileShape.parse(JSON.parse(text(bundle, 'data/journal/proof.json')));
const kindsIn = (file: JournalFile): string[] =>
  file.entries.map((each) => ('entry' in each ? String(JSON.parse(each.entry).kind) : `(${each.kind})`));
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The program that the guide prints, saved as a court would save it. */
function byRecipe({ path }: BundleJobResult) {
  const page = readFileSync(join(path, 'COMO-COMPROBAR.html'), 'utf8');
  const [, shown = ''] = /<pre>(import base64[\s\S]*?)<\/pre>/.exec(page) ?? [];
  const program = [
    ['&quot;', '"'],
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&amp;', '&'],
  ].reduce((all, [from = '', to = '']) => all.replaceAll(from, to), shown);
  const folder = mkdtempSync(join(tmpdir(), 'custodia-recipe-'));
  try {
    writeFileSync(join(folder, 'comprobar.py'), program);
    const { status, stdout, stderr } = spawnSync('python3', [join(folder, 'comprobar.py')], {
      cwd: path,
      encoding: 'utf8',
    });
    return { ok: status === 0, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const foreign = has('python3', 'the recipe of the guide') && has('openssl', 'the recipe of the guide');

describe('a package for the court', () => {
  let bundle: BundleJobResult;
  beforeAll(async () => {
    bundle = await exported({ p12: 'good.p12' });
  });

  it('has custody sheets, CASE/UCO, the guide, and both kinds of manifests', () => {
    expect(
      filesIn(bundle.path)
        .map((path) => path.slice(bundle.path.length + 1))
        .sort(),
    ).toEqual(
      [
        ...['COMO-COMPROBAR.html', 'LEEME.txt', 'README.txt', 'allowed_signers', 'bag-info.txt', 'bagit.txt'],
        ...['data/checkpoint.txt', 'data/custody.json', 'data/custody/case-uco.jsonld'],
        ...['data/custody/custody.pdf', 'data/journal/proof.json', 'data/legajo.pdf'],
        'data/native/E-002 datos.bin',
        ...['manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt'],
        ...['tagmanifest-sha256.txt.sig', 'tagmanifest-sha512.txt'],
      ].sort(),
    );
    for (const algorithm of ['sha256', 'sha512'])
      for (const file of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`])
        execFileSync(`${algorithm}sum`, ['-c', '--quiet', '--strict', file], { cwd: bundle.path });
    expect(text(bundle, 'data/custody/case-uco.jsonld')).toContain('Sgto. Ayaviri');
  });

  it('verifies, and says what the journal proves', async () => {
    const { entries } = proofOf(bundle);
    expect(await verifyBundle(bundle.path)).toMatchObject({
      valid: true,
      journalEntries: entries.length,
      journalWithheld: 0,
      journalUnsigned: 0,
      journalExhibits: 3,
      journalRoot: proofOf(bundle).checkpoint.root,
    });
    expect(kindsIn(proofOf(bundle)).toSorted()).toEqual([
      'bundle.begun',
      ...Array(3).fill('custody.recorded'),
      ...Array(3).fill('evidence.attached'),
      'office.founded',
    ]);
    expect(bundle.signature).toMatchObject({ name: 'Elena Ñáñez' });
    expect(bundle.journal).toEqual({ entries: entries.length, withheld: 0 });
  });

  it.runIf(has('pdftotext', 'what the certificate prints'))(
    'prints on its certificate what can be compared',
    () => {
      const said = execFileSync('pdftotext', ['-layout', bundle.pdf, '-'], { encoding: 'utf8' });
      const { checkpoint, exhibits } = proofOf(bundle);
      for (const printed of [checkpoint.root, checkpoint.origin, ...exhibits.map(({ sha256 }) => sha256)])
        expect(said).toContain(printed);
      expect(said).toMatch(/certificado de Elena Ñáñez/);
      expect(said).toMatch(/Un evento de custodia: Recibido/);
      const sheets = join(bundle.path, 'data', 'custody', 'custody.pdf');
      expect(execFileSync('pdftotext', [sheets, '-'], { encoding: 'utf8' })).toContain(
        'La trajo Julia Choque',
      );
    },
  );

  it.runIf(foreign)('verifies with Python and OpenSSL alone, by the recipe of its own guide', () => {
    expect(byRecipe(bundle)).toMatchObject({ ok: true });
    expect(byRecipe(bundle).said).toContain(proofOf(bundle).checkpoint.root);
  });

  it('explains itself in one page without script, in both languages, with nothing from elsewhere', () => {
    const page = text(bundle, 'COMO-COMPROBAR.html');
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|https?:|url\(/i);
    expect(page).toContain('Hotel &lt;script&gt;Mirador');
    for (const words of [
      'Cómo comprobar este legajo',
      'How to check this bundle',
      'Get-FileHash',
      'certutil',
      'sha512sum',
      'ssh-keygen -Y verify',
      'pdfsig',
      'custodia bundle verify',
    ])
      expect(page).toContain(words);
  });

  it('is refused with one changed bit in any of its kinds of files, each by its name', async () => {
    for (const file of [
      'data/journal/proof.json',
      'data/legajo.pdf',
      'data/custody/custody.pdf',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
      'COMO-COMPROBAR.html',
    ]) {
      const path = join(bundle.path, file);
      const whole = readFileSync(path);
      const changed = Buffer.from(whole);
      changed[100] = (changed[100] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const { valid, problems } = await verifyBundle(bundle.path);
      writeFileSync(path, whole);
      expect(valid).toBe(false);
      expect(
        problems.map(({ item }) => item),
        file,
      ).toContain(file);
    }
  });

  describe('whose proofs were changed by somebody who can sign packages', () => {
    const input = (): JournalInput => {
      const signer = parseAllowedSigner(text(bundle, 'allowed_signers'), 'custodia-bundle');
      const lines = text(bundle, 'manifest-sha256.txt').trimEnd().split('\n');
      return {
        text: text(bundle, 'data/journal/proof.json'),
        checkpoint: text(bundle, 'data/checkpoint.txt'),
        files: new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)])),
        bundle: bundle.bundle,
        signer: signer?.publicKey,
      };
    };
    const faults = (changed: Partial<JournalInput>): JournalFault[] => {
      const found: JournalFault[] = [];
      checkJournal({ ...input(), ...changed }, (fault) => found.push(fault));
      return found;
    };
    /** One character of one text of the proofs, at each place of the file in turn. */
    const changedAt = (edit: (file: JournalFile, at: number) => unknown, at: number): string => {
      const file = JSON.parse(input().text) as JournalFile;
      return JSON.stringify(edit(file, at) ?? file);
    };
    const flip = (value: string, at: number): string => {
      const char = value.charCodeAt(at);
      const other = String.fromCharCode(char === 0x61 ? 0x62 : 0x61);
      return `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
    };
    const entryWith = (field: 'entry' | 'signature' | 'path', at: number): string =>
      changedAt((file) => {
        const entries = file.entries.map((each, index) => {
          if (index !== at || !('entry' in each)) return each;
          if (field === 'path')
            return { ...each, path: [flip(each.path[0] ?? '', 9), ...each.path.slice(1)] };
          // A time or a key: a text inside, so that it stays JSON.
          return {
            ...each,
            [field]: flip(each[field], field === 'entry' ? each.entry.lastIndexOf('"at":"') + 8 : 20),
          };
        });
        return { ...file, entries };
      }, at);

    it('sees each changed entry, signature and way to the root', () => {
      const count = proofOf(bundle).entries.length;
      expect(faults({})).toEqual([]);
      for (let at = 0; at < count; at += 1) {
        expect(faults({ text: entryWith('entry', at) }), `entry ${at}`).toEqual(
          expect.arrayContaining(['notInJournal', 'entrySigner']) as unknown,
        );
        expect(faults({ text: entryWith('signature', at) }), `signature ${at}`).toEqual(['entrySigner']);
        expect(faults({ text: entryWith('path', at) }), `path ${at}`).toEqual(['notInJournal']);
      }
    });

    it('sees another checkpoint, key, bundle, order, hash or file', () => {
      const other = { ...proofOf(bundle).checkpoint, size: proofOf(bundle).checkpoint.size + 1 };
      expect(faults({ text: changedAt((file) => ({ ...file, checkpoint: other }), 0) })).toContain(
        'checkpoint',
      );
      expect(faults({ checkpoint: flip(input().checkpoint, 60) })).toEqual(['checkpoint']);
      expect(faults({ text: changedAt((file) => ({ ...file, logKey: flip(file.logKey, 3) }), 0) })).toEqual(
        expect.arrayContaining(['checkpoint', 'entrySigner']) as unknown,
      );
      expect(faults({ bundle: 'other' })).toEqual(['malformed']);
      expect(faults({ signer: new Uint8Array(32) })).toEqual(['entrySigner']);
      expect(faults({ files: new Map([...input().files].map(([path]) => [path, 'a'.repeat(64)])) })).toEqual([
        'otherHash',
      ]);
      const hashes = (file: JournalFile) => ({
        ...file,
        exhibits: file.exhibits.map((each) => ({ ...each, sha256: 'b'.repeat(64) })),
      });
      expect(faults({ text: changedAt(hashes, 0) })).toEqual(['otherHash', 'otherHash', 'otherHash']);
      expect(
        faults({ text: changedAt((file) => ({ ...file, entries: file.entries.toReversed() }), 0) }),
      ).toContain('notInJournal');
      const begunLeft = (file: JournalFile) => ({
        ...file,
        entries: file.entries.filter((each) => !('entry' in each && each.entry.includes('"bundle.begun"'))),
      });
      expect(faults({ text: changedAt(begunLeft, 0) })).toEqual(['malformed']);
      for (const garbage of ['', '{}', 'null', '[1', input().text.replace('"version":1', '"version":2')])
        expect(faults({ text: garbage })).toEqual(['malformed']);
    });
  });
});

describe('a copy with parts kept back', () => {
  it('shows no reserved word in any of its proofs, and proves the entries without showing them', async () => {
    const bundle = await exported({ redact: true });
    const proof = proofOf(bundle);
    // Of the letter everything is withheld; of the record only the custody event that names her.
    expect(
      proof.entries.filter((each) => 'withheld' in each).map((each) => 'kind' in each && each.kind),
    ).toEqual(['evidence.attached', 'custody.recorded', 'custody.recorded']);
    expect(await verifyBundle(bundle.path)).toMatchObject({
      valid: true,
      journalWithheld: 3,
      journalExhibits: 2,
    });
    const proofs = filesIn(bundle.path).filter((path) => /journal\/|custody\/|COMO/.test(path));
    expect(proofs).toHaveLength(4);
    for (const path of proofs) {
      const content = path.endsWith('.pdf')
        ? execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
        : readFileSync(path, 'utf8');
      expect(content, path).not.toMatch(/julia/i);
    }
    expect(text(bundle, 'data/custody/case-uco.jsonld')).toContain('█');
    expect(text(bundle, 'COMO-COMPROBAR.html')).toContain('De 3 de ellos se da solo la prueba');
    if (foreign) expect(byRecipe(bundle)).toMatchObject({ ok: true });
  });

  it('for the public has no custody sheets and no entries of exhibits, and says so', async () => {
    const bundle = await exported({ audience: 'public' });
    expect(bundle.papers).toBe(false);
    expect(readdirSync(join(bundle.path, 'data'))).not.toContain('custody');
    expect(kindsIn(proofOf(bundle)).filter((kind) => !kind.startsWith('('))).toEqual([
      'office.founded',
      'bundle.begun',
    ]);
    expect(text(bundle, 'COMO-COMPROBAR.html')).toContain('no acompañan a este legajo');
    expect((await verifyBundle(bundle.path)).valid).toBe(true);
  });
});

describe('a certificate that cannot sign', () => {
  it('is told before anything is begun', async () => {
    const jobs = (await vault.client.call('jobs.list', {})).length;
    await expect(start({ p12: 'old.p12' })).rejects.toMatchObject({ code: 'bundle.p12Old' });
    expect(await vault.client.call('jobs.list', {})).toHaveLength(jobs);
  });
});

describe('an earlier name', () => {
  it('stays in the office: its entry is proved without being shown', async () => {
    const { client } = vault;
    const [first = '', second = ''] = ids;
    const { fields } = await client.call('evidence.show', { case: caseId, exhibit: second });
    await client.call('evidence.amend', {
      case: caseId,
      exhibit: second,
      amendments: [{ field: 'name', value: 'grabación.bin', saw: [...fields.name.saw] }],
    });
    const bundle = await exported();
    const shown = proofOf(bundle).entries.flatMap((each) => ('entry' in each ? [each.entry] : []));
    expect(shown.join('\n')).not.toContain('datos.bin');
    expect(kindsIn(proofOf(bundle))).toContain('(evidence.attached)');
    expect(
      shown.filter((entry) => entry.includes(first) && entry.includes('"evidence.attached"')),
    ).toHaveLength(1);
    expect(await verifyBundle(bundle.path)).toMatchObject({ valid: true, journalExhibits: 2 });
    expect(kindsIn(proofOf(await exported({ audience: 'internal' })))).not.toContain('(evidence.attached)');
  });
});
