import { type ZipEntry, zip } from './zip.ts';

/** The least of Office Open XML that LibreOffice and Word open: one sheet, or one run of paragraphs. */

export type Cell = string | number;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const documentRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function part(path: string, xml: string): ZipEntry {
  return { path, bytes: Buffer.from(declaration + xml, 'utf8') };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function packageParts(
  main: string,
  mainType: string,
  others: readonly (readonly [string, string])[],
): ZipEntry[] {
  const overrides = [[main, mainType] as const, ...others].map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
  );
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${documentRelation}/officeDocument" Target="${main}"/></Relationships>`,
    ),
  ];
}

function cellXml(cell: Cell): string {
  return typeof cell === 'number'
    ? `<c><v>${cell}</v></c>`
    : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

/** A workbook of one sheet. */
export function xlsx(sheetName: string, rows: readonly (readonly Cell[])[]): Buffer {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const data = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('');
  return zip([
    ...packageParts('xl/workbook.xml', `${type}.sheet.main+xml`, [
      ['xl/worksheets/sheet1.xml', `${type}.worksheet+xml`],
    ]),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${spreadsheet}" xmlns:r="${documentRelation}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${documentRelation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${spreadsheet}"><sheetData>${data}</sheetData></worksheet>`,
    ),
  ]);
}

/** A document of plain paragraphs, the first one bold. */
export function docx(paragraphs: readonly string[]): Buffer {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = paragraphs.map((text, index) => {
    const bold = index === 0 ? '<w:rPr><w:b/></w:rPr>' : '';
    return `<w:p><w:r>${bold}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  });
  return zip([
    ...packageParts(
      'word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      [],
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${word}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body></w:document>`,
    ),
  ]);
}
