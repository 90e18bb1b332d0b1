import type { Services } from '../../../api/services.ts';
import { custodyPlan, printCustody } from '../../custody/index.ts';
import { caseUco } from '../../exchange/index.ts';
import type { Material } from '../material.ts';
import type { Paper } from '../parts.ts';
import { cleaned, type Reserve } from './reserve.ts';

export interface PapersAbout {
  readonly case: string;
  readonly office: string;
  readonly exportedAt: string;
  readonly exportedBy: string;
}

/** So many sheets are drawn at once: a process of its own has a minute for them. */
const sheetsInOne = 500;

/**
 * The custody histories as the sheets that the office prints, and the exhibits with their custody in the terms of
 * CASE/UCO. Both without what is reserved; neither where they are not for this recipient.
 *
 * The sheets are drawn in processes of their own, one after the other, while the volumes are: what goes wrong is told when they
 * are wanted.
 */
export function provingPapers(
  services: Services,
  material: Material,
  about: PapersAbout,
  reserve: Reserve,
): readonly Paper[] {
  if (!reserve.papers) return [];
  const exhibits = [...new Map(material.exhibits.map((each) => [each.id, each])).values()];
  const document = caseUco({
    caseId: about.case,
    caseNumber: material.detail.number,
    title: cleaned(String(material.detail.fields.title.value ?? ''), reserve),
    office: about.office,
    // The folder that a file lay in and its times are its owner's affair, and on no printed page.
    exhibits: exhibits.map((each) => cleaned({ ...each, path: '' }, reserve)),
    exportedAt: about.exportedAt,
    exportedBy: about.exportedBy,
    version: '1',
  });
  const draw = async (from: number): Promise<Uint8Array> => {
    const some = exhibits.slice(from, from + sheetsInOne).map(({ id }) => id);
    const plan = await services.step(custodyPlan, { case: about.case, form: 'sheet', exhibits: some });
    return (await printCustody(cleaned(plan, reserve))).pdf;
  };
  const sheets: Paper[] = [];
  let before: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < exhibits.length; from += sheetsInOne) {
    const bytes = before.then(() => draw(from));
    before = bytes.catch(() => undefined);
    const number = String(from / sheetsInOne + 1).padStart(2, '0');
    const name = exhibits.length <= sheetsInOne ? 'custody' : `custody-${number}`;
    sheets.push({ path: `data/custody/${name}.pdf`, bytes });
  }
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return [...sheets, { path: 'data/custody/case-uco.jsonld', bytes: Buffer.from(text) }];
}
