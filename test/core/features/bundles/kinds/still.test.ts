import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { describe, expect, it } from 'vitest';
import { stillOf } from '../../../../../electron/core/features/bundles/kinds/still.ts';
import { resourcesFolder } from '../../../../../electron/core/resources.ts';
import { bytesInMemory } from '../../../../../electron/core/vault/blob-store.ts';
import { has } from '../../../../support/tools.ts';
import { compose } from '../compose/a-bundle.ts';

const video = readFileSync(join(resourcesFolder(), 'demo/files/camara-portico.webm'));
const { signal } = new AbortController();

describe.runIf(has('ffmpeg', 'still frames of videos'))('a video', () => {
  const program = execFileSync('sh', ['-c', 'command -v ffmpeg || true'], { encoding: 'utf8' }).trim();

  it('gives a frame through pipes', async () => {
    const still = await stillOf(bytesInMemory(video), signal, program);
    if (typeof still === 'string') throw new Error(still);
    expect(new mupdf.Image(still).getWidth()).toBeLessThanOrEqual(960);
  });

  it('that is none, or would have another file or address opened, gives none', async () => {
    for (const content of ['no video', '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n'])
      expect(await stillOf(bytesInMemory(Buffer.from(content)), signal, program)).toBe('failed');
  });
});

describe('a still frame', () => {
  it('is none where the program cannot be run, and the export goes on', async () => {
    expect(await stillOf(bytesInMemory(video), signal, '/nonexistent/ffmpeg')).toBe('failed');
  });

  it('stands on the divider, which says why where there is none', async () => {
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 64, 36], false);
    pixmap.clear(90);
    const jpeg = pixmap.asJPEG(90, false).slice();
    const dividerWith = async (still: Uint8Array | 'program') => {
      const made = await compose([['camara.webm', video]], 'stop', signal, (plan) => ({
        ...plan,
        exhibits: plan.exhibits.map((each) => ({ ...each, still })),
      }));
      const document = mupdf.Document.openDocument(made.pdf, 'application/pdf');
      const page = document.loadPage(document.countPages() - 1);
      return { text: page.toStructuredText('').asText(), images: page.toStructuredText('preserve-images') };
    };
    const shown = await dividerWith(jpeg);
    expect(shown.text).toContain('Un fotograma del video');
    let images = 0;
    shown.images.walk({
      onImageBlock: () => {
        images += 1;
      },
    });
    expect(images).toBe(1);
    expect((await dividerWith('program')).text.replaceAll('\n', ' ')).toContain(
      'hace falta el programa ffmpeg',
    );
  });
});
