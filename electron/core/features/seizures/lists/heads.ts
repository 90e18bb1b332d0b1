import { plainHeader } from '../../../tables/csv.ts';
import type { AssetWords } from '../asset-words.ts';
import { assetFields } from '../model.ts';
import { type ImportColumn, type ListColumn, listColumns } from './model.ts';

/** What a column is called in a list, and where it is spoken of. */
export function headOf(column: ListColumn, words: AssetWords): string {
  const isField = column !== 'name' && (assetFields as readonly string[]).includes(column);
  return isField ? words(`field.${column}`) : words(`column.${column}`);
}

/** What registers that others keep call their columns, beside our own words; without accents, signs and capitals. */
const synonyms: Partial<Record<ListColumn, readonly string[]>> = {
  number: ['numero', 'nro', 'no', 'codigo', 'item', 'number', 'assetnumber', 'code'],
  kind: ['tipo', 'tipodebien', 'clase', 'clasedebien', 'rubro', 'type', 'kind', 'assettype', 'assetkind'],
  name: ['bien', 'nombre', 'nombredelbien', 'denominacion', 'detalle', 'name', 'asset', 'assetname', 'item'],
  stage: ['etapa', 'estado', 'situacion', 'estadodelbien', 'stage', 'status'],
  stageOn: [
    'desde',
    'fechadelaetapa',
    'fechaetapa',
    'fechadelestado',
    'fechaestado',
    'fechadelamedida',
    'stagedate',
    'statusdate',
    'since',
  ],
  value: ['valor', 'monto', 'importe', 'avaluo', 'valorestimado', 'value', 'amount', 'estimatedvalue'],
  valueCurrency: ['monedadelvalor', 'valuecurrency', 'monedavalor'],
  valuedOn: ['fechadevaluacion', 'fechaavaluo', 'fechadeavaluo', 'fechavalor', 'valuationdate', 'valuedon'],
  valueBasis: ['base', 'tipodevaluacion', 'basedevalor', 'basis', 'valuationbasis'],
  valueSource: ['fuente', 'fuentedelvalor', 'source', 'valuesource'],
  valuedBy: ['perito', 'valuador', 'tasador', 'appraiser', 'valuedby'],
  identifiedOn: [
    'fecha',
    'fechadeidentificacion',
    'fechadeingreso',
    'fechadeincautacion',
    'date',
    'identificationdate',
    'seizuredate',
  ],
  custodian: ['custodio', 'depositario', 'custodian'],
  description: ['descripcion', 'caracteristicas', 'description'],
  place: ['lugar', 'ubicacion', 'place', 'location'],
  department: ['departamento', 'depto', 'department'],
  office: ['oficina', 'unidad', 'fiscalia', 'office', 'unit'],
  notes: ['notas', 'observaciones', 'obs', 'notes', 'remarks'],
  currency: ['moneda', 'divisa', 'currency'],
  counts: ['denominaciones', 'cortes', 'billetes', 'denominations', 'counts'],
  bank: ['banco', 'entidad', 'entidadfinanciera', 'bank'],
  accountNumber: ['cuenta', 'numerodecuenta', 'nrodecuenta', 'nrocuenta', 'account', 'accountnumber'],
  plate: ['placa', 'placas', 'matriculadelvehiculo', 'plate', 'licenseplate'],
  chassis: ['chasis', 'nrochasis', 'numerodechasis', 'vin', 'chassis', 'chassisnumber'],
  engine: ['motor', 'nromotor', 'numerodemotor', 'engine', 'enginenumber'],
  registryNumber: ['folioreal', 'matricula', 'nrodefolio', 'registrynumber', 'folio'],
  address: ['direccion', 'domicilio', 'address'],
  serial: ['serie', 'numerodeserie', 'nroserie', 'serial', 'serialnumber'],
  quantity: ['cantidad', 'quantity', 'qty'],
  year: ['ano', 'gestion', 'modeloano', 'year'],
  chain: ['red', 'blockchain', 'network', 'chain'],
  token: ['token', 'criptomoneda', 'coin'],
  portion: ['porcentaje', 'participacion', 'percent', 'percentage'],
};

/** Each column of a file by its head, in Spanish or English; a name that stands twice is taken once, the first. */
export function recognise(heads: readonly string[], words: readonly AssetWords[]): ImportColumn[] {
  const known = new Map<string, ListColumn>();
  const learn = (name: string, column: ListColumn): void => {
    const plain = plainHeader(name);
    if (!known.has(plain)) known.set(plain, column);
  };
  // Our own heads first: a list that was exported here is read back as it was.
  for (const column of listColumns) for (const each of words) learn(headOf(column, each), column);
  for (const column of listColumns) learn(column, column);
  for (const column of listColumns) for (const name of synonyms[column] ?? []) learn(name, column);
  const taken = new Set<ListColumn>();
  return heads.map((head, at) => {
    const found = known.get(plainHeader(head));
    const column = found === undefined || taken.has(found) ? null : found;
    if (column !== null) taken.add(column);
    return { at, head, column };
  });
}

/** The columns with what the person said of them; one that they give twice stands where they gave it last. */
export function mapped(
  columns: readonly ImportColumn[],
  mapping: readonly Omit<ImportColumn, 'head'>[],
): ImportColumn[] {
  const said = new Map(mapping.map(({ at, column }) => [at, column] as const));
  const claimed = new Set([...said.values()].filter((column) => column !== null));
  return columns.map((own) => {
    const chosen = said.get(own.at);
    if (chosen !== undefined) return { ...own, column: chosen };
    return own.column !== null && claimed.has(own.column) ? { ...own, column: null } : own;
  });
}
