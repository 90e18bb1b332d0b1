import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCaptions, writeCaptions } from '../../../../electron/core/features/testimony/captions.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

describe('captions', () => {
  it('reads SubRip and WebVTT, and who speaks', () => {
    const srt =
      '1\r\n00:00:01,500 --> 00:00:04,000\r\nFiscal: ¿Cuándo llegó?\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,250\r\nEn junio\r\ny sola.\r\n';
    expect(parseCaptions(srt).segments).toEqual([
      { start: 1.5, end: 4, speaker: 'Fiscal', text: '¿Cuándo llegó?' },
      { start: 60, end: 62.25, speaker: '', text: 'En junio\ny sola.' },
    ]);
    expect(
      parseCaptions('WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v Psicóloga>Hola</v>\n').segments,
    ).toEqual([{ start: 1, end: 2, speaker: 'Psicóloga', text: 'Hola' }]);
  });

  it.each(['00:00:02,000 --> 00:00:01,000', '00:61:00,000 --> 00:62:00,000', '1 --> 2'])(
    'names a cue that is none: %s',
    (line) => {
      expect(parseCaptions(`1\n${line}\nx\n`)).toEqual({ segments: [], bad: [2] });
    },
  );

  it('comes back from WebVTT as it went', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'añ<>&- .'), minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !text.includes('-->'));
    const segment = fc.record({ at: fc.nat(3_600_000), length: fc.nat(10_000), speaker: words, text: words });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 20 }), (made) => {
        const segments = made.map(({ at, length, speaker, text }) => ({
          start: at / 1_000,
          end: (at + length) / 1_000,
          speaker,
          text,
        }));
        expect(parseCaptions(writeCaptions(segments))).toEqual({ segments, bad: [] });
      }),
    );
  });
});

describe('a testimony', () => {
  let vault: TestVault;
  let caseId: string;
  let exhibit: string;
  let person: string;
  const riff = Buffer.concat([
    Buffer.from('RIFF'),
    Buffer.from([36, 0, 0, 0]),
    Buffer.from('WAVEfmt '),
    Buffer.from([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]),
    Buffer.from('data'),
    Buffer.alloc(4),
  ]);

  beforeAll(async () => {
    vault = await makeVault();
    caseId = (await vault.client.call('cases.open', { title: 'Testimonio' })).id;
    person = (
      await vault.client.call('people.add', {
        case: caseId,
        kind: 'person',
        name: 'Testigo Illimani',
        role: 'witness',
      })
    ).id;
    exhibit = await vault.attach(caseId, 'declaracion.wav', riff);
  });
  afterAll(() => vault.remove());
  const show = () => vault.client.call('testimony.show', { case: caseId, exhibit });
  const facts = () => ({
    person,
    form: 'gesell' as const,
    when: '2026-08-18T15:00:00-04:00',
    place: 'El Alto',
    interviewer: 'Lic. Condarco',
    present: '',
    language: 'quechua',
    conditions: '',
  });

  it('is its own kind of exhibit, under the name of the file', async () => {
    await vault.client.call('testimony.record', { case: caseId, exhibit, facts: facts() });
    expect((await show()).facts).toMatchObject({ personName: 'Testigo Illimani', form: 'gesell' });
    expect((await vault.client.call('evidence.show', { case: caseId, exhibit })).kind).toBe('testimony');
    const text = await vault.attach(caseId, 'nota.txt', 'no es grabación');
    await expect(
      vault.client.call('testimony.record', { case: caseId, exhibit: text, facts: facts() }),
    ).rejects.toThrow('testimony.notARecording');
  });

  it('keeps every transcript, shows two that did not see each other, and finds what was said at its second', async () => {
    const vtt =
      'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Testigo>Llegué de noche\n\n01:05.000 --> 01:09.000\n<v Testigo>me quitaron el carnet y la chompa\n';
    await vault.client.call('testimony.importCaptions', { case: caseId, exhibit, saw: [], text: vtt });
    const { hits } = await vault.client.call('search.find', { text: 'chompa ', limit: 5 });
    expect(hits).toEqual([expect.objectContaining({ kind: 'speech', id: exhibit, page: 65 })]);
    const before = await show();
    expect(before.segments).toHaveLength(2);
    const again = before.segments.map((each) => ({ ...each, text: each.text.replace('chompa', 'frazada') }));
    await vault.client.call('testimony.transcribe', {
      case: caseId,
      exhibit,
      saw: before.saw,
      segments: again,
    });
    expect((await vault.client.call('search.find', { text: 'chompa ', limit: 5 })).hits).toEqual([]);
    await vault.client.call('testimony.transcribe', {
      case: caseId,
      exhibit,
      saw: before.saw,
      segments: before.segments,
    });
    const after = await show();
    expect(after.saw).toHaveLength(2);
    expect(after.versions).toHaveLength(3);
    expect((await vault.client.call('testimony.captions', { case: caseId, exhibit })).text).toMatch(
      /^WEBVTT\n\n1\n00:00:00\.000 --> 00:00:02\.000\n<v Testigo>/,
    );
  });

  it('takes no transcript with a hole', async () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nuno\n\n2\n00:00:09,000 --> 00:00:03,000\ndos\n';
    const { saw } = await show();
    await expect(
      vault.client.call('testimony.importCaptions', { case: caseId, exhibit, saw, text }),
    ).rejects.toThrow('testimony.badCaption');
    expect((await show()).saw).toEqual(saw);
  });
});
