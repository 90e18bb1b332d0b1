import { plainHeader, type TableRow } from '../../../tables/csv.ts';
import { type CustodyColumn, custodyColumns } from './model.ts';

/** By which heads a column is known, without accents, signs and capitals. The first that fits takes the column. */
const heads: Readonly<Record<CustodyColumn, RegExp>> = {
  exhibit:
    /^(n|no|nro|num|numero|codigo|id)?(de)?(la)?(evidencia|indicio|exhibit|item|objeto|elemento|prueba|muestraindicio|especie)(no|nro|num|numero|number|id|codigo|code)?$|^(etiqueta|rotulo|label|codigo|numerodeserie|serie|serial|serialnumber)$/,
  event:
    /^(evento|acto|accion|movimiento|tipo|tipode(evento|acto|movimiento)|actuacion|diligencia|event|action|activity|movement|eventtype)$/,
  when: /^(fecha|fechayhora|fechahora|fecha(y)?hora(del)?(acto|evento|movimiento)?|fechade(l|la)?(acto|evento|movimiento|entrega|recepcion)|cuando|dia|momento|date|datetime|dateandtime|when|timestamp|day)$/,
  time: /^(hora|horas|hrs|horadel(acto|evento|movimiento)|time|timeofday|hour)$/,
  from: /^(de|desde|entrega|entregapor|entregadopor|quienentrega|entregante|entregadopor|remitente|from|releasedby|givenby|giver|handedoverby)$/,
  to: /^(a|para|hacia|recibe|recibepor|recibidopor|quienrecibe|receptor|destinatario|custodio|tenedor|responsable|enpoderde|to|receivedby|receiver|holder|custodian|inpossessionof)$/,
  place: /^(lugar|sitio|ubicacion|deposito|almacen|place|location|where|storage)$/,
  reason: /^(motivo|razon|finalidad|proposito|objeto del acto|causa|reason|purpose)$/,
  seal: /^(precinto|precintono|(n|no|nro|num|numero)(de)?(precinto|lacre|sello)|lacre|sello|seal|sealno|sealnumber|sealid)$/,
  taken:
    /^(muestra|muestratomada|quesetomo|quesetomoocopio|setomo|copia|taken|sampletaken|sample|copied|whatwastaken)$/,
  orderNumber:
    /^(orden|(n|no|nro|num|numero)(de)?(la)?orden|ordenno|ordendedestruccion|resolucion|order|orderno|ordernumber|courtorder)$/,
  orderAuthority:
    /^(autoridad|autoridadqueordena|juzgado|ordenadopor|authority|orderauthority|orderedby|court)$/,
  orderDate: /^(fechade(la)?orden|fechaorden|orderdate|dateoforder)$/,
  dueBack:
    /^(debevolver|debevolverel|devolverel|fechade(devolucion|retorno)|retornoprevisto|devolucionprevista|plazo|vence|dueback|due|duedate|returnby)$/,
  note: /^(observacion|observaciones|nota|notas|comentario|comentarios|detalle|note|notes|remarks|comment|comments)$/,
  why: /^(explicacion|justificacion|aclaracion|explanation|justification)$/,
};

const needed: readonly CustodyColumn[] = ['exhibit', 'event', 'when'];

export interface ListColumns {
  /** The row of the heads. */
  readonly heads: readonly string[];
  readonly at: ReadonlyMap<CustodyColumn, number>;
  readonly missing: readonly CustodyColumn[];
}

/** Which column says what: as the person said, and for the rest by the heads in Spanish or English. */
export function columnsOf(
  head: TableRow | undefined,
  said: Readonly<Partial<Record<CustodyColumn, string>>> = {},
): ListColumns {
  const cells = head?.cells ?? [];
  const plain = cells.map(plainHeader);
  const at = new Map<CustodyColumn, number>();
  const taken = new Set<number>();
  const take = (column: CustodyColumn, index: number): void => {
    if (index === -1) return;
    at.set(column, index);
    taken.add(index);
  };
  for (const column of custodyColumns) {
    const name = said[column];
    if (name !== undefined && name !== '') take(column, plain.indexOf(plainHeader(name)));
  }
  for (const column of custodyColumns) {
    if (said[column] !== undefined) continue;
    take(
      column,
      plain.findIndex((each, index) => !taken.has(index) && heads[column].test(each)),
    );
  }
  return { heads: cells, at, missing: needed.filter((column) => !at.has(column)) };
}
