import type { ExhibitRow, Viewer } from '../../../../electron/core/features/evidence/model.ts';

/** Lower case without accents, so that `cedula` finds `Cédula`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The exhibits whose number, name or description holds every word of `text`, of one type or of any. */
export function matching(exhibits: readonly ExhibitRow[], text: string, viewer: string): ExhibitRow[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return exhibits.filter((exhibit) => {
    if (viewer !== '' && exhibit.viewer !== viewer) return false;
    const whole = plain(`${exhibit.number} ${exhibit.name} ${exhibit.description}`);
    return words.every((word) => whole.includes(word));
  });
}

/** The types that occur, for the filter. */
export function viewersIn(exhibits: readonly ExhibitRow[]): Viewer[] {
  return [...new Set(exhibits.map((exhibit) => exhibit.viewer))].sort();
}
