/** What a bundle says of itself. Text values become one line. */
export interface BagInfo {
  /** The office. */
  readonly organization: string;
  /** The bundle's id. */
  readonly identifier: string;
  readonly title: string;
  /** The day of the export at the office, `YYYY-MM-DD`. */
  readonly date: string;
  readonly exhibits: number;
  /** The program and its version. */
  readonly agent: string;
}

/** Payload-Oxum: how many bytes in how many files. */
export interface Oxum {
  readonly bytes: number;
  readonly files: number;
}

const labels = {
  organization: 'Source-Organization',
  identifier: 'External-Identifier',
  title: 'External-Description',
  date: 'Bagging-Date',
  oxum: 'Payload-Oxum',
  exhibits: 'Exhibit-Count',
  agent: 'Bag-Software-Agent',
} as const;

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** `bag-info.txt`: the labels that RFC 8493 reserves, and one of our own for the number of exhibits. */
export function formatInfo(info: BagInfo, oxum: Oxum): string {
  const values = { ...info, exhibits: String(info.exhibits), oxum: `${oxum.bytes}.${oxum.files}` };
  const lines = Object.entries(labels).map(([key, label]) => {
    const value = values[key as keyof typeof labels];
    return `${label}: ${oneLine(value)}\n`;
  });
  return lines.join('');
}

export interface ParsedInfo {
  readonly identifier: string | undefined;
  readonly title: string | undefined;
  readonly exhibits: number | undefined;
  /** Absent where it is missing, twice there, or not two numbers. */
  readonly oxum: Oxum | undefined;
}

/** Reads what a check needs of `bag-info.txt`. */
export function parseInfo(text: string): ParsedInfo {
  const said = (label: string): string | undefined => {
    const found = text.split('\n').filter((line) => line.startsWith(`${label}: `));
    const [only] = found;
    return found.length === 1 ? only?.slice(label.length + 2) : undefined;
  };
  const exhibits = /^\d{1,9}$/.exec(said(labels.exhibits) ?? '');
  const [, bytes, files] = /^(\d{1,15})\.(\d{1,9})$/.exec(said(labels.oxum) ?? '') ?? [];
  return {
    identifier: said(labels.identifier),
    title: said(labels.title),
    exhibits: exhibits === null ? undefined : Number(exhibits[0]),
    oxum:
      bytes === undefined || files === undefined ? undefined : { bytes: Number(bytes), files: Number(files) },
  };
}
