import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onePagePdf } from '../fixtures/pdf.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
let inCase: string[];
beforeAll(async () => {
  await place.createLight();
  const { number } = place.json<{ number: string }>(['case', 'open', '--title', 'Hotel Mirador']);
  inCase = ['--case', number];
  const files = ['acta', 'informe', 'plano'].map((name) => place.file(`${name}.pdf`, onePagePdf(name)));
  place.json(['evidence', 'attach', ...inCase, ...files]);
});
afterAll(() => place.clear());

const draft = <T>(...args: string[]): T => place.json<T>(['bundle', 'draft', ...args, ...inCase]);
const exhibit = (at: number): string => `${inCase[1] ?? ''}/E-00${at}`;

interface Shown {
  readonly version: number;
  readonly composition: {
    readonly sections: readonly {
      readonly title: string;
      readonly items: readonly { readonly title: string; readonly late: number | null }[];
    }[];
  };
}

describe('bundle draft', () => {
  it('keeps a bundle, version after version, and exports the one that is named', () => {
    const made = draft<{ id: string; version: number }>(
      ...['create', 'Juicio oral', '--purpose', 'trial'],
      ...['--section', `Documental=${exhibit(1)},${exhibit(2)}`],
    );
    expect(made.version).toBe(1);
    const preview = ['bundle', 'preview', ...inCase, '--draft', made.id];
    const { rows } = place.json<{ rows: { number?: string; from?: string }[] }>(preview);
    expect(rows).toMatchObject([
      { kind: 'section', title: 'Documental' },
      { number: 'E-001', from: '6', to: '7' },
      { number: 'E-002', from: '8', to: '9' },
    ]);
    const exported = place.json<{ placed: object[]; path: string }>(
      ['bundle', 'export', '--draft', made.id, '--out', place.path('out'), ...inCase].flat(),
    );
    expect(exported.placed).toMatchObject([{ from: '6' }, { from: '8' }]);
  });

  it('adds by a rule, refuses an exhibit twice, and says what renumbers', () => {
    const rule = ['rule', 'Juicio oral', '--type', 'pdf', '--title', 'Planos'];
    expect(draft(...rule, '--preview')).toMatchObject({ found: 3, added: 1 });
    expect(draft(...rule)).toMatchObject({ version: 2, added: 1, renumbers: null });
    const twice = place.run(['bundle', 'draft', 'add', 'Juicio oral', exhibit(3), ...inCase]);
    expect(twice.code).toBe(1);
    expect(twice.err).toContain('E-003 ya está en el legajo');
    const move = ['bundle', 'draft', 'move', 'Juicio oral', exhibit(2), '--before', exhibit(1)];
    const moved = place.run([...move, ...inCase]);
    expect([moved.code, moved.err]).toEqual([0, expect.stringContaining('números de la versión 1')]);
  });

  it('shows, compares and lists its versions', () => {
    draft('rename', 'Juicio oral', 'Acta del allanamiento', '--exhibit', exhibit(1));
    const { version, composition } = draft<Shown>('show', 'Juicio oral');
    expect(version).toBe(4);
    expect(composition.sections).toMatchObject([
      { title: 'Documental', items: [{ title: '' }, { title: 'Acta del allanamiento' }] },
      { title: 'Planos', items: [{ late: 4 }] },
    ]);
    expect(
      draft<{ changes: { what: string }[] }>('diff', 'Juicio oral', '--from', '1').changes,
    ).toMatchObject([
      { what: 'sectionAdded', section: 'Planos' },
      { what: expect.stringMatching(/moved|retitled/) as unknown },
      { what: expect.stringMatching(/moved|retitled/) as unknown },
      { what: 'added', section: 'Planos', late: 4 },
    ]);
    const { versions } = draft<{ versions: { version: number; given: string | null }[] }>(
      'history',
      'Juicio oral',
    );
    expect(versions.map((each) => [each.version, each.given !== null])).toEqual([
      [4, false],
      [3, false],
      [2, false],
      [1, true],
    ]);
  });

  it('knows no bundle that is not there, and takes either a kept one or what is said', () => {
    expect(place.run(['bundle', 'draft', 'show', 'Nada', ...inCase]).code).toBe(2);
    const both = ['bundle', 'preview', ...inCase, '--draft', 'Juicio oral', '--exhibit', exhibit(1)];
    expect(place.run(both).code).toBe(2);
  });
});
