import type { Row, Volume } from '../../compose/layout-model.ts';
import type { Composed, PrintedExhibit } from '../../compose/model.ts';
import type { PreviewResult, PreviewRow } from './model.ts';

interface Laid {
  readonly composed: Composed;
  readonly sections: readonly string[];
  /** What is printed of each exhibit, and its id. */
  readonly exhibits: readonly (Pick<PrintedExhibit, 'number' | 'title' | 'late'> & { readonly id: string })[];
}

/** The index of the whole as it will be printed, volume by volume. */
export function previewRows({ composed, sections, exhibits }: Laid): PreviewRow[] {
  const { volumes, measured } = composed;
  const itemOf = (row: Extract<Row, { kind: 'item' }>): PreviewRow[] => {
    const exhibit = exhibits[row.item];
    const labels = volumes[row.volume]?.labels ?? [];
    if (exhibit === undefined) return [];
    const { id, number, title, late } = exhibit;
    return [
      {
        kind: 'item',
        exhibit: id,
        number,
        title,
        from: labels[row.first] ?? '',
        to: labels[row.last] ?? '',
        pages: row.last - row.first + 1,
        volume: row.volume,
        leaf: row.first,
        late,
        continued: row.continued,
        reason: measured[row.item]?.reason ?? null,
      },
    ];
  };
  return volumes.flatMap((volume, at) =>
    ownRows(volume, at).flatMap((row): PreviewRow[] =>
      row.kind === 'item'
        ? itemOf(row)
        : [{ kind: 'section', title: sections[row.section] ?? '', volume: at }],
    ),
  );
}

/** A master index lists other volumes too, which have rows of their own; a section of which nothing stands here is left out. */
function ownRows({ indexes }: Volume, at: number): Row[] {
  const rows = indexes.flat().filter((row) => row.kind === 'section' || row.volume === at);
  return rows.filter((row, index) => row.kind === 'item' || rows[index + 1]?.kind === 'item');
}

export function previewResult(id: string, laid: Laid, renumbers: PreviewResult['renumbers']): PreviewResult {
  const { volumes, files, pages, natives, withheld, repaired } = laid.composed;
  return {
    id,
    pages,
    volumes: volumes.map(({ labels, over, supplement }, at) => ({
      path: files[at]?.path ?? '',
      over,
      supplement,
      labels,
    })),
    rows: previewRows(laid),
    natives,
    withheld,
    repaired,
    renumbers,
  };
}
