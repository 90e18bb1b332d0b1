import { applyFirstValues } from '../../../journal/amend.ts';
import { momentOf } from '../../../journal/entry.ts';
import { on } from '../../../journal/kind.ts';
import type { Views } from '../../../journal/views.ts';
import { exhibitCount, refreshRow } from '../views.ts';
import { decimalText } from './coordinates.ts';
import { exhibitPlaced, itemRecorded } from './entries.ts';
import { presentText } from './present.ts';
import { serialText } from './serials.ts';

export const itemViews: Views = {
  tables: {},
  apply: {
    ...on(itemRecorded, (sql, body, entry) => {
      const position = exhibitCount(sql, body.case);
      sql.run('INSERT OR REPLACE INTO exhibit_count VALUES (?, ?)', [body.case, position + 1]);
      sql.run(
        `INSERT INTO exhibit (id, case_id, number, position, kind, parent, path, name, description, type, size, sha256,
           blob, source, collected_on, created_at, modified_at, attached_at, attached_by, duplicate_of,
           search_key, intake, file)
         VALUES (:exhibit, :case, :number, :position, 'item', :parent, '', '', '', '', 0, '',
           '', '', '', '', '', :attachedAt, :author, NULL, '', '', -1)`,
        {
          exhibit: body.exhibit,
          case: body.case,
          number: body.number,
          position,
          parent: body.parent ?? null,
          attachedAt: momentOf(entry.entry.at),
          author: entry.entry.author,
        },
      );
      const { latitude, longitude } = body;
      applyFirstValues(sql, entry, body.case, body.exhibit, {
        name: body.name,
        ...body.provenance,
        category: body.category,
        serials: body.serials.length === 0 ? undefined : body.serials.map(serialText),
        quantity: body.quantity === undefined ? '' : String(body.quantity),
        packaging: body.packaging,
        seal: body.seal,
        coordinates:
          latitude === undefined || longitude === undefined ? '' : decimalText({ latitude, longitude }),
        collectedAt: body.collectedAt,
        present: body.present.length === 0 ? undefined : body.present.map(presentText),
      });
      refreshRow(sql, body.exhibit);
    }),
    ...on(exhibitPlaced, (sql, body) =>
      sql.run('UPDATE exhibit SET parent = ? WHERE id = ?', [body.parent, body.exhibit]),
    ),
  },
};
