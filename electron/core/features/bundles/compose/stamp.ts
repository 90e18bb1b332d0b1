import { toCardinal as inEnglish } from 'n2words/en-GB';
import { toCardinal as inSpanish } from 'n2words/es-ES';
import { foot, margin, type Sheet } from '../../../paper/sheet.ts';
import { shorten, widthOf } from '../../../paper/text.ts';
import type { Printing } from './divider.ts';
import type { CourtProfile } from './profile.ts';

export interface Stamp {
  /** As it is printed, labelled and listed; empty for a page that is not numbered. */
  readonly label: string;
  /** Which volume it is; empty for the only one. */
  readonly part: string;
  /** Whether the foot leads back to the index. */
  readonly back: boolean;
}

/** Where the foot's words end: they are the link back to the index. */
export const backLink = { left: margin / 2, height: foot - 10 } as const;

export function isAtTop({ numbering }: Pick<CourtProfile, 'numbering'>): boolean {
  return numbering.corner.startsWith('top');
}

/** Says at a page's foot whose it is, and numbers it in the court's corner. */
export function stampPage(sheet: Sheet, { types, plan, words }: Printing, stamp: Stamp): void {
  const { numbering } = plan.profile;
  const y = sheet.height - foot / 2 + 3;
  const number = stamp.label === '' ? '' : numberText(plan.language, words, numbering, stamp.label);
  const width = widthOf(number, types.bold, 10);
  const x = placeOf(numbering.corner, sheet.width, width);
  sheet.rule(margin / 2, sheet.height - foot + 8, sheet.width - margin, 'line', 0.5);
  sheet.text(x, isAtTop(plan.profile) ? 28 : y, number, { face: 'bold', size: 10, colour: 'ink' });
  const end = isAtTop(plan.profile) ? sheet.width - margin / 2 : x - 14;
  const said = [stamp.back ? '↑' : '', plan.caseNumber, plan.title, stamp.part].filter((each) => each !== '');
  const shown = shorten(said.join(' · ').replace('↑ ·', '↑'), types.sans, 8, end - margin / 2);
  sheet.text(margin / 2, y, shown, { face: 'sans', size: 8, colour: 'muted' });
  if (plan.recipient !== '') sheet.watermark(plan.recipient);
}

function placeOf(corner: CourtProfile['numbering']['corner'], sheet: number, width: number): number {
  if (corner.endsWith('left')) return margin / 2;
  return corner.endsWith('center') ? (sheet - width) / 2 : sheet - margin / 2 - width;
}

function numberText(
  language: 'es' | 'en',
  words: Printing['words'],
  { unit, words: inWords }: CourtProfile['numbering'],
  label: string,
): string {
  const number = words(unit === 'page' ? 'page' : 'foja', { number: label });
  return inWords ? `${number} (${spelled(language, label)})` : number;
}

/** `12A` → `doce A`. */
export function spelled(language: 'es' | 'en', label: string): string {
  const [, digits = '', rest = ''] = /^(\d+)\s*(.*)$/.exec(label) ?? [];
  // Before "mil" the number loses its ending, which the package leaves.
  const words = (language === 'es' ? inSpanish : inEnglish)(Number(digits))
    .replace(/veintiuno mil/, 'veintiún mil')
    .replace(/uno mil/, 'un mil');
  return `${words} ${rest}`.trim();
}
