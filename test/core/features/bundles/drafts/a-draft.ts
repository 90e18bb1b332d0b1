import fc from 'fast-check';
import type { Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { Composition, Section } from '../../../../../electron/core/features/bundles/model.ts';

/** Sections told by their ids with the exhibits in each: `{ a: ['1', '2'] }`. A section's title is its id in capitals. */
export function sectionsOf(of: Readonly<Record<string, readonly string[]>>): Section[] {
  return Object.entries(of).map(([id, exhibits]) => ({
    id,
    title: id.toUpperCase(),
    items: exhibits.map((exhibit) => ({ id: `i-${exhibit}`, exhibit, title: '', late: null })),
  }));
}

export function compositionOf(of: Readonly<Record<string, readonly string[]>>): Composition {
  return { profile: 'bolivia', audience: 'court', recipient: '', sections: sectionsOf(of) };
}

export function kept(of: Readonly<Record<string, readonly string[]>>, more: Partial<Kept> = {}): Kept {
  return { name: 'Juicio', purpose: 'trial', composition: compositionOf(of), ...more };
}

/** The exhibits in the order of their pages. */
export function flat({ sections }: Pick<Composition, 'sections'>): string[] {
  return sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit));
}

/** Any bundle of up to a dozen exhibits, each once, in up to four sections. */
export const anyKept: fc.Arbitrary<Kept> = fc
  .record({
    exhibits: fc.shuffledSubarray(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']),
    sections: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
    cuts: fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }),
    purpose: fc.constantFrom('trial' as const, 'appeal' as const),
  })
  .map(({ exhibits, sections, cuts, purpose }) => {
    const of: Record<string, string[]> = Object.fromEntries(sections.map((id) => [id, []]));
    exhibits.forEach((exhibit, at) => {
      const section = sections[(cuts[at % 4] ?? 0) % sections.length] ?? '';
      of[section]?.push(exhibit);
    });
    return kept(of, { purpose });
  });
