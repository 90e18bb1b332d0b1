import { createHash } from 'node:crypto';
import { CustodiaError } from '../../../api/errors.ts';
import { writeStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { attachMade } from '../../evidence/index.ts';
import { destinationOf } from '../destination.ts';
import { linkExhibit } from '../links.ts';
import { readPaper } from './draft.ts';
import { paperMade } from './entries.ts';
import { countGaps, sameOrder } from './fill.ts';
import type { MadePaper, MakePaperInput } from './model.ts';
import { drawPaper } from './print/printer.ts';

const recordPaper = writeStep(
  'seizures.recordPaper',
  (context, body: ReturnType<typeof paperMade.schema.parse>): null => {
    const { exhibit } = body;
    if (exhibit !== undefined)
      for (const asset of body.assets)
        linkExhibit(context, { case: body.case, asset, exhibit, role: 'document' });
    context.append(paperMade, body.case, body);
    return null;
  },
);

export const makeSteps = [recordPaper];

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/**
 * Makes a document of the edited draft, or as the register fills it, and writes it where the person chose. It is on
 * record before it is out; in between it lies in memory only.
 */
export async function makePaper(services: Services, input: MakePaperInput): Promise<MadePaper> {
  const { case: caseId, format, folder, file, template } = input;
  const assets = [...new Set(input.assets)];
  const filled = await services.step(readPaper, {
    case: caseId,
    template,
    assets,
    from: input.from,
    until: input.until,
  });
  const { draft, label, caseNumber: _caseNumber, ...around } = filled;
  const blocks = input.blocks ?? draft.blocks;
  if (!sameOrder(blocks, draft.blocks)) throw new CustodiaError('paper.reordered');
  const edited = JSON.stringify(blocks) !== JSON.stringify(draft.blocks);
  const write = destinationOf(services, { folder, file }, draft.name, format);
  const { bytes, pages } = await drawPaper({ ...around, format, title: draft.template.name.es, blocks });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const gaps = countGaps(blocks);
  const exhibit =
    input.attach === true
      ? await attachMade(services, {
          case: caseId,
          name: `${draft.template.name.es}.${format}`,
          type: types[format],
          bytes,
        })
      : null;
  await services.step(recordPaper, {
    case: caseId,
    template,
    label,
    assets,
    format,
    sha256,
    edited,
    gaps,
    ...(exhibit === null ? {} : { exhibit: exhibit.id }),
  });
  return { name: await write(bytes), sha256, pages, edited, gaps, exhibit };
}
