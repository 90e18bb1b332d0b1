import type { Block, Gap } from './model.ts';
import type { FactLabels, ListName, Template } from './template.ts';

/** What stands where a fact is not known: wide enough to write on. */
export const blank = '__________';
/** A whole line to write on. */
const blankLine = '_'.repeat(60);

type Row = Readonly<Record<string, string>>;

/** What the register knows, in the words of one language. An empty text is a fact that is not known. */
export interface Facts {
  readonly values: Row;
  readonly lists: Readonly<Record<ListName, readonly Row[]>>;
}

interface Filled {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** A document from its template: every placeholder filled, or left as a gap that is seen and listed. */
export function fillTemplate(
  template: Template,
  facts: Facts,
  language: 'es' | 'en',
  labels: FactLabels,
): Filled {
  const missing = new Map<string, number>();
  const miss = (fact: string): void => {
    missing.set(fact, (missing.get(fact) ?? 0) + 1);
  };
  const references = new Map(template.references.map(({ id, text }) => [`ref.${id}`, text[language]]));
  const fill = (text: string, row: Row = {}, lines = 0): string =>
    text.replaceAll(/\{([a-zA-Z0-9.]+)\}/g, (_all, name: string) => {
      const reference = references.get(name);
      if (reference !== undefined) return reference;
      const value = row[name] ?? facts.values[name] ?? '';
      if (value === '') {
        miss(name);
        return lines === 0 ? blank : Array.from({ length: lines }, () => blankLine).join('\n');
      }
      // Of several assets one lacks it: the gap stands among what is known.
      if (value.includes(blank)) miss(name);
      return value;
    });
  const known = (fact: string | undefined): boolean =>
    fact === undefined || (facts.values[fact] ?? '') !== '';

  const one = (block: Template['blocks'][number]): Block[] => {
    switch (block.type) {
      case 'title':
        return [{ type: 'title', text: fill(block.text[language]) }];
      case 'heading':
      case 'paragraph':
        if (!known(block.when) || (block.unless !== undefined && known(block.unless))) return [];
        return [{ type: block.type, text: fill(block.text[language], {}, linesOf(block)) }];
      case 'facts':
        return [
          {
            type: 'facts',
            rows: block.rows.map(({ label, value }) => [label[language], fill(value)] as const),
          },
        ];
      case 'table':
        return [tableOf(block, facts.lists[block.each])];
      case 'signatures': {
        const rows: readonly Row[] = block.each === undefined ? [{}] : facts.lists[block.each];
        const people = rows.flatMap((row) =>
          block.people.map(({ name, under }) => ({
            name: fill(name, row),
            under: fill(under[language], row),
          })),
        );
        return people.length === 0 ? [] : [{ type: 'signatures', people }];
      }
    }
  };
  const tableOf = (
    { columns, none }: Extract<Template['blocks'][number], { type: 'table' }>,
    list: readonly Row[],
  ): Block => {
    if (list.length === 0 && none !== undefined) return { type: 'paragraph', text: fill(none[language]) };
    // A list that should say something and does not: one row to be filled in by hand.
    const rows = list.length === 0 ? [{}] : list;
    return {
      type: 'table',
      heads: columns.map(({ head }) => head[language]),
      widths: columns.map(({ width }) => width),
      rows: rows.map((row) => columns.map(({ cell }) => fill(cell, row))),
    };
  };

  const blocks = template.blocks.flatMap(one);
  const gaps = [...missing].map(([fact, times]) => ({
    fact,
    label: labels[fact] ?? { es: fact, en: fact },
    times,
  }));
  return { blocks, gaps };
}

/** How many gaps a document still has: those that nobody filled in while editing. */
export function countGaps(blocks: readonly Block[]): number {
  return blocks
    .flatMap(textsOf)
    .reduce((sum, text) => sum + (text.match(/_{10,}(\n_{10,})*/gu) ?? []).length, 0);
}

function linesOf(block: Template['blocks'][number]): number {
  return block.type === 'paragraph' ? (block.lines ?? 0) : 0;
}

/** Every text of a block, in the order in which it is read. */
export function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [...block.heads, ...block.rows.flat()];
    case 'signatures':
      return block.people.flatMap(({ name, under }) => [name, under]);
    default:
      return [block.text];
  }
}

/**
 * Whether an edited draft still has the template's pieces in their order: texts and cells may change, and a table's rows
 * may grow or shrink; nothing else.
 */
export function sameOrder(edited: readonly Block[], filled: readonly Block[]): boolean {
  return (
    edited.length === filled.length &&
    edited.every((block, index) => {
      const own = filled[index];
      if (own === undefined || own.type !== block.type) return false;
      if (own.type === 'table' && block.type === 'table')
        return (
          block.heads.length === own.heads.length &&
          block.widths.length === own.widths.length &&
          block.widths.every((width, at) => width === own.widths[at]) &&
          block.rows.every((row) => row.length === own.heads.length)
        );
      return true;
    })
  );
}
