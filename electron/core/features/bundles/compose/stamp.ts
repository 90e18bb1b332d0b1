import type { Types } from '../../../paper/fonts.ts';
import { foot, margin, type Sheet } from '../../../paper/sheet.ts';
import { shorten, widthOf } from '../../../paper/text.ts';
import type { Words } from '../../../paper/words.ts';
import type { BundlePlan } from './model.ts';

/** Numbers a page as a foja, in the band at its foot: the case, the bundle, the number. */
export function stampFoja(sheet: Sheet, types: Types, plan: BundlePlan, words: Words, foja: number): void {
  const y = sheet.height - foot / 2 + 3;
  const label = words('foja', { number: foja });
  const width = widthOf(label, types.bold, 10);
  sheet.rule(margin / 2, sheet.height - foot + 8, sheet.width - margin, 'line', 0.5);
  const said = shorten(
    `${plan.caseNumber} · ${plan.title}`,
    types.sans,
    8,
    sheet.width - margin - width - 24,
  );
  sheet.text(margin / 2, y, said, { face: 'sans', size: 8, colour: 'muted' });
  sheet.text(sheet.width - margin / 2 - width, y, label, { face: 'bold', size: 10, colour: 'ink' });
}
