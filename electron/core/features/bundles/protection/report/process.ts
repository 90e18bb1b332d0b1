import * as mupdf from 'mupdf';
import { type DrawnPdf, serveDrawing } from '../../../../paper/draw-apart.ts';
import { loadTypes } from '../../../../paper/fonts.ts';
import { loadWords } from '../../../../paper/words.ts';
import type { Report } from './model.ts';
import { reportSheets } from './sheets.ts';

/** The process that draws the report: it has no vault and no keys, writes nothing, and is killed when it is done. */
serveDrawing((report: Report): DrawnPdf => {
  const document = new mupdf.PDFDocument();
  const sheets = reportSheets(
    { document, types: loadTypes(document), words: loadWords('protection', report) },
    report,
  );
  for (const sheet of sheets) document.insertPage(-1, sheet.finish());
  document.setLanguage(report.language === 'es' ? 'es-BO' : 'en');
  document.subsetFonts();
  const pdf = document.saveToBuffer('garbage=4,compress').asUint8Array().slice();
  return { pdf, pages: sheets.length };
});
