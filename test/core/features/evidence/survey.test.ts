import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosen, summarise, walk } from '../../../../electron/core/features/evidence/survey.ts';
import { makeVault, noProvenance, type TestVault } from '../../../support/vault.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'custodia-survey-'));
  for (const folder of ['DCIM/Camera', 'System Volume Information', 'vacía'])
    mkdirSync(join(root, folder), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write('DCIM/Camera/IMG_1.JPG', 'uno');
  write('DCIM/Camera/IMG_2.jpg', 'dos dos');
  write('DCIM/Thumbs.db', 'basura');
  write('System Volume Information/x', 'basura');
  write('nota.txt', '');
  symlinkSync('/etc/passwd', join(root, 'enlace'));
  symlinkSync(root, join(root, 'DCIM', 'vuelta'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('looking through a folder', () => {
  it('counts what is there, knows litter, and follows no link', async () => {
    const survey = summarise('x', await walk([root]), 1_000);
    expect(survey).toMatchObject({
      files: 3,
      bytes: 10,
      litter: 2,
      empty: 1,
      links: 2,
      unreadable: 0,
      largest: 7,
    });
    expect(survey.kinds).toEqual([
      { ending: '.jpg', files: 2, bytes: 10 },
      { ending: '.txt', files: 1, bytes: 0 },
    ]);
  });

  it('leaves out what the person leaves out', async () => {
    const found = await walk([root]);
    expect(
      chosen(found, { litter: true, endings: ['.txt'] }).map(({ name, folder }) => `${folder}/${name}`),
    ).toEqual(['DCIM/Camera/IMG_1.JPG', 'DCIM/Camera/IMG_2.jpg']);
    expect(chosen(found, { litter: false, endings: [] })).toHaveLength(5);
  });
});

describe('attaching a folder', () => {
  let vault: TestVault;
  let caseId: string;
  beforeEach(async () => {
    vault = await makeVault();
    caseId = (await vault.client.call('cases.open', { title: 'Carpeta' })).id;
  });
  afterEach(() => vault.remove());

  async function attach(folder: string) {
    const { handle } = await vault.client.core.offerFolder(folder);
    const survey = await vault.client.call('evidence.survey', { folders: [handle] });
    const leaveOut = { litter: true, endings: [] };
    const given = { case: caseId, survey: survey.id, leaveOut, provenance: noProvenance };
    const { id } = await vault.client.call('evidence.attachSurveyed', given);
    return { given, state: await vault.client.core.services.intakes.ended(id) };
  }

  it('keeps where each file lay, and a survey is used once', async () => {
    const { given, state } = await attach(root);
    expect(state).toMatchObject({ state: 'done', filesTotal: 3, filesDone: 3, filesFailed: 0 });
    const { exhibit = '' } = state.results[0] ?? {};
    const shown = await vault.client.call('evidence.show', { case: caseId, exhibit });
    expect(shown.path).toBe('DCIM/Camera');
    expect(Date.parse(shown.createdAt)).toBeGreaterThan(0);
    await expect(vault.client.call('evidence.attachSurveyed', given)).rejects.toThrow('file.handleUnknown');
  });

  it('takes more files than one entry may list, and tells of them in a few', async () => {
    const many = join(root, 'muchos');
    mkdirSync(many);
    for (let n = 0; n < 1_200; n += 1)
      writeFileSync(join(many, `a${n}.txt`), n % 3 === 0 ? 'igual' : `archivo ${n}`);
    const { state } = await attach(many);
    expect(state).toMatchObject({ state: 'done', filesDone: 1_200, filesFailed: 0, filesKnown: 399 });
    const [shown] = await vault.client.call('evidence.intakes', { case: caseId });
    expect(shown?.results.length).toBeLessThanOrEqual(220);
    expect(
      (
        await vault.client.call('evidence.list', {
          case: caseId,
          sort: 'number',
          descending: true,
          offset: 0,
          limit: 1,
        })
      ).total,
    ).toBe(1_200);
  }, 240_000);
});
