import { CustodiaError } from '../../../../api/errors.ts';
import { plainHeader, type TableRow } from '../../../../tables/csv.ts';

/** What one row says, still as it was typed. */
export interface ListedFile {
  readonly row: number;
  readonly broken: boolean;
  readonly name: string;
  /** Every cell of a hash's column that is not empty. */
  readonly hashes: readonly string[];
  readonly size: string;
}

interface Columns {
  readonly name: number | null;
  readonly hashes: readonly number[];
  readonly size: number | null;
}

const nameHeader =
  /^(nombre|nombredelarchivo|nombrearchivo|nombredearchivo|archivo|fichero|ruta|rutacompleta|path|fullpath|filepath|file|filename|name|item|documento)$/;
const hashHeader =
  /^(sha256|sha1|md5|sha2256|hash|huella|huelladigital|checksum|suma|resumen|digest|(hash|huella|valor|suma|checksum)?(de)?(sha256|sha1|md5)(hash|sum|checksum)?)$/;
const sizeHeader =
  /^(tamano|tamanio|tamanobytes|tamanoenbytes|tamanoarchivo|size|sizebytes|sizeinbytes|filesize|bytes|length|logicalsize|peso)$/;

const hexadecimal = /^[0-9a-f]{32}$|^[0-9a-f]{40}$|^[0-9a-f]{64}$/i;
/** `sha256sum` and its like: the hash, a blank, a blank or a star, the name. */
const summed = /^\\?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}) [ *](.+)$/i;

/**
 * The files that a list names: its columns by their heads in Spanish or English, or by what stands in them.
 * @throws `list.noColumns` where no column has hashes
 */
export function listedFiles(rows: readonly TableRow[]): ListedFile[] {
  if (rows.length > 0 && rows.every(({ cells }) => summed.test(cells.join(',')))) return rows.map(fromSum);
  const [head] = rows;
  const named = head === undefined ? null : byHead(head.cells);
  const columns = named ?? byContent(rows.slice(0, 50));
  if (columns === null) throw new CustodiaError('list.noColumns');
  const body = named === null ? rows : rows.slice(1);
  const cell = (cells: readonly string[], at: number | null): string =>
    at === null ? '' : (cells[at] ?? '');
  return body.map(({ row, cells, broken }) => ({
    row,
    broken,
    name: cell(cells, columns.name),
    hashes: columns.hashes.map((at) => cell(cells, at)).filter((hash) => hash !== ''),
    size: cell(cells, columns.size),
  }));
}

function fromSum({ row, cells }: TableRow): ListedFile {
  const [, hash = '', name = ''] = summed.exec(cells.join(',')) ?? [];
  return { row, broken: false, name, hashes: [hash], size: '' };
}

function byHead(cells: readonly string[]): Columns | null {
  const heads = cells.map(plainHeader);
  const hashes = heads.flatMap((head, at) => (hashHeader.test(head) ? [at] : []));
  return hashes.length === 0
    ? null
    : {
        name: found(heads.findIndex((head) => nameHeader.test(head))),
        hashes,
        size: found(heads.findIndex((head) => sizeHeader.test(head))),
      };
}

function byContent(rows: readonly TableRow[]): Columns | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const share = (at: number, of: RegExp): number =>
    rows.filter(({ cells }) => of.test(cells[at] ?? '')).length / rows.length;
  const all = Array.from({ length: width }, (_, at) => at);
  const hashes = all.filter((at) => share(at, hexadecimal) > 0.5);
  if (hashes.length === 0) return null;
  const others = all.filter((at) => !hashes.includes(at));
  const size = others.find((at) => share(at, /^\d+$/) > 0.9);
  return { name: others.find((at) => at !== size) ?? null, hashes, size: size ?? null };
}

function found(index: number): number | null {
  return index === -1 ? null : index;
}
